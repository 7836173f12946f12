//! Texts that the gate accepts and that are slow for rules which follow values or look at the forms of code.

use std::fmt::Write as _;

use super::{AFTER, END, RUN, Worst, filled};

/// All of them, in the same order for every size, which is in bytes.
pub(super) fn worst(size: usize) -> Vec<Worst> {
    let mut all = vec![];
    let mut add = |name: &str, source: String| all.push(Worst { name: name.to_owned(), source });
    let large = "ab<b>c\\n ".repeat(size / 16);
    let (text, buffer) = ("pub fn run(input: &str) -> String { ", "let mut s=input.to_owned();");
    let rest = |start: &str, unit: &str, end: &str| {
        let start = start.replace("LARGE", &large);
        filled(size, &start, &|_| unit.to_owned(), end)
    };
    add("a large text is built upon", rest(&format!("{text}let s=format!(\"LARGE{{input}}\");"), "s.trim();", END));
    add(
        "a large text is looked at in many places",
        rest(&format!("fn t()->&'static str{{\"LARGE\"}}{RUN}"), "t();", END),
    );
    add(
        "a large text is put into many",
        rest(&format!("const T:&str=\"LARGE\";{RUN}"), "format!(\"{T}{input}\");", END),
    );
    add(
        "a large text is added to many times",
        rest(&format!("const T:&str=\"LARGE\";{text}{buffer}"), "s.push_str(T);", " s }"),
    );
    add(
        "a slot of a large text is filled many times",
        rest(&format!("const T:&str=\"LARGE\";{RUN}"), "T.replace(\"zz\",input);", END),
    );
    let list = format!("{text}let mut m=vec![String::new()];");
    for (name, unit) in [
        ("elements that are changed", "if let Some(s)=m.last_mut(){s.push_str(input);}"),
        ("elements that are changed in turn", "for s in m.iter_mut(){*s+=input;}"),
        ("references to references", "let r=&mut m;let s=&mut r[0];s.push_str(input);"),
        (
            "references of many ways",
            "let s=match input{\"a\"=>&mut m[0],\"b\"=>&mut m[1],_=>&mut m[2]};s.push_str(input);",
        ),
    ] {
        add(name, rest(&list, unit, END));
    }
    add("values of one branch", rest(&format!("{text}let mut s=input;"), "if s==\"a\"{s=input.trim();}", END));
    for (name, element, use_) in [
        ("iterated", "\"ab\",", "W.iter().map(|w| w.len()).count();"),
        ("filtered", "\"ab\",", "W.iter().filter(|w| w.is_empty()).count();"),
        ("gone through", "\"ab\",", "for w in W {w;}"),
        ("of pairs, gone through", "(\"ab\",1),", "for (a,b) in W {a;}"),
        ("of pairs, searched", "(\"ab\",1),", "W.iter().find(|(a,b)| a==&input);"),
    ] {
        let elements = element.repeat(size / 40);
        let ty = if element.starts_with('(') { "(&str,u8)" } else { "&str" };
        let start = format!("const W:&[{ty}]=&[{elements}];{RUN}");
        add(&format!("a table {name}"), filled(size, &start, &|_| use_.to_owned(), END));
    }
    add("pairs that double", doubled("let c#N=(c#,c#);", "c60.clone();"));
    add("pairs that double and are checked", doubled("let c#N=(c#,c#);", "c60.contains(\"..\");c60;"));
    add("lists that double and are gone through", doubled("let c#N=[c#,c#];", "for a in c60.iter() {a;}"));
    add("lists that double, of a secret", doubled("let c#N=[c#,c#];", "let password=c60;password.len();"));
    add("functions that double", functions("fn f#N(s:&str)->String{f#(s)+&f#(s)}"));
    add("functions that double in formats", functions("fn f#N(s:&str)->String{format!(\"{}a{}\",f#(s),f#(s))}"));
    let many = |unit: &str, count: usize| (0..count).map(|i| unit.replace('#', &i.to_string())).collect::<String>();
    // Half of a text names things, and the other half uses them.
    let half = |unit: &str| size / 2 / (unit.len() + 3);
    add("a format of many arguments", {
        let count = size / 10;
        format!("{RUN}format!(\"{}\",{});{END}", "{}".repeat(count), "input,".repeat(count))
    });
    add("a format of many arguments with names", {
        let count = half("{a#}a#=input,");
        format!("{RUN}format!(\"{}\",{});{END}", many("{a#}", count), many("a#=input,", count))
    });
    add("a format of many variables", {
        let count = half("let a#=input;{a#}");
        format!("{RUN}{}format!(\"{}\");{END}", many("let a#=input;", count), many("{a#}", count))
    });
    add(
        "a list of many texts that is joined",
        format!("{RUN}[{}].join(\"<b>\");{END}", "\"ab\",input,".repeat(size / 14)),
    );
    add("a loop with many names in its condition", {
        let names = |unit: &str| many(unit, 150);
        let body = filled(size / 2, "", &|i| format!("x{}+=1;", i % 150), "");
        format!("{RUN}{}while {} true {{{body}}}{END}", names("let mut x#=1;"), names("x#<9&&"))
    });
    add("loops with names in their conditions", {
        let loops: String = (0..58).fold(String::new(), |mut loops, i| {
            let _ = write!(loops, "while a{i}<9&&b{i}<9&&c{i}<9 {{a{i}+=1;");
            loops
        });
        let names: String = ["a", "b", "c"].map(|name| many(&format!("let mut {name}#=1;"), 58)).concat();
        filled(
            size,
            &format!("{RUN}{names}{loops}"),
            &|i| format!("b{}+=1;", i % 58),
            &format!("{}{END}", "}".repeat(58)),
        )
    });
    for (name, start, unit, end) in REPEATED {
        add(name, filled(size, start, &|_| (*unit).to_owned(), end));
    }
    for (name, start, unit, end) in NUMBERED {
        let unit = |i: usize| unit.replace("#N", &(i + 1).to_string()).replace('#', &i.to_string());
        add(name, filled(size, start, &unit, end));
    }
    for (name, start, open, inside, close, end) in NESTED {
        for times in [7, 30, 58] {
            let (open, close) = (open.repeat(times), close.repeat(times));
            let deep = filled(size, &format!("{start}{open}"), &|_| (*inside).to_owned(), &format!("{close}{end}"));
            add(&format!("{name}, {times} deep, long inside"), deep);
            let many =
                filled(size, RUN, &|_| format!("{{{}{open}{inside}{close}{}}}", start_of(start), end_of(end)), END);
            add(&format!("{name}, {times} deep, many"), many);
        }
    }
    all
}

/// What stands in `run`.
fn start_of(start: &str) -> &str {
    start.strip_prefix(RUN).unwrap_or(start)
}

fn end_of(end: &str) -> &str {
    end.strip_suffix(END).unwrap_or(end)
}

fn doubled(unit: &str, last: &str) -> String {
    let lets: String = (0..60).map(|i| unit.replace("#N", &(i + 1).to_string()).replace('#', &i.to_string())).collect();
    format!("{RUN}let c0=input;{lets}{last}{END}")
}

fn functions(unit: &str) -> String {
    let calls: String =
        (0..60).map(|i| unit.replace("#N", &(i + 1).to_string()).replace('#', &i.to_string())).collect();
    format!("fn f0(s:&str)->String{{s.to_owned()}}{calls}pub fn run(input: &str) -> String {{ f60(input) }}")
}

const BUFFER: &str = "pub fn run(input: &str) -> String { let mut s=input.to_owned();";

/// Name, beginning, what is repeated, end.
const REPEATED: &[(&str, &str, &str, &str)] = &[
    ("sums of the input", RUN, "let a=input.to_owned()+\"<b>\"+input+\"</b>\";", END),
    ("long sums of the input", RUN, LONG_SUM, END),
    ("formats of the input", RUN, "let a=format!(\"<b>{input}</b> where a={input}\");", END),
    ("writes to a buffer", BUFFER, "s+=&format!(\"<b>{input}\");", " s }"),
    ("appends of the input", BUFFER, "s.push_str(input);s.push_str(\"<b>\");", " s }"),
    ("a buffer that holds itself", BUFFER, "s=format!(\"a{s}b{s}\");", " s }"),
    (
        "arms with texts of the input",
        "pub fn run(input: &str) -> String { match input {",
        "\"a\"=>format!(\"<b>{input}\"),",
        "_=>String::new()} }",
    ),
    (
        "arms with guards",
        "pub fn run(input: &str) -> String { match input {",
        "x if x==\"a\"=>x.to_owned(),",
        "_=>String::new()} }",
    ),
    ("ifs with texts", RUN, "if input==\"a\"{input.trim();}else if input.len()>3{input.len();}", END),
    ("chains of treatments", RUN, CHAIN, END),
    ("closures over words", RUN, "input.split(' ').map(|a| a.trim()).filter(|a| !a.is_empty()).count();", END),
    ("passwords that are compared", RUN, "let password=input;if password==\"a\"{input.len();}", END),
    (
        "tokens that are compared",
        "pub fn run(input: &str) -> String { let session_token=input;",
        "let a=session_token==input;",
        END,
    ),
    ("exclusive ors", RUN, XORS, END),
    ("steps of a generator", "pub fn run(input: &str) -> String { let mut x=1_u64;", "x^=x<<13;x^=x>>7;", END),
    ("whiles", "pub fn run(input: &str) -> String { let mut i=0;", "while i<input.len(){i+=1;}", END),
    ("loops over characters", RUN, "for c in input.chars(){if c=='<'{input.len();}}", END),
    ("numbers of the input", RUN, "let n:usize=input.parse().unwrap_or(0);for a in 0..n{a;}", END),
    ("memory of the input", RUN, "let n:usize=input.parse().unwrap_or(0);\"a\".repeat(n);", END),
    ("blocks with values", RUN, "let a={let b=input;b};", END),
    (
        "structs that are made",
        "struct S<'a>{a:&'a str,b:u8}pub fn run(input: &str) -> String { ",
        "let s=S{a:input,b:1};s.a;",
        END,
    ),
    ("lookups by position", RUN, "let a=[\"a\",input];a[0];a[1];", END),
    (
        "recursions in alternatives",
        "fn f(s:&str)->bool{",
        "f(&s[1..])||",
        "false}pub fn run(input: &str) -> String { f(input); String::new() }",
    ),
    (
        "calls of a function that is called",
        "fn g(s:&str)->String{s.trim().to_owned()}fn f(s:&str)->String{g(s)+\"<b>\"}pub fn run(input: &str) -> String { ",
        "f(input);",
        END,
    ),
    (
        "methods that are called",
        "struct S{a:u8}impl S{fn m(&self,s:&str)->String{s.trim().to_owned()}}pub fn run(input: &str) -> String { let s=S{a:1};",
        "s.m(input);",
        END,
    ),
    (
        "checks by a function",
        "fn is_ok(s:&str)->bool{s.chars().all(|c| c.is_ascii_digit())}pub fn run(input: &str) -> String { ",
        "if is_ok(input){input.len();}",
        END,
    ),
    (
        "names of long words",
        RUN,
        "let access_token_of_the_session_of_a_user_who_is_known_by_name_a_b_c_d_e_f_g_h=input;",
        END,
    ),
];

const LONG_SUM: &str = "let a=input.to_owned()+\"a\"+input+\"b\"+input+\"c\"+input+\"d\"+input+\"e\"+input+\"f\"+input+\"g\"+input+\"h\"+input+\"i\"+input+\"j\"+input+\"k\"+input+\"l\"+input;";
const CHAIN: &str = "let a=input.trim().to_lowercase().replace('<',\"&lt;\").replace('>',\"&gt;\").replace('\"',\"&quot;\").to_owned();";
const XORS: &str = "let a=1^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1)^(1>>1);";

/// The same; `#` is a number, `#N` the next one.
const NUMBERED: &[(&str, &str, &str, &str)] = &[
    (
        "functions that call the one before",
        "fn f0(s:&str)->String{s.to_owned()}",
        "fn f#N(s:&str)->String{f#(s)}",
        AFTER,
    ),
    (
        "functions that add to the one before",
        "fn f0(s:&str)->String{s.to_owned()}",
        "fn f#N(s:&str)->String{f#(s)+\"<b>\"}",
        AFTER,
    ),
    (
        "functions that format the one before",
        "fn f0(s:&str)->String{s.to_owned()}",
        "fn f#N(s:&str)->String{format!(\"<b>{}\",f#(s))}",
        AFTER,
    ),
    (
        "functions that call the one before twice",
        "fn f0(s:&str)->String{s.to_owned()}",
        "fn f#N(s:&str)->String{f#(s)+&f#(s)}",
        AFTER,
    ),
    ("functions that check", "", "fn is_f#(s:&str)->bool{s.contains(\"..\")}", AFTER),
    (
        "functions that check and are called",
        "fn is_f0(s:&str)->bool{s.contains(\"..\")}",
        "fn is_f#N(s:&str)->bool{is_f#(s)}",
        AFTER,
    ),
    ("functions that verify", "", "fn verify_f#(signature:&str)->bool{signature.len()>1}", AFTER),
    ("functions that hash", "", "fn hash_f#(s:&str)->u64{s.len() as u64*31}", AFTER),
    ("functions with loops", "", "fn f#(n:usize){for i in 0..n{i;}}", AFTER),
    ("aliases", "pub fn run(input: &str) -> String { let x0=input;", "let x#N=x#;", END),
    ("aliases of formats", "pub fn run(input: &str) -> String { let x0=input;", "let x#N=format!(\"<b>{x#}\");", END),
    ("aliases of sums", "pub fn run(input: &str) -> String { let x0=input;", "let x#N=x#.to_owned()+\"<b>\";", END),
    ("aliases of pairs", "pub fn run(input: &str) -> String { let x0=(input,input);", "let x#N=(x#.0,x#.1);", END),
    ("aliases of treatments", "pub fn run(input: &str) -> String { let x0=input;", "let x#N=x#.trim();", END),
    (
        "aliases that are checked",
        "pub fn run(input: &str) -> String { let x0=input;",
        "let x#N=x#;if x#N.contains(\"..\"){x#N.len();}",
        END,
    ),
    (
        "arms that differ",
        "pub fn run(input: &str) -> String { match input {",
        "\"a#\"=>\"b#\",",
        "_=>\"\"}; String::new() }",
    ),
    (
        "arms of many alternatives",
        "pub fn run(input: &str) -> String { match input {",
        "\"a#\"|\"b#\"|\"c#\"|\"d#\"|\"e#\"|\"f#\"|\"g#\"=>1,",
        "_=>1}; String::new() }",
    ),
    (
        "arms of formats",
        "pub fn run(input: &str) -> String { match input {",
        "\"a#\"=>format!(\"b#{input}\"),",
        "_=>String::new()} }",
    ),
    ("constants of texts", "", "const C#:&str=\"<b>ab\";", AFTER),
    ("structs with secrets", "", "#[derive(Debug)]struct S#{password:u8}", AFTER),
    ("fields", "struct S{", "a#:u8,", "}pub fn run(input: &str) -> String { String::new() }"),
    ("names of passwords", RUN, "let password#=input;", END),
    ("comparisons of names", RUN, "let x#=input;let a=x#==input;", END),
    ("numbers that are hashed with", RUN, "let a=1_u64.wrapping_mul(#);", END),
];

/// Name, beginning, what opens, what is repeated inside, what closes, end.
const NESTED: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("loops", RUN, "loop{", "input.len();", "break;}", END),
    ("whiles of numbers", "pub fn run(input: &str) -> String { let mut i=0;", "while i<9{", "i+=1;", "}", END),
    (
        "whiles of lengths",
        "pub fn run(input: &str) -> String { let mut i=0;",
        "while i<input.len(){",
        "i+=1;",
        "}",
        END,
    ),
    (
        "whiles of finds",
        "pub fn run(input: &str) -> String { let mut r=input;",
        "while let Some(at)=r.find(\"x\"){",
        "r=&r[at..];",
        "}",
        END,
    ),
    ("fors", RUN, "for a in 0..9{", "input.len();", "}", END),
    ("fors with buffers", BUFFER, "for a in 0..9{", "s+=\"a\";", "}", END),
    ("ifs in a loop", RUN, "for a in 0..9{if a!=input.len(){", "input.len();", "}}", END),
    ("ifs with values", RUN, "if input.len()>3{", "input.len();", "}", END),
    ("closures that are mapped", RUN, "input.split(' ').map(|a| {", "input.len();", "a}).count();", END),
    (
        "calls of one argument",
        "fn f(s:&str)->&str{s}pub fn run(input: &str) -> String { let a=",
        "f(",
        "input",
        ")",
        "; String::new() }",
    ),
    (
        "formats of formats",
        "pub fn run(input: &str) -> String { let a=",
        "format!(\"<b>{}\",",
        "input",
        ")",
        "; String::new() }",
    ),
    ("blocks with variables", RUN, "{let a=input;", "input.len();", "}", END),
    ("matches with arms", RUN, "match input{\"a\"=>{", "input.len();", "}_=>{}}", END),
    ("tuples", "pub fn run(input: &str) -> String { let a=", "(", "input,", ")", "; String::new() }"),
    ("arrays of texts", "pub fn run(input: &str) -> String { let a=", "[", "input,", "]", "; String::new() }"),
    ("products", "pub fn run(input: &str) -> String { let a=", "(2*", "1", ")", "; String::new() }"),
    ("exclusive ors", "pub fn run(input: &str) -> String { let a=", "(1^", "1", ")", "; String::new() }"),
    ("comparisons", "pub fn run(input: &str) -> String { let a=", "(true==", "true", ")", "; String::new() }"),
    (
        "alternatives of calls",
        "fn f(s:&str)->bool{",
        "(f(&s[1..])||",
        "f(&s[1..])",
        ")",
        "}pub fn run(input: &str) -> String { String::new() }",
    ),
    ("functions with texts", RUN, "fn eval(s:&str){match s{\"a\"=>{", "s.len();", "}_=>{}}}", END),
];
