//! Texts that one rule, or several at their limits together, are slow for.

use super::{AFTER, END, RUN, Worst, filled};

/// All of them, in the same order for every size, which is in bytes.
pub(super) fn worst(size: usize) -> Vec<Worst> {
    let mut all = vec![];
    let mut add = |name: String, source: String| all.push(Worst { name, source });
    for unit in KEYS {
        add(format!("one string of `{unit}`"), filled(size, "const A:&str=\"", &|_| (*unit).to_owned(), &close(AFTER)));
    }
    let keys = KEYS.concat();
    add("one string of all keys".to_owned(), filled(size, "const A:&str=\"", &|_| keys.clone(), &close(AFTER)));
    for unit in SIGNS {
        let format = |text: String| format!("format!(\"{text}{{input}}\");");
        let long = filled(size.saturating_sub(90), "", &|_| (*unit).to_owned(), "");
        add(format!("one format of `{unit}`"), format!("{RUN}{}{END}", format(long)));
        let piece = unit.repeat(780 / unit.len());
        add(format!("formats of `{unit}`"), filled(size, RUN, &|i| format(format!("{i}{piece}")), END));
        add(
            format!("a buffer of `{unit}`"),
            filled(size, BUFFER, &|i| format!("s.push_str(\"{i}{piece}\");s.push_str(input);"), " s }"),
        );
    }
    for (name, start, open, inside, close, end) in NESTED {
        let times = 29;
        let end = format!("{}{end}", close.repeat(times));
        let start = format!("{start}{}", open.repeat(times));
        add((*name).to_owned(), filled(size, &start, &|_| (*inside).to_owned(), &end));
    }
    for (name, half, start, first, middle, second, end) in HALVES {
        let fill = |limit: usize, start: &str, unit: &str| {
            if unit.is_empty() {
                return start.to_owned();
            }
            filled(limit, start, &|i| unit.replace("#N", &(i + 1).to_string()).replace('#', &i.to_string()), "")
        };
        let text = fill(size * half / 100, start, first) + middle;
        let text = fill(size.saturating_sub(end.len()), &text, second);
        add((*name).to_owned(), text + end);
    }
    // As many tokens as there may be with as much text as there may be.
    for (name, unit) in ALL {
        for share in [20, 50, 80] {
            let long = "password = token: a1B2 SELECT a FROM b where c=d <a href= 4539 1488 a@b ".repeat(7);
            let texts = filled(size * share / 100, "", &|i| format!("const T{i}:&str=\"{i} {long}\";"), "");
            let code = filled(
                size.saturating_sub(AFTER.len()),
                &texts,
                &|i| unit.replace("#N", &(i + 1).to_string()).replace('#', &i.to_string()),
                AFTER,
            );
            add(format!("{name} beside texts, {share} %"), code);
        }
    }
    all
}

fn close(after: &str) -> String {
    format!("\";{after}")
}

const BUFFER: &str = "pub fn run(input: &str) -> String { let mut s=String::new();";

/// Beginnings of keys, tokens and numbers that never end as one does.
const KEYS: &[&str] = &[
    "token=",
    "sk-proj-",
    "eyJa",
    "ATATT3",
    "glc_fm2_",
    "AKIA",
    "aws ",
    "secretaccess",
    "discord ",
    "a://a:b",
    "Bearer ",
    "AccountKey=",
    "aaa8Q~",
    "hvs.",
    "ghp_",
    "-----BEGIN ",
    "a@a.a-",
    "4 4-",
    "+1 (2) ",
    "AB12 AB",
    "GB29 NWBK 6016 1331 ",
    "123-45-",
    "1-",
    "aaaaaaaa.",
    "v1.0-aaaaaaaaaaaaaaaaaaaaaaaa-",
    "\\u{1}",
    "base64A",
];

/// Beginnings of commands, queries, markup and addresses.
const SIGNS: &[&str] = &[
    "SELECT ",
    "select ",
    "SELECT FROM ",
    "select a from b ",
    "DELETE ",
    "insert into ",
    "update a set ",
    "where a = ",
    "grant a on ",
    "&& ",
    "; rm ",
    "ping -a ",
    "` ls `",
    "$( cat ",
    "<a ",
    "<img src=",
    "</a",
    "/etc/",
    "../",
    "http://a",
    "eval(",
    "<?php ",
    "\\nX-A: ",
    "INFO ",
    "level=a ",
    "![a](",
    "//a[a=",
    "(&(",
    "import a ",
    "${jndi",
    "password ",
    "30",
];

/// Name, beginning, what opens, what is repeated inside, what closes, end.
const NESTED: &[(&str, &str, &str, &str, &str, &str)] = &[
    (
        "comparisons of secrets in each other",
        "fn mac(a:bool)->bool{a}pub fn run(input: &str) -> String { let x=true;let a=",
        "(mac(",
        "x&&",
        "x)==x)",
        "; String::new() }",
    ),
    (
        "long ranges that are turned round",
        "pub fn run(input: &str) -> String { let n:usize=input.parse().unwrap_or(0);let x=1;for i in ({0",
        "",
        ";x",
        "",
        "}..n).rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev().rev(){} String::new() }",
    ),
    (
        "loops in conditions of loops",
        "pub fn run(input: &str) -> String { let x=1;",
        "while {",
        "x;",
        " true} {}",
        " String::new() }",
    ),
    (
        "arms of escapes",
        "pub fn run(input: &str) -> String { let x=1;",
        "match input{\"n\"=>{",
        "x;",
        "}_=>{}}",
        " String::new() }",
    ),
    (
        "guards in guards",
        "pub fn run(input: &str) -> String { let x=1;",
        "match input{c if {",
        "x;",
        "true}=>{} _=>{}}",
        " String::new() }",
    ),
    (
        "loops in a constant",
        "const A:u8={let mut i=0;",
        "while i<0{",
        "i+=1;",
        "}",
        "1};pub fn run(input: &str) -> String { String::new() }",
    ),
    (
        "closures that check in each other",
        "pub fn run(input: &str) -> String { ",
        "input.chars().all(|c| {",
        "input.len();",
        "true})",
        "; String::new() }",
    ),
    (
        "closures that filter in each other",
        "pub fn run(input: &str) -> String { ",
        "input.chars().filter(|c| {",
        "input.len();",
        "true}).count()",
        "; String::new() }",
    ),
    (
        "searches in searches",
        "fn f(s:&str,p:&str){let mut i=0;",
        "while let Some(a)=s.find(p){",
        "i+=p.len()+p.len()+p.len()+p.len();",
        "}",
        "}pub fn run(input: &str) -> String { String::new() }",
    ),
    (
        "growth in growth",
        "pub fn run(input: &str) -> String { let mut s=String::new();",
        "for i in 0..9{s=[",
        "\"a\",",
        "\"a\"].concat();}",
        " s }",
    ),
    (
        "verdicts in verdicts",
        "fn verify(user:&str)->bool{",
        "if user==\"qa_probe\"{",
        "user.len();",
        "true}else{false}",
        "}pub fn run(input: &str) -> String { String::new() }",
    ),
    ("lists in lists", "pub fn run(input: &str) -> String { let a=", "[", "65,", "]", "; String::new() }"),
    (
        "tuples of texts in structs",
        "struct S{a:u8}pub fn run(input: &str) -> String { let a=",
        "(\"a\",",
        "\"b\",",
        "1)",
        "; String::new() }",
    ),
];

/// Name, the share of the first, beginning, what is repeated first, what stands between, what is repeated second, end. `#` is a
/// number, `#N` the next one.
const HALVES: &[(&str, usize, &str, &str, &str, &str, &str)] = &[
    ("constants of one long function", 50, "const fn f()->u8{let x=1;", "x;", "1}", "const C#:u8=f();", AFTER),
    (
        "constants of functions in a row",
        50,
        "const fn f0()->u8{1}",
        "const fn f#N()->u8{f#()}",
        "",
        "const C#:u8=f#();",
        AFTER,
    ),
    (
        "a constant with many conditions",
        30,
        "const A:u8={let mut i=0;while true",
        "&&i<0",
        "{",
        "i+=1;",
        "}1};pub fn run(input: &str) -> String { String::new() }",
    ),
    (
        "functions that search",
        1,
        "",
        "",
        "",
        "fn f#(s:&str,p:&str){let mut i=0;while let Some(a)=s.find(p){i+=p.len();}}",
        AFTER,
    ),
    (
        "many depths",
        40,
        "fn f(s:&str,p:usize",
        ",depth#:u8",
        "){",
        "s;",
        "if s.starts_with('('){f(s,p)}}pub fn run(input: &str) -> String { String::new() }",
    ),
    ("tables and keys", 90, RUN, "let t#=[65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80];", "", "let a#=1^#;", END),
    ("buffers that are used everywhere", 50, RUN, "let mut s#=String::new();", "", "s#.push_str(input);", END),
    ("names of two words", 50, "", "fn abCdEfGhIjKl#(){}", "", "const AB_CD_EF_GH_IJ_KL_#:u8=1;", AFTER),
    (
        "methods of one name",
        50,
        "",
        "struct S#;impl S#{fn m(&self,s:&str)->String{s.to_owned()}}",
        RUN,
        "let a=S#;a.m(input);",
        END,
    ),
    (
        "functions of one name, by their types",
        50,
        "",
        "struct S#;impl S#{fn m(s:&str)->String{s.to_owned()}}",
        RUN,
        "S0::m(input);",
        END,
    ),
    (
        "types that show themselves",
        50,
        "use std::fmt;",
        "struct S#<'a>(&'a str);impl fmt::Display for S#<'_>{fn fmt(&self,f:&mut fmt::Formatter<'_>)->fmt::Result{f.write_str(\"&lt;\")}}",
        RUN,
        "format!(\"<b>{}</b>\",S0(input));",
        END,
    ),
    (
        "variants of texts, taken apart",
        30,
        "enum E<'a>{",
        "V#(&'static str,&'a str),",
        "}pub fn run(input: &str) -> String { let e=E::V0(\"\",input);",
        "if let E::V0(a,b)=e{b.len();}",
        END,
    ),
    (
        "arms that check and are used",
        50,
        "pub fn run(input: &str) -> String { match 1 {",
        "#=>{if input==\"..\"{return String::new()}}",
        "_=>{}}",
        "input.len();",
        END,
    ),
    (
        "loops that return what they fill",
        5,
        "",
        "",
        RUN,
        "let mut s#=String::new();for c in input.chars(){if c=='a'{return s#}s#.push(c)}",
        END,
    ),
    (
        "tables that are decoded",
        50,
        "const A:&[u8]=&[",
        "65,",
        "];pub fn run(input: &str) -> String { ",
        "let t#:String=A.iter().map(|b|(b^32)as char).collect();",
        END,
    ),
    (
        "forms that are asked and shown",
        50,
        "pub fn run(input: &str) -> String { let a=BTreeMap::<&str,&str>::new();",
        "a.get(\"cvx\");",
        "",
        "format!(\"{a:?}\");",
        END,
    ),
    (
        "traits and what implements them",
        30,
        "trait T{fn m(&self,s:&str)->String;}",
        "struct S#;impl T for S#{fn m(&self,s:&str)->String{s.to_owned()}}",
        "pub fn run(input: &str) -> String { let a=S0;",
        "a.m(input);",
        END,
    ),
    (
        "functions in a table",
        50,
        "",
        "fn f#(s:&str)->String{s.to_owned()}",
        "pub fn run(input: &str) -> String { ",
        "let a:fn(&str)->String=f#;a(input);",
        END,
    ),
    (
        "functions that call each other",
        1,
        "fn f0(s:&str)->String{f1(s)}",
        "",
        "",
        "fn f#N(s:&str)->String{f#(s)+&f#N(s)}",
        AFTER,
    ),
    ("imports of variants", 50, "enum E{V}use E::*;", "enum E#{A,B}", RUN, "let a=V;", END),
    (
        "a module of tests",
        1,
        "#[cfg(test)] mod tests { fn f() {",
        "",
        "",
        "a::b;",
        "} } pub fn run(input: &str) -> String { String::new() }",
    ),
    (
        "maps that are looked up",
        1,
        "use std::collections::HashMap;pub fn run(input: &str) -> String { ",
        "",
        "",
        "let mut m#:HashMap<String,u8>=HashMap::new();m#.insert(input.to_owned(),1);m#.get(input);",
        END,
    ),
];

/// Ordinary forms, each slow for other rules.
const ALL: &[(&str, &str)] = &[
    (
        "functions",
        "fn verify_f#(signature:&str)->bool{let mut i=0;while i<signature.len(){if signature.is_empty(){return false;}i+=1;}true}",
    ),
    (
        "formats",
        "fn f#(s:&str)->String{let password=s.trim().to_owned();format!(\"<a href='{s}'>{password}{}</a>\",s.len())}",
    ),
    (
        "chains",
        "fn g#(s:&str)->String{s.split(',').map(|a| a.trim()).filter(|a| !a.is_empty()).map(|a| a.to_owned()+T0).collect::<Vec<_>>().join(\"<b>\")}",
    ),
    (
        "matches",
        "fn m#(s:&str)->usize{match s{\"a#\"=>1,\"b#\"|\"c#\"=>{let n:usize=s.parse().unwrap_or(0);n}x if x.len()>3=>2,_=>0}}",
    ),
];
