//! What the tests of the host run in it: a module by hand, whose function does what its input says.
//!
//! `run: func(input: record { text: string }) -> result<record { count: s64, lines: list<string> }, abstain>`
#![allow(static_mut_refs)]
use std::alloc::{Layout, alloc, realloc};

static mut CALLS: i64 = 0;
static mut KEPT: Vec<String> = Vec::new();
#[repr(C, align(8))]
struct Area([u32; 10]);
static mut AREA: Area = Area([0; 10]);

#[unsafe(no_mangle)]
unsafe extern "C" fn cabi_realloc(old: *mut u8, old_size: usize, align: usize, size: usize) -> *mut u8 {
    unsafe {
        let made = match old_size {
            0 => alloc(Layout::from_size_align_unchecked(size, align)),
            _ => realloc(old, Layout::from_size_align_unchecked(old_size, align), size),
        };
        if made.is_null() { std::process::abort() }
        made
    }
}

#[unsafe(export_name = "compiled-ai:test/function#run")]
unsafe extern "C" fn run(address: *mut u8, length: usize) -> *const u32 {
    let text = unsafe {
        match length {
            0 => String::new(),
            _ => String::from_utf8_unchecked(Vec::from_raw_parts(address, length, length)),
        }
    };
    unsafe { CALLS += 1 };
    let words: Vec<&str> = text.split(' ').collect();
    match words[0] {
        "loop" => loop {
            std::hint::black_box(0);
        },
        "panic" => panic!("as it was told"),
        "recurse" => return ok(recurse(words.len() as u64) as i64, &[]),
        "leap" => return ok(leap(1_000_000) as i64, &[]),
        "take" => {
            let mut taken: Vec<Vec<u8>> = vec![];
            let megabytes: usize = words[1].parse().unwrap();
            for _ in 0..megabytes {
                taken.push(std::hint::black_box(vec![1; 1 << 20]));
            }
            return ok(taken.len() as i64, &[]);
        }
        "abstain" => return abstain(words[1], words.get(2).copied()),
        "keep" => unsafe { KEPT.push(words[1].to_owned()) },
        "kept" => return ok(0, &std::mem::take(unsafe { &mut KEPT }).iter().map(String::as_str).collect::<Vec<_>>()),
        "calls" => return ok(unsafe { CALLS }, &[]),
        "length" => return ok(text.len() as i64, &[]),
        "utf8" => return raw([0, 0, 0, 0, list(&[(bytes(&[0xff]), 1)]), 1]),
        "outside" => return raw([0, 0, 0, 0, 0xffff_fff0, 1]),
        "long" => return raw([0, 0, 0, 0, 8, 0xffff_ffff]),
        "crooked" => return raw([0, 0, 0, 0, 1, 1]),
        "third" => return raw([2, 0, 0, 0, 8, 0]),
        "astray" => return 0xffff_fff0 as *const u32,
        "bomb" => {
            let megabyte = bytes(&vec![b'x'; 1 << 20]);
            return raw([0, 0, 0, 0, list(&vec![(megabyte, 1 << 20); 100_000]), 100_000]);
        }
        "scan" => {
            let mut lines: Vec<&str> = text.lines().filter(|line| line.contains("TOTAL")).collect();
            lines.truncate(8);
            return ok(text.bytes().filter(u8::is_ascii_digit).count() as i64, &lines);
        }
        _ => {}
    }
    ok(words.len() as i64, &words)
}

#[unsafe(export_name = "cabi_post_compiled-ai:test/function#run")]
unsafe extern "C" fn post_return(_: *const u32) {}

fn recurse(depth: u64) -> u64 {
    if std::hint::black_box(depth) == 0 { 0 } else { recurse(std::hint::black_box(depth + 1)) + depth }
}

fn leap(depth: u64) -> u64 {
    let room = std::hint::black_box([depth; 2000]);
    if depth == 0 { 0 } else { leap(depth - 1) + room[(depth % 2000) as usize] }
}

fn bytes(bytes: &[u8]) -> u32 {
    Box::leak(bytes.to_vec().into_boxed_slice()).as_ptr() as u32
}

fn list(items: &[(u32, u32)]) -> u32 {
    Box::leak(items.iter().flat_map(|(at, length)| [*at, *length]).collect::<Box<[u32]>>()).as_ptr() as u32
}

fn raw(words: [u32; 6]) -> *const u32 {
    unsafe {
        AREA.0[..6].copy_from_slice(&words);
        AREA.0.as_ptr()
    }
}

fn ok(count: i64, lines: &[&str]) -> *const u32 {
    let at: Vec<(u32, u32)> = lines.iter().map(|line| (bytes(line.as_bytes()), line.len() as u32)).collect();
    raw([0, 0, count as u32, (count >> 32) as u32, list(&at), at.len() as u32])
}

fn abstain(reason: &str, field: Option<&str>) -> *const u32 {
    // Behind a first byte that is padded to 8, since the output is aligned to 8.
    let (at, length) = field.map_or((0, 0), |field| (bytes(field.as_bytes()), field.len() as u32));
    unsafe {
        AREA.0[..7].copy_from_slice(&[1, 0, bytes(reason.as_bytes()), reason.len() as u32, field.is_some().into(), at, length]);
        AREA.0.as_ptr()
    }
}
