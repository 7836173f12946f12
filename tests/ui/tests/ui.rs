//! Runs the cases. `TRYBUILD=overwrite cargo test -p ui-tests` accepts what the compiler says now.

#[test]
fn the_attribute_says_what_is_wrong() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("cases/*.rs");
}
