use std::fs;

use super::*;
use crate::model::{Api, Kind};

/// Reads a crate's file and a workspace's file with these variables set.
fn read(krate: &str, workspace: &str, variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("crate");
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join(FILE), krate).unwrap();
    fs::write(folder.path().join(FILE), workspace).unwrap();
    let variable = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned());
    Config::read([inner.as_path(), folder.path()], &variable).map_err(|mut error| {
        let text = error.to_string().replace(&folder.path().display().to_string(), "");
        error.problems[0].notes.push(text);
        error
    })
}

fn shown(krate: &str) -> String {
    match read(krate, "", &[]) {
        Ok(config) => format!("accepted: {:?}", config.settings().map(|(path, ..)| path).collect::<Vec<_>>()),
        Err(error) => error.problems[0].notes.last().unwrap().clone(),
    }
}

#[test]
fn each_key_comes_from_where_it_counts_most() {
    let workspace = "provider = \"command\"\ncommand = [\"a\"]\nattempts = 2\ncandidates = 2\nmodel = \"w\"\n";
    let config = read("model = \"c\"\ncandidates = 3\n", workspace, &[("COMPILED_AI_CANDIDATES", "4")]).unwrap();
    assert_eq!((config.attempts(), config.candidates()), (2, 4));
    let models = config.models().unwrap();
    assert_eq!((models[0].model.as_str(), models[0].command.as_slice()), ("c", &["a".to_owned()][..]));
    // A program runs beside the file that names it.
    assert!(!models[0].directory.ends_with("crate"));
    let flags = Flags { candidates: Some(5), model: Some("f".to_owned()), ..Flags::default() };
    let config = config.with(&flags).unwrap();
    assert_eq!((config.candidates(), config.models().unwrap()[0].model.as_str()), (5, "f"));
    let origins: Vec<String> = config.settings().map(|(path, _, from)| format!("{path} {from}")).collect();
    assert!(origins.contains(&"candidates --candidates".to_owned()), "{origins:?}");
    assert!(
        origins.iter().any(|line| line.starts_with("attempts ") && line.ends_with("compiled-ai.toml:3")),
        "{origins:?}"
    );
}

#[test]
fn what_is_said_of_one_model_does_not_hold_for_another() {
    let price = "[price]\ninput = 1\noutput = 2\ndate = \"2026-05-01\"\n";
    let workspace = format!(
        "provider = \"command\"\nmodel = \"m\"\nkey_env = \"A_KEY\"\nbase_url = \"https://a.example\"\n{price}"
    );
    let model = |krate: &str, variables: &[(&str, &str)]| {
        read(krate, &workspace, variables).unwrap().models().unwrap().remove(0)
    };
    assert!(model("", &[]).price.is_some());
    // Another model has another price; another provider another address, and never this one's key.
    assert_eq!(model("model = \"n\"", &[]).price, None);
    assert!(model("model = \"m\"", &[]).price.is_some());
    let other = model("provider = \"replay\"", &[]);
    assert_eq!((other.price, other.key_env, other.base_url, other.model.as_str()), (None, None, None, ""));
    assert_eq!(model("", &[("COMPILED_AI_MODEL", "n")]).price, None);
}

#[test]
fn the_models_of_escalate_are_asked_one_after_the_other() {
    let text = "escalate = [\"cheap\", \"strong\"]\nprovider = \"command\"\ncommand = [\"top\"]\ntimeout_seconds = 7\n\
                [models.cheap]\nmodel = \"c\"\nattempts = 1\n\
                [models.strong]\nprovider = \"command\"\ncommand = [\"s\"]\nmodel = \"s\"\ntimeout_seconds = 9\n\
                [models.strong.price]\ninput = 0x3\noutput = 1e1\ndate = 2026-05-01\n";
    let error = shown(text);
    assert!(error.contains("`models.strong.price.input` can't be used: expected a number"), "{error}");
    let config = read(&text.replace("0x3", "3"), "", &[]).unwrap();
    let models = config.models().unwrap();
    let line = |model: &ModelSettings| {
        format!(
            "{} {} {:?} {} {:?}",
            model.name,
            model.model,
            model.command,
            model.timeout.unwrap().as_secs(),
            model.attempts
        )
    };
    assert_eq!(line(&models[0]), "cheap c [\"top\"] 7 Some(1)");
    assert_eq!(line(&models[1]), "strong s [\"s\"] 9 None");
    assert_eq!(models[1].price.as_ref().unwrap().output, Decimal::from(10));
    // A model of one's own choice is asked alone; a table by its name too.
    let with = |name: &str| {
        let flags = Flags { model: Some(name.to_owned()), ..Flags::default() };
        config.clone().with(&flags).unwrap().models().unwrap().iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(with("strong"), ["strong s [\"s\"] 9 None"]);
    assert_eq!(with("other"), [" other [\"top\"] 7 None"]);
}

#[test]
fn a_budget_is_for_the_run_and_for_specs() {
    let config = read("[budget]\nmax_usd = 1.5\n[budget.specs.a]\nmax_tokens = 7\n", "[budget]\nmax_tokens = 9\n", &[]);
    let flags = Flags { max_usd: vec![(Some("b".to_owned()), Decimal::ONE)], ..Flags::default() };
    let budget = config.unwrap().with(&flags).unwrap().budget();
    assert_eq!(budget.run, Limit { usd: Some(Decimal::new(15, 1)), tokens: Some(9) });
    assert_eq!(budget.specs["a"], Limit { usd: None, tokens: Some(7) });
    assert_eq!(budget.specs["b"], Limit { usd: Some(Decimal::ONE), tokens: None });
    assert!(budget.limits_dollars("b") && budget.limits_dollars("a"));
}

#[test]
fn every_problem_is_told_with_its_place() {
    insta::assert_snapshot!(shown(
        "provider = \"comand\"\nmodle = \"m\"\nattempts = 9\ntimeout_seconds = \"long\"\nescalate = [1]\nprice = 3\n\
         [budget]\nmax_usd = -1\nmax_token = 5\n[budget.specs.a]\nmax_usd = nan\n[models.a]\ncandidates = 2\n\
         [models.a.price]\ninput = 1\ndate = \"1 May\"\n"
    ));
    insta::assert_snapshot!(shown("provider = \"command\nmodel = \"m\"\n"));
}

#[test]
fn a_key_in_the_file_is_refused_and_never_shown() {
    let secret = "q7w8e9r0t1y2";
    for text in [
        format!("provider = \"command\"\napi_key = \"{secret}\"\n"),
        format!("key = '{secret}'\n"),
        format!("token = {secret}\n"),
        format!("token = a\"{secret}\n"),
        format!("[models.a]\nmy-token=a {secret}\n"),
        format!("api_key = \"{secret}\nmodel = 1\n"),
        format!("key_env = \"{secret}\"\n"),
        format!("model = 3\nsecret = \"{secret}\"\nattempts = 0\n"),
        format!("command = [\"m\", \"--api-key=sk-{secret}\"]\n"),
        format!("base_url = \"https://me:{secret}@host/\"\n"),
        format!("[models.a]\npassword = \"{secret}\"\n"),
        format!("models = {{ a = {{ api_key = \"{secret}\" }} }}\n"),
        format!("# sk-{secret}\n"),
        format!("api_key = \"\"\"\n{secret}\n\"\"\"\n"),
    ] {
        let error = shown(&text);
        assert!(error.contains("error[CAI0701]") && !error.contains(secret), "{text}\n{error}");
    }
    insta::assert_snapshot!(shown(&format!("provider = \"command\"\napi_key = \"{secret}\"\nmodle = \"m\"\n")));
    let error = read("", "", &[("COMPILED_AI_KEY_ENV", secret), ("COMPILED_AI_BASE_URL", secret)]).unwrap_err();
    assert!(!format!("{error} {error:?}").contains(secret), "{error}");
    assert_eq!(error.problems.len(), 2);
}

#[test]
fn a_price_is_whole_or_none() {
    insta::assert_snapshot!(shown("[price]\ninput = 1\n[models.a.price]\noutput = 1\ndate = \"2026-05-01\"\n"));
}

#[test]
fn providers_over_http_get_their_settings() {
    let text = "provider = \"openai\"\nmodel = \"m\"\nbase_url = \"http://10.0.0.5:8000/v1\"\nkey_env = \"VLLM_KEY\"\napi = \"chat\"\n\
                temperature = 0.5\ntotal_seconds = 60\n[headers_env]\nx-api-key = \"OTHER_KEY\"\n\
                [models.a]\nprovider = \"anthropic\"\nmodel = \"n\"\n";
    let config = read(text, "", &[]).unwrap();
    let http = config.models().unwrap()[0].http().unwrap();
    assert_eq!((http.kind, http.api, http.temperature), (Kind::OpenAi, Some(Api::Chat), Some(0.5)));
    assert_eq!((http.total_timeout.as_secs(), http.headers_env["x-api-key"].as_str()), (60, "OTHER_KEY"));
    // Unencrypted, to another machine: only with a word that says so.
    let error = config.providers().err().unwrap();
    assert_eq!(error.problems[0].code.0, "CAI0619", "{error}");
    let allowed = read(&text.replace("[headers_env]", "allow_plain_http = true\n[headers_env]"), "", &[]).unwrap();
    assert!(allowed.providers().is_ok());
    // Another provider gets none of it.
    let flags = Flags { model: Some("a".to_owned()), ..Flags::default() };
    let http = config.with(&flags).unwrap().models().unwrap()[0].http().unwrap();
    assert_eq!(
        (http.kind, http.base_url.as_ref(), http.key_env.as_ref(), http.headers_env.len()),
        (Kind::Anthropic, None, None, 0)
    );
}

#[test]
fn a_table_that_is_not_there_is_named() {
    let config = read("escalate = [\"cheep\"]\n[models.cheap]\nmodel = \"m\"\n", "", &[]).unwrap();
    let error = config.models().unwrap_err();
    assert_eq!(error.problems[0].help, ["did you mean `cheap`?"]);
}

#[test]
fn every_key_is_documented() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/configuration.md")).unwrap();
    for key in KEYS {
        let row = page.lines().find(|line| line.starts_with(&format!("| `{}` |", key.name)));
        let row = row.unwrap_or_else(|| panic!("`{}` is not in docs/configuration.md", key.name));
        assert!(key.variable.is_none_or(|variable| row.contains(&format!("`{variable}`"))), "{row}");
        assert!(row.contains(key.default), "{row}: the default is {}", key.default);
    }
}

#[test]
fn no_text_brings_the_reader_down() {
    for text in [
        "\u{0}",
        "[[[[",
        "a.b.c.d = 1",
        "models = 1",
        "budget.specs = []",
        "\u{feff}provider = \"replay\"",
        "=",
        "[models.'']\nmodel='m'",
    ] {
        let _ = shown(text);
    }
}
