//! Generations that come to nothing.

use super::*;

/// The errors, without what changes with any word of the prompt.
fn steady(errors: &str) -> String {
    let cache = cache().display().to_string();
    errors.replace(&cache, "[cache]")
}

macro_rules! assert_errors {
    ($errors:expr) => {
        insta::with_settings!({ filters => vec![
            (r"\d+ ms|\d+\.\d s", "[time]"),
            (r"\d+ (tokens|of the prompt)", "[n] $1"),
            (r"\(\d+ KiB", "([n] KiB"),
            (r"app@\S+: ", "app@[version]: "),
            (r"double-[0-9a-f]+", "double-[hash]"),
            (r"(?m)^warning: .*(building the kit|waiting for another|candidates are compiled).*\n", ""),
        ] }, { insta::assert_snapshot!(steady(&$errors)) })
    };
}

#[test]
fn a_candidate_that_fails_is_not_locked_and_not_paid_for_again() {
    let app = App::with_script("failing", "[ -e right ] && cat good.md || cat wrong.md");
    app.configure("attempts = 1\n");
    let errors = app.build().errors();
    assert_errors!(errors);
    assert_eq!((app.asked(), app.is_locked()), (1, false));
    // The next build has the same spec and settings.
    let errors = app.build().errors();
    assert!(errors.contains("nobody was asked again with the same spec and settings"), "{errors}");
    assert!(errors.contains("no candidate for `specs/double.yaml` passed"), "{errors}");
    assert_eq!(app.asked(), 1);
    // With other settings, or another spec, there is something to be tried.
    app.configure("attempts = 2\n");
    assert_eq!((app.build().success, app.asked()), (false, 3));
    app.0.write("right", "");
    app.0.edit(SPEC, "Double a number.", "Double a whole number.");
    app.build().expect_success();
    assert_eq!((app.asked(), app.lock().attempts.len()), (4, 1));
}

#[test]
fn a_failing_reply_leaves_what_was_locked_before() {
    let app = App::with_script("stale", "[ $n = 1 ] && cat good.md || cat wrong.md");
    app.configure("attempts = 1\n");
    app.build().expect_success();
    let before = fs::read(app.0.path(LOCK)).expect("it is locked");
    app.0.edit(SPEC, "Double a number.", "Double a whole number.");
    let errors = app.build().errors();
    assert!(errors.contains("has changed since it was locked") && errors.contains("[CAI0705]"), "{errors}");
    assert_eq!(fs::read(app.0.path(LOCK)).expect("it is still there"), before);
    // Back to what was locked: a hit, whatever failed meanwhile.
    app.0.edit(SPEC, "Double a whole number.", "Double a number.");
    app.0.cargo(["check"]).expect_success();
    assert_eq!(app.asked(), 2);
}

#[test]
fn nobody_is_asked_beyond_the_budget() {
    let app = App::with_script("budget", "cat wrong.md");
    app.configure("[budget]\nmax_tokens = 1000\n");
    let errors = app.build().errors();
    assert_errors!(errors);
    assert_eq!((app.asked(), app.is_locked()), (0, false));
    app.configure("[budget]\nmax_usd = 1\n");
    let errors = app.build().errors();
    assert!(errors.contains("has a limit in dollars and its model no price"), "{errors}");
    assert_eq!(app.asked(), 0);
    // A budget for one request: the next build does not have it once more.
    let counted = compiled_ai_compiler::tokens::count(&app.first_prompt().text());
    let worst = (counted as f64 * 1.8).ceil() as u64 + 1000;
    app.configure(&format!("[budget]\nmax_tokens = {worst}\n"));
    for _ in 0..2 {
        let errors = app.build().errors();
        assert!(
            errors.contains("the budget does not allow another attempt") && errors.contains("1 reply is kept"),
            "{errors}"
        );
        assert_eq!((app.asked(), app.is_locked()), (1, false));
    }
    // With a higher limit it is gone on with: the first reply was paid for.
    app.0.write("wrong.md", GOOD);
    app.configure("");
    let said = app.build().expect_success();
    assert!(said.stderr.contains("paid for in an earlier run"), "{}", said.stderr);
    assert_eq!((app.asked(), app.lock().attempts.len()), (2, 2));
}

#[test]
fn a_provider_that_cannot_be_asked_is_told_and_asked_again() {
    let app = App::with_script("provider", "[ -e up ] && cat good.md || { echo 'no such model' >&2; exit 3; }");
    let errors = app.build().errors();
    assert!(errors.contains("no such model") && !app.is_locked(), "{errors}");
    assert_eq!(app.asked(), 1);
    app.0.write("up", "");
    app.build().expect_success();
    assert_eq!(app.asked(), 2);
}

#[test]
fn a_folder_that_cannot_be_written_costs_nothing() {
    let app = App::with_script("folder", "cat good.md");
    // As root, permissions stop nobody; a link that leads nowhere does.
    fs::create_dir(app.0.path("app/compiled-ai")).expect("a folder can be created");
    std::os::unix::fs::symlink("/no/such/folder", app.0.path("app/compiled-ai/double")).expect("a link can be made");
    let errors = app.build().errors();
    assert!(errors.contains("can't be written") && errors.contains("no model was asked"), "{errors}");
    assert_eq!(app.asked(), 0);
}

#[test]
fn a_build_that_is_killed_loses_nothing_it_paid_for() {
    use std::os::unix::process::CommandExt as _;
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    let wait = "[ $n = 2 ] && until [ -e go ]; do sleep 0.1; done";
    let app = App::with_script("killed", &format!("{wait}; [ $n = 1 ] && cat wrong.md || cat good.md"));
    let mut build = app.asking(&["check"]).process_group(0).stderr(Stdio::null()).spawn().expect("cargo can be run");
    let end = Instant::now() + Duration::from_secs(600);
    while !app.0.path("prompt.2.md").exists() {
        assert!(Instant::now() < end, "the second prompt never came");
        std::thread::sleep(Duration::from_millis(20));
    }
    // As Ctrl-C and a machine that loses its power reach all of them.
    let kill = format!("kill -KILL -{}", build.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().expect("sh can be run").success());
    assert!(!build.wait().expect("it has ended").success());
    app.0.write("go", "");
    assert!(!app.0.path(LOCK).exists());
    let said = app.build().expect_success();
    assert!(said.stderr.contains("paid for in an earlier run"), "{}", said.stderr);
    assert_eq!((app.asked(), app.lock().attempts.len()), (3, 2));
    let left: Vec<_> = fs::read_dir(app.0.path("app/compiled-ai/double")).expect("it is locked").flatten().collect();
    assert_eq!(left.len(), 2, "nothing is left behind: {left:?}");
}
