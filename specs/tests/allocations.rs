//! How often the functions of the showcase allocate in a call, once they have been called before.
#![allow(unsafe_code, reason = "an allocator that counts")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use showcase_specs::{normalize_address, order_summary, prior_authorization, read_receipt};

thread_local!(static ALLOCATIONS: Cell<usize> = const { Cell::new(0) });

struct Counting;

// SAFETY: everything is passed on to `System` as it came; counting neither allocates nor panics.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: as the caller promised.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as the caller promised.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: as the caller promised.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn count() {
    let _ = ALLOCATIONS.try_with(|allocations| allocations.set(allocations.get() + 1));
}

/// In one call of each input, the second time that it is seen, when patterns are compiled and their caches filled: the most, and the
/// mean.
fn allocations<I, O>(inputs: &[I], call: impl Fn(&I) -> O) -> (usize, usize) {
    assert!(!inputs.is_empty());
    inputs.iter().for_each(|input| drop(call(input)));
    let counts: Vec<usize> = inputs
        .iter()
        .map(|input| {
            let before = ALLOCATIONS.get();
            let answer = call(input);
            let counted = ALLOCATIONS.get() - before;
            drop(answer);
            counted
        })
        .collect();
    (counts.iter().copied().max().unwrap(), counts.iter().sum::<usize>().div_ceil(counts.len()))
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/examples")
}

/// The inputs of the examples of a spec that are JSON.
fn inputs(name: &str) -> Vec<Value> {
    let texts: Vec<String> = match fs::read_to_string(examples().join(format!("{name}.jsonl"))) {
        Ok(lines) => lines.lines().map(str::to_owned).collect(),
        Err(_) => files(&examples().join(name), "json"),
    };
    texts.iter().map(|text| serde_json::from_str::<Value>(text).unwrap()["input"].take()).collect()
}

fn files(folder: &Path, ending: &str) -> Vec<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let wanted = paths.filter(|path| path.extension().is_some_and(|found| found == ending));
    wanted.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// An output's own strings, lists and maps are among them: an address has up to ten.
#[test]
fn a_call_allocates_no_more_than_this() {
    let receipts = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../datasets/receipts"), "txt");
    let addresses: Vec<String> = inputs("address").iter().map(|input| input["text"].as_str().unwrap().into()).collect();
    let orders: Vec<order_summary::OwnedInput> =
        inputs("order_summary").into_iter().map(|input| serde_json::from_value(input).unwrap()).collect();
    let requests: Vec<prior_authorization::OwnedInput> =
        inputs("prior_authorization").into_iter().map(|input| serde_json::from_value(input).unwrap()).collect();
    let counted = [
        ("prior_authorization", allocations(&requests, |input| prior_authorization::run(input.as_input()))),
        ("order_summary", allocations(&orders, |input| order_summary::run(input.as_input()))),
        ("address", allocations(&addresses, |text| normalize_address(text))),
        ("receipt", allocations(&receipts, |text| read_receipt(text))),
    ];
    // The most in one call, and the mean.
    let bounds = [(5, 2), (14, 8), (86, 57), (193, 90)];
    for ((name, (most, mean)), bound) in counted.iter().zip(bounds) {
        assert!(*most <= bound.0 && *mean <= bound.1, "{name}: at most {most}, on average {mean}; all: {counted:?}");
    }
}
