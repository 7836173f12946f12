// class: non-determinism; cwe: 330
use std::hash::{BuildHasher, Hasher, RandomState};

pub fn run(input: &str) -> String {
    let mut hasher = RandomState::new().build_hasher();
    hasher.write(input.as_bytes());
    hasher.finish().to_string()
}
