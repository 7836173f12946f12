//! What is spent, what may be spent, and what is told about both: `plan`, `stats`, `doctor`, and the budget of `compile`.

mod support;

use std::time::{Duration, Instant};

use serde_json::Value;
use support::{GOOD, Project, Ran, SPEC};

const WRONG: &str =
    "```rust\npub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(Output { twice: input.n + 2 })\n}\n```\n";
const PRICE: &str = "[price]\ninput = 3\ncached = 0.3\noutput = 15\ndate = \"2026-05-01\"\n";

fn configure(project: &Project, more: &str) {
    let first =
        "provider = \"command\"\ncommand = [\"sh\", \"model.sh\"]\nmodel = \"script-1\"\nmax_output_tokens = 1000\n";
    project.write("compiled-ai.toml", &format!("{first}{more}"));
}

/// How often the model was asked.
fn asked(project: &Project) -> u32 {
    std::fs::read_to_string(project.path("asked")).map_or(0, |text| text.trim().parse().unwrap())
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.stdout()).unwrap_or_else(|error| panic!("{error}: {}", ran.shown()))
}

/// Without what any change of the prompt's wording, of the compiler or of the machine changes.
fn steady(ran: &Ran) -> String {
    let text = ran.shown();
    let mut steady = String::new();
    for line in text.lines() {
        let line = match line.split_once("/usr/").or_else(|| line.split_once("rustc ")) {
            Some((before, _)) if !line.contains("error") => before.to_owned() + "[...]",
            _ => line.to_owned(),
        };
        steady += without_counts(line.trim_end()).as_str();
        steady.push('\n');
    }
    steady
}

/// Numbers of three digits and more change with any word of a prompt, unless the test or the paper states them.
fn without_counts(line: &str) -> String {
    const STATED: [&str; 10] = ["100", "1000", "900", "2100", "50000", "552", "740", "805", "9600", "2604"];
    let mut text = String::new();
    let mut digits = String::new();
    for c in line.chars().chain(['\n']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let is_stated =
            digits.len() < 3 || STATED.contains(&digits.as_str()) || text.ends_with("CAI") || text.ends_with('.');
        text += if is_stated { &digits } else { "[n]" };
        digits.clear();
        text.push(c);
    }
    text.trim_end().to_owned()
}

macro_rules! assert_steady {
    ($ran:expr) => {
        insta::with_settings!({ filters => vec![
            (r"\$\d+\.\d+", "[usd]"),
            (r"(\d+|\[n\]) ms|\d+\.\d s", "[time]"),
            (r"\(\d+ KiB", "([n] KiB"),
            (r"(\d+|\[n\])\.\d calls", "[x] calls"),
            (r"median (\d+|\[n\])(\.\d)?", "median [x]"),
            (r"(break-even, calls +)(\d+|\[n\])\.\d( +17)", "$1[x]$3"),
            (r"( 6 +)\d+\.\d( +1\.52)", "$1[x]$2"),
            (r"code( +)\d+\.\d lines", "code$1[x] lines"),
            (r"(?m)^(ok|note)( +)jail .*\n(.*help.*\n)?", "[jail]\n"),
            (r"(?m)^ok +toolchain .*$", "ok     toolchain      [toolchain]"),
            (r"not built yet: .*|\d+\.\d+\.\d+, built", "[built or not]"),
            (r"(?m)^.*(building the kit|waiting for another).*\n", ""),
            (r" {2,}", "  "),
        ] }, { insta::assert_snapshot!(steady(&$ran)) })
    };
}

#[test]
fn plan_says_what_is_to_be_done_and_asks_nobody() {
    let project = Project::new(&[GOOD]);
    configure(&project, PRICE);
    assert_steady!(project.run(&["plan"]));
    let plan = json(&project.run(&["plan", "--json"]));
    let estimate = &plan["specs"][0]["estimate"];
    let tokens = |path: &str| estimate.pointer(path).and_then(Value::as_u64).unwrap();
    let prompt = tokens("/prompt_tokens");
    // The stated prior: two attempts with replies of 2,100 tokens.
    assert_eq!(tokens("/likely/tokens"), 2 * (prompt + 2100));
    assert_eq!(tokens("/first_request_at_worst/tokens"), (prompt as f64 * 1.8).ceil() as u64 + 1000);
    assert!(tokens("/at_worst/tokens") > 5 * tokens("/first_request_at_worst/tokens"));
    assert_eq!(asked(&project), 0);
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    assert_steady!(project.run(&["plan"]));
    project.write("specs/double.yaml", &SPEC.replace("Double a number.", "Double a whole number."));
    assert_steady!(project.run(&["plan", "--max-tokens", "10"]));
    // What was locked is now what is likely.
    let plan = json(&project.run(&["plan", "--json"]));
    assert_eq!(plan["assumed"]["from_locks"], 1);
    assert_eq!(plan["specs"][0]["state"], "stale");
    project.write("specs/double.yaml", "spec: 1\nname: double\n");
    assert_eq!(project.run(&["plan"]).status(), Some(1));
}

#[test]
fn a_budget_refuses_before_anybody_is_asked() {
    let project = Project::new(&[GOOD]);
    configure(&project, "");
    assert_steady!(project.run(&["compile", "--max-tokens", "1000"]));
    assert_steady!(project.run(&["compile", "--max-usd", "1"]));
    configure(&project, PRICE);
    assert_steady!(project.run(&["compile", "--max-usd", "double=0.001", "--max-usd", "0.002"]));
    assert_steady!(project.run(&["compile", "--max-usd", "dubble=1"]));
    for wrong in ["", "=1", "many", "-1", "double=", "1e3"] {
        let ran = project.run(&["compile", &format!("--max-tokens={wrong}")]);
        assert_eq!(ran.status(), Some(2), "{wrong}: {}", ran.shown());
    }
    configure(&project, "[budget.specs.double]\nmax_tokens = 900\n");
    assert_eq!(project.run(&["compile", "--json"]).status(), Some(2));
    assert_eq!(asked(&project), 0);
}

#[test]
fn a_run_that_met_its_limit_is_gone_on_with() {
    let project = Project::new(&[WRONG, GOOD]);
    configure(&project, PRICE);
    let plan = json(&project.run(&["plan", "--json"]));
    let first = plan["specs"][0]["estimate"]["first_request_at_worst"]["tokens"].as_u64().unwrap();
    let ran = project.run(&["compile", "--max-tokens", &first.to_string()]);
    assert_eq!((ran.status(), asked(&project)), (Some(2), 1), "{}", ran.shown());
    assert!(ran.stderr().contains("1 reply is kept"), "{}", ran.shown());
    // What led to no lock so far is told.
    let stats = json(&project.run(&["stats", "--json"]));
    assert_eq!(stats["spent_without_a_lock"]["replies"], 1);
    assert_steady!(project.run(&["compile"]));
    assert_eq!(asked(&project), 2, "the first reply was paid for already");
    let stats = json(&project.run(&["stats", "--json"]));
    assert_eq!(
        (&stats["spent_without_a_lock"]["replies"], &stats["specs"][0]["locked"]["attempts"]),
        (&0.into(), &2.into())
    );
}

#[test]
#[cfg(unix)]
fn an_interrupt_keeps_what_was_paid_for() {
    let project = Project::new(&[WRONG, GOOD]);
    configure(&project, "");
    let slow = "n=$(cat asked 2>/dev/null || echo 0); n=$((n+1)); echo $n > asked; cat > prompt.$n.md; \
                [ $n = 2 ] && exec sleep 600; [ $n = 1 ] && cat replies/1.md || cat replies/2.md";
    project.write("model.sh", slow);
    let mut child = project.command(&["compile"]).stderr(std::process::Stdio::null()).spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(600);
    while !project.path("prompt.2.md").exists() {
        assert!(Instant::now() < end, "the second prompt never came");
        std::thread::sleep(Duration::from_millis(20));
    }
    // Not SIGINT, whose effect is the same: a test run that a script put into the background has it ignored.
    let interrupt = format!("kill -TERM {}", child.id());
    assert!(std::process::Command::new("sh").args(["-c", &interrupt]).status().unwrap().success());
    assert!(!child.wait().unwrap().success());
    let spent = json(&project.run(&["stats", "--json"]))["spent_without_a_lock"].clone();
    assert_eq!((&spent["replies"], &spent["unanswered"]), (&1.into(), &1.into()), "{spent}");
    let ran = project.run(&["compile"]);
    assert_eq!((ran.status(), asked(&project)), (Some(0), 3), "{}", ran.shown());
    assert!(ran.stderr().contains("paid for in an earlier run"), "{}", ran.shown());
}

#[test]
fn the_strong_model_is_asked_when_the_cheap_one_failed() {
    let project = Project::new(&[WRONG, GOOD]);
    project.write(
        "compiled-ai.toml",
        "escalate = [\"cheap\", \"strong\"]\nprovider = \"command\"\ncommand = [\"sh\", \"model.sh\"]\nmax_output_tokens = 1000\n\
         [models.cheap]\nmodel = \"small-1\"\nattempts = 1\n\
         [models.cheap.price]\ninput = 1\noutput = 2\ndate = \"2026-05-01\"\n\
         [models.strong]\nmodel = \"large-1\"\n\
         [models.strong.price]\ninput = 5\noutput = 25\ndate = \"2026-05-02\"\n",
    );
    let ran = project.run(&["compile", "--max-usd", "1"]);
    assert_eq!(ran.status(), Some(0), "{}", ran.shown());
    let lock = compiled_ai_core::lock::Lock::parse(&project.read("compiled-ai/double/lock.toml")).unwrap();
    let models: Vec<&str> = lock.attempts.iter().map(|attempt| attempt.model.as_str()).collect();
    assert_eq!((models, lock.made.model.as_str()), (vec!["small-1", "large-1"], "large-1"));
    let dates: Vec<_> = lock.attempts.iter().map(|attempt| attempt.price_date.as_deref().unwrap()).collect();
    assert_eq!(dates, ["2026-05-01", "2026-05-02"]);
    for (attempt, (input, output)) in lock.attempts.iter().zip([(1.0, 2.0), (5.0, 25.0)]) {
        let cost = (attempt.tokens_in as f64 * input + attempt.tokens_out as f64 * output) / 1e6;
        assert!((attempt.dollars.unwrap() - cost).abs() < 2e-6, "{attempt:?}");
        assert_eq!((attempt.tokens_from.as_str(), attempt.tokenizer.as_deref()), ("estimated", Some("o200k_base")));
    }
    // Alone, the cheap one would have been asked again.
    project.model(&[WRONG, GOOD]);
    assert_eq!(project.run(&["doctor", "--json"]).status(), Some(0));
}

#[test]
fn candidates_share_a_prompt_until_one_passes() {
    let project = Project::new(&[WRONG, GOOD, WRONG]);
    configure(&project, "candidates = 3\n");
    let ran = project.run(&["compile"]);
    assert_eq!((ran.status(), asked(&project)), (Some(0), 2), "{}", ran.shown());
    assert_eq!(project.read("prompt.1.md"), project.read("prompt.2.md"));
    assert!(ran.stderr().contains("candidate 2 of 3"), "{}", ran.shown());
}

#[test]
fn stats_show_when_compiling_pays() {
    let project = Project::new(&[WRONG, GOOD]);
    configure(&project, PRICE);
    assert_steady!(project.run(&["stats"]));
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    assert_steady!(project.run(&["stats"]));
    let stats = json(&project.run(&["stats", "--json"]));
    let figure = |path: &str| stats.pointer(path).and_then(Value::as_f64).unwrap_or_else(|| panic!("{path}: {stats}"));
    let lock = compiled_ai_core::lock::Lock::parse(&project.read("compiled-ai/double/lock.toml")).unwrap();
    let tokens: u64 = lock.attempts.iter().map(compiled_ai_core::lock::Attempt::tokens).sum();
    assert_eq!(figure("/specs/0/locked/generation/tokens"), tokens as f64);
    let call = figure("/specs/0/call/tokens");
    assert!(
        (call - figure("/specs/0/call/system") - figure("/specs/0/call/input") - figure("/specs/0/call/output")).abs()
            < 0.11
    );
    assert!((figure("/summary/break_even") * call / tokens as f64 - 1.0).abs() < 0.01);
    assert_eq!(figure("/summary/first_pass_rate"), 0.0);
    let dollars: f64 = lock.attempts.iter().map(|attempt| attempt.dollars.unwrap()).sum();
    assert!((figure("/summary/generation/dollars") - dollars).abs() < 1e-6);
    assert_eq!(figure("/paper/methods/0/tokens_per_call"), 552.0);
    assert_eq!(project.run(&["stats", "--html", "out.html"]).status(), Some(0));
    let page = project.read("out.html");
    assert!(page.contains("<svg") && page.contains("double") && !page.contains("<script"), "{page}");
    assert_eq!(project.run(&["stats", "--html", "no/such/folder/out.html"]).status(), Some(2));
    assert_eq!(project.run(&["stats", "--html", "out.html", "--json"]).status(), Some(2));
}

#[test]
fn doctor_says_where_each_setting_comes_from() {
    let project = Project::new(&[GOOD]);
    configure(&project, "key_env = \"DOUBLE_KEY\"\n[budget]\nmax_tokens = 50000\n");
    let secret = "q7w8e9r0t1y2u3i4";
    let mut command = project.command(&["doctor"]);
    command.env("DOUBLE_KEY", secret).env("COMPILED_AI_MODEL", "other-1").env("COMPILED_AI_MODL", "x");
    let ran = project.ran(&mut command);
    assert!(!ran.shown().contains(secret), "{}", ran.shown());
    assert_steady!(ran);
    // Without the key, without the program, and with a limit in dollars that can't hold.
    project.write(
        "compiled-ai.toml",
        "provider = \"command\"\ncommand = [\"no-such-model\"]\nkey_env = \"DOUBLE_KEY\"\n[budget]\nmax_usd = 1\n",
    );
    assert_steady!(project.run(&["doctor"]));
    let checks = json(&project.run(&["doctor", "--json"]));
    let wrong = checks["checks"].as_array().unwrap().iter().filter(|check| check["state"] == "wrong").count();
    assert_eq!(wrong, 3, "{checks}");
    project.write("compiled-ai.toml", &format!("provider = \"command\"\napi_key = \"{secret}\"\n"));
    let ran = project.run(&["doctor"]);
    assert!(ran.status() == Some(1) && !ran.shown().contains(secret), "{}", ran.shown());
}

#[test]
fn a_key_in_the_file_is_refused_by_every_command() {
    let project = Project::new(&[GOOD]);
    let secret = "q7w8e9r0t1y2u3i4";
    configure(&project, &format!("api_key = \"{secret}\"\nmodle = \"m\"\n"));
    assert_steady!(project.run(&["compile"]));
    for command in ["compile", "plan", "stats", "check", "list"] {
        let ran = project.run(&[command]);
        assert!(ran.status() == Some(2) && !ran.shown().contains(secret), "{}", ran.shown());
    }
}
