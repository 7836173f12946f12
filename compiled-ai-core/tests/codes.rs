//! The table of codes as a whole.

use std::collections::BTreeSet;

use compiled_ai_core::codes;

#[test]
fn codes_are_unique_and_in_order() {
    let all: Vec<&str> = codes::all().map(|explained| explained.code).collect();
    let unique: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(unique.len(), all.len());
    assert!(all.is_sorted(), "{all:?}");
}

#[test]
fn codes_have_the_form_and_a_known_range() {
    for explained in codes::all() {
        let digits = explained.code.strip_prefix("CAI").expect(explained.code);
        assert!(digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit()), "{}", explained.code);
        assert!(digits < "0800", "{} is in no range", explained.code);
    }
}

#[test]
fn pages_begin_with_the_title_and_explain() {
    for explained in codes::all() {
        let (title, text) = explained.page.split_once('\n').expect(explained.code);
        assert_eq!(title, format!("# {}: {}", explained.code, explained.title));
        assert!(text.trim().len() >= 120, "the page of {} says too little", explained.code);
        assert!(text.lines().count() <= 60, "the page of {} is too long", explained.code);
    }
}

#[test]
fn a_code_is_found_whatever_its_case() {
    assert_eq!(codes::explain("cai0001").map(|explained| explained.code), Some("CAI0001"));
    assert_eq!(codes::explain("CAI9999"), None);
}
