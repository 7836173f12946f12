//! What a refusal says, word by word: these texts are what a model repairs its code by.

use super::{gate, in_run, shown, with_run};

macro_rules! snapshot {
    ($name:ident, $source:expr) => {
        #[test]
        fn $name() {
            let source: String = $source;
            let refusals = gate(&source).expect_err("must be refused");
            insta::assert_snapshot!(format!("{source}\n---\n{}", shown(&refusals)));
        }
    };
}

snapshot!(hash_map, in_run("let mut seen: HashMap<String, i64> = HashMap::new();\nlet first = seen.keys().next();"));
snapshot!(import_of_hash_map, with_run("use std::collections::{BTreeMap, HashMap};"));
snapshot!(clock, in_run("let now = std::time::SystemTime::now();"));
snapshot!(file, in_run("let rates = std::fs::read_to_string(\"rates.csv\").unwrap();"));
snapshot!(environment, in_run("let key = env!(\"API_KEY\");"));
snapshot!(include, in_run("let data = include_str!(\"data.csv\");"));
snapshot!(panics, in_run("if input.text.is_empty() { panic!(\"empty\"); }\nassert!(true);\ntodo!();"));
snapshot!(output, in_run("println!(\"{}\", input.text);\ndbg!(1);"));
snapshot!(unsafe_code, in_run("let first = unsafe { *input.text.as_ptr() };"));
snapshot!(
    function_pointer,
    with_run(
        "const PARSERS: [fn(&str, &str) -> Vec<&str>; 1] = [parse];\nconst ODD: Option<for<'a> fn(&'a &'a str)> = None;\nfn parse(text: &str) {}"
    )
);
snapshot!(
    dyn_trait,
    with_run(
        "trait T { type A; fn a(&self) -> i64; }\nfn each(f: &dyn Fn(&mut &str) -> i64, t: &dyn T<A = i64>, s: &dyn ToString) {}"
    )
);
snapshot!(
    trait_item,
    with_run(
        "trait Reader<A>: Iterator { type Out<B>; fn len(&self) -> i64; }\nimpl Reader for i64 { fn len(&self) -> i64 { 1 } }"
    )
);
snapshot!(iterator_impl, with_run("struct Up(i64);\nimpl ExactSizeIterator for Up { fn len(&self) -> usize { 0 } }"));
snapshot!(test_module, with_run("#[cfg(test)]\nmod tests { const KEY: &str = env!(\"KEY\"); }"));
snapshot!(statics, with_run("static RE: LazyLock<Regex> = LazyLock::new(|| Regex::new(\"a\").unwrap());"));
snapshot!(
    two_lifetimes,
    with_run(
        "struct S<'a, 'b>(&'a str, &'b str);\nfn find<'a, 'b>(text: &'a &'b str, key: &'b str) -> &'a str { text }"
    )
);
snapshot!(
    unclear_borrow,
    with_run("struct S<'a>(&'a str);\nimpl<'a> S<'a> { fn or(&self, other: &'a str) -> &str { other } }")
);
snapshot!(typos, in_run("let total = input.text.trimm().lenn();\nlet x = totl + Decimall::ZERO;"));
snapshot!(platform, in_run("let best = usize::MAX;\nlet n = \"1\".parse::<usize>();\nlet f = 10f64.powf(2.0);"));
snapshot!(
    regexes,
    in_run("let a = regex!(r\"(?<=Total )\\d+\");\nlet b = Regex::new(\"x\");\nlet c = regex!(input.text);")
);
snapshot!(
    format_strings,
    in_run("let a = format!(\"{:p}\", input.text);\nlet b = format!(\"{missing}\");\nlet c = format!(\"{:q}\", 1);")
);
snapshot!(signature, "pub fn run(text: &str) -> Option<Output> { None }\n".to_owned());
snapshot!(no_run, "fn helper() {}\n".to_owned());
snapshot!(
    syntax,
    "pub fn run(input: Input<'_>) -> Result<Output, Abstain> {\n    let x = 1\n    Err(Abstain::new(\"\"))\n}\n"
        .to_owned()
);
snapshot!(unbalanced, "pub fn run() {\n    f(1;\n}\n".to_owned());
snapshot!(bidi, in_run("let x = \"a\u{202e}b\"; // \u{200b}"));
snapshot!(decimals, in_run("let a = Decimal::from_f64(1.0);\nlet b = input.amount.to_i64();\nlet c = dec!(1.5);"));
snapshot!(
    constants,
    with_run("const A: i64 = compute();\nconst B: [u8; 1 << 20] = [0; 1 << 20];\nfn compute() -> i64 { 1 }")
);
snapshot!(attributes, with_run("#[derive(Serialize, Debug)]\n#[serde(rename_all = \"x\")]\n#[repr(C)]\nstruct S;"));
