//! Accepts or refuses each file, with codes.
use std::collections::BTreeSet;
use compiled_ai_fuzz::validate::security::{Names, Profile, Signature, check_with_literals};

fn main() {
    let types = BTreeSet::new();
    let names = Names { types: &types, signature: Signature::Either };
    for path in std::env::args().skip(1) {
        let source = std::fs::read_to_string(&path).expect("a file");
        match check_with_literals(&source, Profile::gate_1(), &names, None) {
            Ok(_) => println!("ACCEPTED {path}"),
            Err(refusals) => {
                println!("REFUSED {path}");
                for r in refusals { println!("    {}:{} {} {}", r.line, r.column, r.code, r.message); }
            }
        }
    }
}
