//! The slowest texts that anybody thought of, as long as one likes.

#[path = "worst_rules.rs"]
mod rules;
#[path = "worst_values.rs"]
mod values;

use std::fmt::Write as _;

/// A text, and what is special about it.
pub(crate) struct Worst {
    pub(crate) name: String,
    pub(crate) source: String,
}

/// All of them, in the same order for every size, which is in bytes.
pub(crate) fn worst(size: usize) -> Vec<Worst> {
    let filled = |start: &str, unit: &dyn Fn(usize) -> String, end: &str| filled(size, start, unit, end);
    let literal = |unit: &mut dyn FnMut(usize) -> String| literal(size, unit);
    let mut all = vec![];
    let mut add = |name: &str, source: String| all.push(Worst { name: name.to_owned(), source });
    for (name, start, unit, end) in REPEATED {
        add(name, filled(start, &|_| (*unit).to_owned(), end));
    }
    for (name, start, unit, end) in NUMBERED {
        let unit = |i: usize| {
            let (this, next, letters) = (i.to_string(), (i + 1).to_string(), letters(i));
            unit.replace("#N", &next).replace("#L", &letters).replace('#', &this)
        };
        add(name, filled(start, &unit, end));
    }
    for (name, start, before, middle, after, end) in NESTED {
        let depth = |times: usize| (before.repeat(times), after.repeat(times));
        for times in [7, 30, 60] {
            let (open, close) = depth(times);
            let deep = filled(&format!("{start}{open}"), &|_| (*middle).to_owned(), &format!("{close}{end}"));
            add(&format!("{name}, {times} deep, long inside"), deep);
            let inner = middle.trim_end_matches(',');
            let many = filled("", &|_| format!("{start}{open}{inner}{close}{end}\n"), "");
            add(&format!("{name}, {times} deep, many"), many);
        }
    }
    add(
        "one string of letters",
        literal(&mut |i| char::from(b'a' + u8::try_from(i * 7 % 26).unwrap_or(0)).to_string()),
    );
    add("one string of digits", literal(&mut |i| (i * 7 % 10).to_string()));
    add("one string of blanks", literal(&mut |_| " ".to_owned()));
    add("one string of base64", literal(&mut |i| letters(i)));
    add("one string of hexadecimal digits", literal(&mut |i| format!("{:02x}", i * 37 % 256)));
    add("one string of escapes", literal(&mut |_| "\\n".to_owned()));
    add("one string of `é`", literal(&mut |_| "é".to_owned()));
    add("one string of `a@a.`", literal(&mut |_| "a@a.".to_owned()));
    add("one string of `+1 `", literal(&mut |_| "+1 ".to_owned()));
    add("one string of `12-34 `", literal(&mut |_| "12-34 ".to_owned()));
    add("one string of keywords of secrets", literal(&mut |_| "password = \\\"api_key token aws secret_ ".to_owned()));
    add("one string of words of SQL", literal(&mut |_| "select insert into from delete ".to_owned()));
    add("one string of tags", literal(&mut |_| "<a <b> </a ".to_owned()));
    let letters = "x".repeat(size.saturating_sub(100));
    add("one format of letters", format!("{RUN}format!(\"{letters}\");{END}"));
    add("one format of braces", format!("{RUN}format!(\"{}\");{END}", letters.replace("xx", "}}")));
    add("texts that double", doubling("const C#N: &str = concat!(C#, C#);\n", "const C0: &str = \"password\";\n"));
    add("variables that double", {
        let lets = doubling("let c#N = [c#, c#].concat();\n", "let c0 = \"x y z\";\n");
        format!("pub fn run(input: &str) -> String {{ {lets} c0 }}")
    });
    add("a buffer that doubles", {
        let lets = doubling("let c#N = format!(\"{c#}{c#}\");\n", "let c0 = \"x y z\";\n");
        format!("pub fn run(input: &str) -> String {{ {lets} c0 }}")
    });
    add(
        "a line comment",
        format!("//{}\npub fn run(input: &str) -> String {{ String::new() }}", "x".repeat(size - 100)),
    );
    add("a nested comment", format!("{}{}", "/*".repeat(size / 4), "*/".repeat(size / 4)));
    all.extend(values::worst(size));
    all.extend(rules::worst(size));
    all
}

const RUN: &str = "pub fn run(input: &str) -> String { ";
const END: &str = " String::new() }";
const AFTER: &str = "pub fn run(input: &str) -> String { String::new() }";

/// Name, beginning, what is repeated, end.
const REPEATED: &[(&str, &str, &str, &str)] = &[
    ("elements `1`", "const W: &[u8] = &[", "1,", "];pub fn run(input: &str) -> String { String::new() }"),
    ("elements `1` of vec", "pub fn run(input: &str) -> String { let x = vec![", "1,", "]; String::new() }"),
    ("elements `\"a\"`", "const W: &[&str] = &[", "\"a\",", "];pub fn run(input: &str) -> String { String::new() }"),
    ("elements `'a'`", "const W: &[char] = &[", "'a',", "];pub fn run(input: &str) -> String { String::new() }"),
    (
        "elements `(1,1)`",
        "const W: &[(u8, u8)] = &[",
        "(1,1),",
        "];pub fn run(input: &str) -> String { String::new() }",
    ),
    ("elements `&[]`", "const W: &[&[u8]] = &[", "&[],", "];pub fn run(input: &str) -> String { String::new() }"),
    ("names", RUN, "input;", END),
    ("calls", RUN, "a();", END),
    ("blocks", RUN, "{}", END),
    ("semicolons", RUN, ";", END),
    ("ifs", RUN, "if true {}", END),
    ("lets", RUN, "let a=1;", END),
    ("lets of vectors", RUN, "let a=vec![1];", END),
    ("formats", RUN, "format!(\"{input}\");", END),
    ("formats with arguments", RUN, "format!(\"{}{}\",input,input);", END),
    ("long formats", RUN, "format!(\"a{input}b{input}c{input}d{input}e{input}f{input}\");", END),
    ("matches", RUN, "matches!(1,1);", END),
    ("empty vectors", RUN, "vec![];", END),
    ("patterns", RUN, "regex!(r\"a\");", END),
    ("sums", RUN, "let a=\"a\".to_owned()+\"b\"+input;", END),
    ("appends", "pub fn run(input: &str) -> String { let mut s = String::new();", "s.push_str(\"ab\");", " s }"),
    (
        "appended passwords",
        "pub fn run(input: &str) -> String { let mut s = String::new();",
        "s+=\"password\";",
        " s }",
    ),
    ("joins", RUN, "[\"ab\",\"cd\",input].concat();", END),
    ("replaces", RUN, "\"ab\".replace(\"a\",input);", END),
    ("arms", "pub fn run(input: &str) -> String { match 1 {", "1=>{}", "_=>{}} String::new() }"),
    ("arms of strings", "pub fn run(input: &str) -> String { match input {", "\"ab\"=>1,", "_=>1}; String::new() }"),
    ("closures", RUN, "let f=|a|a;", END),
    ("comparisons", RUN, "let a=1<2&&3>2;", END),
    ("empty functions without a name that differs", "", "fn f(){}", AFTER),
    ("attributes", "", "#[derive(Debug)]struct S;", AFTER),
    ("comments of documentation", "", "/// a\n", AFTER),
    ("documentation of each item", "", "/// a\nconst _:u8=1;", AFTER),
    ("generic types", RUN, "let a:Vec<Vec<u8>>=b;", END),
    ("turbofish", RUN, "a::<u8>();", END),
    ("unknown names", RUN, "zzzzz;", END),
    ("unknown methods", RUN, "input.zzzzz();", END),
    ("closing brackets", "", ")", ""),
    ("not ASCII", "", "é", ""),
    ("invisible", "", "\"\u{202e}\"", ""),
    ("hashes", "", "#", ""),
    ("attributes of nothing", "", "#[a]", ""),
    ("modules", "", "mod a{}", AFTER),
    ("uses", "", "use std::cmp::min;", AFTER),
    ("uses of groups", "", "use std::{cmp::{min,max},mem::{take,swap}};", AFTER),
    ("anything", "", "a ", ""),
    ("macros as items", "", "a!{}", AFTER),
    ("numbers with many digits", RUN, "999999999999999999999999999999999999999999999999999999999;", END),
    ("numbers of cards", RUN, "4539148803436468;", END),
    ("statements of 400 sums", RUN, SUM, END),
    ("statements of 400 calls", RUN, CALLS, END),
    ("statements of 400 alternatives", RUN, ALTERNATIVES, END),
];

const SUM: &str =
    concat!("let a=1", "+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1", ";");
const CALLS: &str =
    "let a=input.trim().trim().trim().trim().trim().trim().trim().trim().trim().trim().trim().trim().trim();";
const ALTERNATIVES: &str =
    "matches!(input,\"a\"|\"b\"|\"c\"|\"d\"|\"e\"|\"f\"|\"g\"|\"h\"|\"i\"|\"j\"|\"k\"|\"l\"|\"m\"|\"n\"|\"o\");";

/// The same; `#` is a number, `#N` the next one, `#L` letters and digits that differ.
const NUMBERED: &[(&str, &str, &str, &str)] = &[
    ("functions", "", "fn f#(){}", AFTER),
    ("functions that call the next", "", "fn f#()->u8{f#N()}", AFTER),
    ("functions with a text", "", "fn f#()->&'static str{let a=\"b\";a}", AFTER),
    ("constants", "", "const C#:&str=\"ab\";", AFTER),
    ("constants, then functions", "", "const C#:&str=\"ab\";fn f#(){}", AFTER),
    ("constants of the next", "", "const C#:usize=C#N;", AFTER),
    ("constants of sums of the next", "", "const C#:usize=C#N+C#N;", AFTER),
    ("structs", "", "struct S#;", AFTER),
    ("structs of the next", "", "struct S#{a:S#N}", AFTER),
    ("aliases of the next", "", "type A#=(A#N,A#N);", AFTER),
    ("enums", "", "enum E#{A,B}", AFTER),
    ("variants", "enum E{", "V#,", "}pub fn run(input: &str) -> String { String::new() }"),
    ("methods", "struct S;impl S{", "fn m#(&self){}", "}pub fn run(input: &str) -> String { String::new() }"),
    (
        "methods that are called",
        "struct S;impl S{",
        "fn m#(&self){self.m#N()}",
        "}pub fn run(input: &str) -> String { String::new() }",
    ),
    ("implementations", "struct S;", "impl S{fn m#(&self){}}", AFTER),
    ("generic functions", "", "fn f#<A,B:Clone>(a:A,b:B){}", AFTER),
    ("functions with lifetimes", "", "fn f#<'a>(a:&'a str)->&'a str{a}", AFTER),
    ("variables", RUN, "let x#=1;", END),
    ("variables that are used", RUN, "let x#=1;x#;", END),
    ("texts in variables", RUN, "let x#=\"ab\";", END),
    ("unknown variables beside known ones", RUN, "let x#=1;y#;", END),
    (
        "unknown long variables",
        RUN,
        "let abcdefghijabcdefghijabcdefghij#=1;",
        "; abcdefghijabcdefghijabcdefghi0x; String::new() }",
    ),
    (
        "long names",
        RUN,
        "let x#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=1;",
        END,
    ),
    (
        "strings that differ",
        "const W: &[&str] = &[",
        "\"#L\",",
        "];pub fn run(input: &str) -> String { String::new() }",
    ),
    (
        "long strings that differ",
        "const W: &[&str] = &[",
        "\"#L#L#L#L#L#L#L#L\",",
        "];pub fn run(input: &str) -> String { String::new() }",
    ),
    ("strings with names of secrets", RUN, "let password#=\"#L#L\";", END),
    (
        "strings with phrases",
        "const W: &[&str] = &[",
        "\"TOTAL #L KEDAI\",\"api key #\",",
        "];pub fn run(input: &str) -> String { String::new() }",
    ),
    (
        "numbers that differ",
        "const W: &[u64] = &[",
        "4539148#80343,",
        "];pub fn run(input: &str) -> String { String::new() }",
    ),
    ("lists of three", RUN, "let x#=[\"#L\",\"#L\",\"#L\"];", END),
    ("buffers", RUN, "let mut s#=String::new();s#.push_str(\"select * from \");s#.push_str(input);", END),
    ("queries", RUN, "format!(\"select # from t where a = {input}\");", END),
];

/// Name, beginning, what opens, what is repeated inside, what closes, end: inside of `run`.
const NESTED: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("vectors", "fn f() { let x = ", "vec![", "1,", "]", "; }"),
    ("formats", "fn f(i: &str) { let x = ", "format!(\"a{}\",", "i,", ")", "; }"),
    ("sums in formats", "fn f(i: &str) { let x = ", "format!(\"a{}\",i.to_owned()+&", "i,", ")", "; }"),
    ("parentheses", "fn f() { let x = ", "(", "1,", ")", "; }"),
    ("arrays", "fn f() { let x = ", "[", "1,", "]", "; }"),
    ("blocks", "fn f() { ", "{", "1;", "}", " }"),
    ("closures", "fn f() { let x = ", "(|a|", "1,", ")", "; }"),
    ("matches", "fn f() { let x = ", "match 1 { _ => ", "{}", "}", "; }"),
    ("closures in arms", "fn f() { let x = ", "match 1 { _ => || {", "1;", "}}", "; }"),
    ("calls", "fn f(i: &str) { let x = ", "i.replace(\"a\",&", "i,", ")", "; }"),
    ("lists that are joined", "fn f(i: &str) { let x = ", "[\"a\",&", "i,", "].concat()", "; }"),
    ("conditions", "fn f() { ", "if true {", "1;", "}", " }"),
    ("functions", "", "fn f(){", "1;", "}", ""),
];

fn filled(size: usize, start: &str, unit: &dyn Fn(usize) -> String, end: &str) -> String {
    let mut text = start.to_owned();
    for index in 0.. {
        let next = unit(index);
        if text.len() + next.len() + end.len() > size {
            break;
        }
        text.push_str(&next);
    }
    text + end
}

fn literal(size: usize, unit: &mut dyn FnMut(usize) -> String) -> String {
    let mut text = "const PASSWORD: &str = \"".to_owned();
    for index in 0.. {
        if text.len() + 200 > size {
            break;
        }
        text.push_str(&unit(index));
    }
    text + "\";\n" + AFTER
}

fn doubling(unit: &str, first: &str) -> String {
    let mut text = first.to_owned();
    for index in 0..60 {
        let next = (index + 1).to_string();
        let _ = write!(text, "{}", unit.replace("#N", &next).replace('#', &index.to_string()));
    }
    text
}

/// Eight letters and digits that differ from number to number.
fn letters(number: usize) -> String {
    let mut state = (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (0..8)
        .map(|_| {
            state = state.rotate_left(11).wrapping_mul(0x2545_f491_4f6c_dd1d);
            char::from(b"abcdefghijklmnopqrstuvwxyz012345"[(state >> 59) as usize])
        })
        .collect()
}
