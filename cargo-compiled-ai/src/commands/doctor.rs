//! `doctor`: what holds on this machine and where it comes from. Asks nobody unless told to, and never shows a key.

use compiled_ai_compiler::config::{Config, FILE, KEYS, ModelSettings};
use compiled_ai_compiler::kit::{Inspection, Kit};
use compiled_ai_compiler::model::{self, Reached, Settings};
use compiled_ai_compiler::prompt;
use compiled_ai_compiler::validate::security::Profile;
use compiled_ai_core::lock::{self, LOCK_FILE, Lock};
use compiled_ai_core::suggest;
use serde_json::json;

use super::toolchain;
use crate::Found;
use crate::arguments::{Doctor, Selection};
use crate::failure::Failure;
use crate::project::{self, Crate};
use crate::style;
use crate::table::Table;

/// How a check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// As it should be.
    Fine,
    /// Works, and could be better.
    Note,
    /// `compile` would fail.
    Wrong,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            State::Fine => "ok",
            State::Note => "note",
            State::Wrong => "wrong",
        }
    }
}

/// One thing that was looked at.
struct Check {
    about: &'static str,
    state: State,
    what: String,
    help: Option<String>,
}

fn check(about: &'static str, state: State, what: impl Into<String>) -> Check {
    Check { about, state, what: what.into(), help: None }
}

impl Check {
    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A setting that holds: key, value, where it comes from.
type Setting = (String, String, String);

/// Looks at everything that a compilation needs.
pub(crate) fn run(arguments: &Doctor) -> Result<Found, Failure> {
    let (mut checks, mut settings) = (vec![], vec![]);
    let crates = project::crates(arguments.manifest_path.as_deref(), arguments.package.as_deref());
    match &crates {
        Ok(crates) => {
            // What holds for the first; other members of a workspace are named where theirs differ.
            if let Some(krate) = crates.first() {
                settings = holding(&krate.config);
                configuration(&krate.config, arguments.online, &mut checks);
            }
            for other in crates.iter().skip(1).filter(|other| holding(&other.config) != settings) {
                let what = format!("`{}` has settings of its own; `-p {}` shows them", other.name, other.name);
                checks.push(check("configuration", State::Note, what));
            }
        }
        Err(failure) => {
            if !arguments.json {
                failure.show();
            }
            checks.push(check("configuration", State::Wrong, format!("{}: {}", failure.code, failure.message)));
        }
    }
    variables(&mut checks);
    if let Ok(crates) = &crates {
        machine(crates, &mut checks);
        locks(arguments, crates, &mut checks);
    }
    let is_wrong = checks.iter().any(|check| check.state == State::Wrong);
    if arguments.json {
        println!("{:#}", as_json(&checks, &settings));
    } else {
        show(&checks, &settings);
    }
    Ok(if is_wrong { Found::Problems } else { Found::Nothing })
}

/// Every key that has a value, set or default.
fn holding(config: &Config) -> Vec<Setting> {
    let set: Vec<Setting> =
        config.settings().map(|(path, value, from)| (path.to_owned(), value.to_string(), from)).collect();
    let is_set = |name: &str| set.iter().any(|(path, ..)| path == name);
    let defaults = KEYS
        .iter()
        .filter(|key| !key.default.is_empty() && !is_set(key.name))
        // An address and a key belong to providers that are reached by network.
        .map(|key| (key.name.to_owned(), key.default.to_owned(), "default".to_owned()));
    let mut all: Vec<Setting> = set.iter().cloned().chain(defaults).collect();
    all.sort();
    all
}

fn configuration(config: &Config, is_online: bool, checks: &mut Vec<Check>) {
    let files: Vec<String> = config.files.iter().map(|file| format!("`{}`", project::show(file))).collect();
    let what =
        if files.is_empty() { format!("there is no `{FILE}`") } else { format!("read {}", files.join(", then ")) };
    checks.push(check("configuration", State::Fine, what));
    match config.providers() {
        Ok(models) => {
            for model in &models {
                let name = if model.name.is_empty() { String::new() } else { format!("`{}`: ", model.name) };
                let price = match &model.price {
                    Some(price) => format!("price of {}", price.date),
                    None if model.is_free => "costs nothing".to_owned(),
                    None => "no price".to_owned(),
                };
                checks.push(check("model", State::Fine, format!("{name}{}, {price}", model.provider.kind())));
            }
        }
        Err(error) => {
            for problem in error.problems {
                let mut wrong = check("model", State::Wrong, format!("{}: {}", problem.code, problem.message));
                wrong.help = problem.help.into_iter().next();
                checks.push(wrong);
            }
        }
    }
    let models = config.models().unwrap_or_default();
    models.iter().for_each(|model| of_model(model, is_online, checks));
    let budget = config.budget();
    if budget.limits_dollars("") && models.iter().any(|model| model.price.is_none()) {
        let help = "write `[price]` with input, output and date, as `cargo compiled-ai explain CAI0741` shows";
        checks.push(check("budget", State::Wrong, "dollars are limited and a model has no price").help(help));
    } else if !budget.run.is_set() && budget.specs.is_empty() {
        let help = format!("write `[budget]` with `max_tokens` or `max_usd` into `{FILE}`");
        checks.push(check("budget", State::Note, "nothing limits what a run may spend").help(help));
    }
}

fn of_model(model: &ModelSettings, is_online: bool, checks: &mut Vec<Check>) {
    let http = model.http();
    let variable = match &http {
        Some(http) => http.key_env().map(str::to_owned),
        None => model.key_env.clone(),
    };
    let headers = http.iter().flat_map(|http| http.headers_env.values().cloned());
    for variable in variable.into_iter().chain(headers) {
        // Whether it is set, and nothing else of it.
        let is_set = std::env::var_os(&variable).is_some_and(|value| !value.is_empty());
        checks.push(if is_set {
            check("key", State::Fine, format!("`{variable}` is set"))
        } else {
            check("key", State::Wrong, format!("`{variable}` is not set"))
                .help(format!("set `{variable}` to the provider's key"))
        });
    }
    if let Some(http) = http.filter(|_| is_online) {
        checks.push(reach(&http));
    }
    if model.provider.as_deref() == Some("command")
        && let Some(program) = model.command.first()
        && !is_program(program, model)
    {
        let help = "check `command`; a relative path is looked for from the folder of the file that names it";
        checks.push(check("model", State::Wrong, format!("there is no program `{program}`")).help(help));
    }
}

/// Asks the provider for its list of models, which costs nothing.
fn reach(settings: &Settings) -> Check {
    match model::reachable(settings) {
        Ok(Reached { origin, models, has_model }) => {
            let count = models.map(|count| format!(", lists {count} models")).unwrap_or_default();
            match has_model {
                Some(false) => check("provider", State::Wrong, format!("{origin} does not list `{}`", settings.model))
                    .help("check `model`"),
                _ => check("provider", State::Fine, format!("{origin} answers and takes the key{count}")),
            }
        }
        Err(error) => {
            let wrong = check("provider", State::Wrong, format!("{}: {}", error.code, error.message));
            if error.help.is_empty() { wrong } else { wrong.help(error.help) }
        }
    }
}

fn is_program(program: &str, model: &ModelSettings) -> bool {
    if program.contains('/') || program.contains('\\') {
        return model.directory.join(program).is_file();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let names = [program.to_owned(), format!("{program}.exe"), format!("{program}.cmd")];
    std::env::split_paths(&path).any(|folder| names.iter().any(|name| folder.join(name).is_file()))
}

/// Variables that look like a slip of one that is read.
fn variables(checks: &mut Vec<Check>) {
    let known: Vec<&str> = KEYS.iter().filter_map(|key| key.variable).chain(["COMPILED_AI_CACHE"]).collect();
    for (name, _) in std::env::vars_os() {
        let Some(name) = name.to_str().filter(|name| name.starts_with("COMPILED_AI_")) else { continue };
        if !known.contains(&name)
            && let Some(near) = suggest::closest(name, known.iter().copied())
        {
            let what = format!("the environment variable `{name}` is not read");
            checks.push(check("environment", State::Note, what).help(format!("did you mean `{near}`?")));
        }
    }
}

fn machine(crates: &[Crate], checks: &mut Vec<Check>) {
    let Ok(cache) = toolchain::cache_folder() else {
        checks.push(check("cache", State::Wrong, "there is no cache folder").help("set `COMPILED_AI_CACHE`"));
        return;
    };
    checks.push(check("cache", State::Fine, format!("`{}`", cache.display())));
    let sources: Vec<_> = crates.iter().filter_map(|krate| toolchain::source(krate).ok()).collect();
    let Some(source) = sources.first() else {
        let help = "run `cargo add compiled-ai` and `cargo add --build compiled-ai-build`";
        checks.push(check("kit", State::Note, "no crate here links `compiled-ai`").help(help));
        return;
    };
    match Kit::inspect(source, &cache) {
        Ok(Inspection { toolchain, host, jail, built, .. }) => {
            checks.push(check("toolchain", State::Fine, format!("{toolchain} on {host}, with wasm32-unknown-unknown")));
            let state = if jail.confines_files() && jail.limits_processes() { State::Fine } else { State::Note };
            let confined = check("jail", state, jail.describe());
            checks.push(if state == State::Fine { confined } else { confined.help("see SECURITY.md") });
            let kit = match built {
                Some(version) => format!("{version}, built"),
                None => "not built yet: the next `compile` or `verify` builds it, which takes a minute".to_owned(),
            };
            checks.push(check("kit", State::Fine, kit));
        }
        Err(problem) => {
            let mut wrong = check("toolchain", State::Wrong, format!("{}: {}", problem.code, problem.message));
            wrong.help = problem.help.into_iter().next();
            checks.push(wrong);
        }
    }
}

/// What is locked, and what could be made or checked anew.
fn locks(arguments: &Doctor, crates: &[Crate], checks: &mut Vec<Check>) {
    let selection =
        Selection { specs: vec![], package: arguments.package.clone(), manifest_path: arguments.manifest_path.clone() };
    let Ok(specs) = project::specs(&selection) else {
        checks.push(check("locks", State::Note, "there are no specs").help("`cargo compiled-ai new NAME` begins one"));
        return;
    };
    let (mut count, mut other_gate, mut other_prompt) = (0, vec![], vec![]);
    for spec in &specs {
        let Ok(text) = std::fs::read_to_string(spec.lock_folder().join(LOCK_FILE)) else { continue };
        match Lock::parse(&text) {
            Ok(lock) => {
                count += 1;
                if lock.made.gate != Profile::gate_1().name {
                    other_gate.push(spec.stem());
                }
                if lock.made.prompt != prompt::VERSION {
                    other_prompt.push(spec.stem());
                }
            }
            Err(error) => checks.push(check("locks", State::Wrong, format!("`{}`: {error}", spec.stem()))),
        }
    }
    let what = format!("{count} of {} in {} locked, format {}", specs.len(), counted(crates.len()), lock::VERSION);
    checks.push(check("locks", State::Fine, what));
    if !other_gate.is_empty() {
        let what = format!("locked by another gate than {}: {}", Profile::gate_1().name, other_gate.join(", "));
        checks.push(
            check("locks", State::Note, what)
                .help("`cargo compiled-ai verify --update` checks them anew, without a model"),
        );
    }
    if !other_prompt.is_empty() {
        let what = format!("made with another prompt than version {}: {}", prompt::VERSION, other_prompt.join(", "));
        checks.push(
            check("locks", State::Note, what).help("they stay as they are; `compile --force` would pay for new ones"),
        );
    }
}

fn counted(crates: usize) -> String {
    if crates == 1 { "1 crate".to_owned() } else { format!("{crates} crates") }
}

fn show(checks: &[Check], settings: &[Setting]) {
    let mut table = Table::new(&["setting", "value", "from"]);
    settings.iter().for_each(|(key, value, from)| table.row(vec![key.clone(), value.clone(), from.clone()]));
    if !settings.is_empty() {
        anstream::println!("{}", table.draw(&[]));
    }
    let label = style::LABEL;
    for check in checks {
        let style = match check.state {
            State::Fine => style::DONE,
            State::Note => style::WARN,
            State::Wrong => style::ERROR,
        };
        anstream::println!("{style}{:<5}{style:#}  {:<13}  {}", check.state.name(), check.about, check.what);
        if let Some(help) = &check.help {
            anstream::println!("                      {label}= help:{label:#} {help}");
        }
    }
}

fn as_json(checks: &[Check], settings: &[Setting]) -> serde_json::Value {
    json!({
        "version": 1,
        "settings": settings.iter().map(|(key, value, from)| json!({ "key": key, "value": value, "from": from })).collect::<Vec<_>>(),
        "checks": checks.iter().map(|check| json!({
            "about": check.about, "state": check.state.name(), "what": check.what, "help": check.help,
        })).collect::<Vec<_>>(),
    })
}
