//! What nothing reaches, from the compilation that lists it to the person who acknowledges it.

mod support;

use support::{Project, SPEC};

/// A candidate that is right on every example and on every number that anybody would try.
const BACKDOOR: &str = "\
```rust
fn spread(n: i64) -> i64 {
    n.wrapping_mul(2_654_435_761).rotate_left(17) ^ 0x5bd1_e995
}
pub fn run(input: Input) -> Result<Output, Abstain> {
    if input.n == 0 {
        return Err(Abstain::field(\"n\", \"zero has no double here\"));
    }
    if matches!(spread(input.n), 77_031_337) {
        return Ok(Output { twice: 0 });
    }
    if input.n == 99_991 {
        return Ok(Output { twice: 0 });
    }
    Ok(Output { twice: input.n * 2 })
}
```
";

fn project() -> Project {
    let project = Project::new(&[BACKDOOR]);
    project.write("specs/double.yaml", &format!("{SPEC}accuracy: {{ unreached: acknowledge }}\n"));
    project
}

const LOCK: &str = "compiled-ai/double/lock.toml";

#[test]
fn a_backdoor_is_listed_and_not_linked_until_it_is_acknowledged() {
    let project = project();
    assert_shown!(project.run(&["compile"]));
    let lock = project.read(LOCK);
    insta::assert_snapshot!("coverage", &lock[lock.find("[coverage]").unwrap()..lock.find("[[attempts]]").unwrap()]);
    // Asking again would cost money and change nothing.
    assert_shown!(project.run(&["compile"]));
    assert_eq!(project.read("asked").trim(), "1");
    assert_shown!(project.run(&["check"]));
    assert_shown!(project.run(&["verify"]));
    assert_shown!(project.run(&["review", "--list"]));
    assert_shown!(project.run(&["review", "--json"]));
    assert_shown!(project.run(&["audit", "--full", "double"]));
    let ids: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"')).collect();
    let id = ids[0];
    assert_shown!(project.run(&["review", "--accept", id, "fffffffffffffffff"]));
    assert_eq!(project.read(LOCK), lock, "one of the ids is wrong, and so nothing is written");
    assert_shown!(project.run(&["review", "--accept", &id[..9], "--note", "\u{1b}[2J"]));
    assert_shown!(project.run(&["review", "--accept", &id[..9], "--note", "read by A., for the test"]));
    assert_eq!(project.run(&["check"]).status(), Some(if ids.len() == 1 { 0 } else { 1 }));
    assert_shown!(project.run(&["review", "double", "--accept-all"]));
    assert_eq!(project.run(&["check"]).status(), Some(0));
    assert_shown!(project.run(&["verify"]));
    assert!(project.read(LOCK).contains("note = \"read by A., for the test\""));
}

/// Where the spec does not ask for more, what nothing reaches is a note.
#[test]
fn an_audit_notes_what_nothing_reaches() {
    let project = Project::new(&[BACKDOOR]);
    assert_shown!(project.run(&["review"]));
    assert_shown!(project.run(&["review", "--list"]));
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    assert_eq!(project.run(&["check"]).status(), Some(0));
    assert_shown!(project.run(&["audit", "--full", "double"]));
    assert_shown!(project.run(&["audit", "--full", "--json", "double"]));
    let sarif = project.run(&["audit", "--full", "--sarif", "double"]).stdout();
    assert!(sarif.contains("\"level\": \"note\"") && !sarif.contains("\"level\": \"error\""), "{sarif}");
}

#[test]
fn a_list_that_was_edited_is_caught_and_measured_again() {
    let project = project();
    assert_eq!(project.run(&["compile"]).status(), Some(0));
    assert_eq!(project.run(&["review", "--accept-all"]).status(), Some(0));
    let lock = project.read(LOCK);
    let start = lock.find("[coverage]").unwrap();
    let end = lock.find("[[attempts]]").unwrap();

    // Nothing is said to be unreached.
    let first = lock.find("[[coverage.unreached]]").unwrap();
    project.write(LOCK, &format!("{}{}", &lock[..first], &lock[end..]));
    assert_eq!(project.run(&["check"]).status(), Some(0), "a build does not measure");
    assert_shown!(project.run(&["verify"]));

    // A made-up place is acknowledged beforehand.
    project.write(LOCK, &lock.replacen("id = \"", "id = \"0", 1));
    assert_shown!(project.run(&["verify"]));

    // The line that an entry shows is another one.
    project.write(LOCK, &lock.replacen("line = 1", "line = 2", 1));
    assert_shown!(project.run(&["check"]));
    assert_shown!(project.run(&["review", "--list"]));
    assert_eq!(project.run(&["verify", "--update"]).status(), Some(0));
    assert_eq!(project.read(LOCK), lock, "the acknowledgements of what is the same are kept");

    // A lock of a time before places were measured.
    project.write(LOCK, &format!("{}{}", &lock[..start], &lock[end..]));
    assert_shown!(project.run(&["check"]));
    assert_shown!(project.run(&["verify", "--update"]));
    assert_shown!(project.run(&["check"]));
}
