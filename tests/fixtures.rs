//! Crates of users, built by the real Cargo from end to end.
//!
//! `tests/ui` has what the attribute says about its item; here is all that needs a build script, a lock or a layout.

mod support;

use support::Fixture;

#[test]
fn a_hit_is_linked_in_every_form() {
    let fixture = Fixture::new("basic", "basic");
    let said = fixture.cargo(["run"]).expect_success();
    insta::assert_snapshot!(said.stdout);
    assert!(!said.stderr.contains("warning"), "{}", said.stderr);
}
