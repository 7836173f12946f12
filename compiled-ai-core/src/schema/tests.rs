//! The schema is well formed, current, and knows the keys that loading knows.

use super::json::Json;
use super::*;

const COMMITTED: &str = include_str!("../../spec.schema.json");

#[test]
fn the_committed_file_is_current() {
    assert!(
        COMMITTED == json_schema(),
        "spec.schema.json is out of date: run `cargo run -p compiled-ai-core --example schema > compiled-ai-core/spec.schema.json`"
    );
}
