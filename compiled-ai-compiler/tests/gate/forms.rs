//! Forms of ordinary Rust that are accepted, each with what is refused beside it.

use compiled_ai_core::codes::gate::*;

use super::rules::{accepts, refuses};
use super::{in_run, with_run};

#[test]
fn queues_and_heaps_are_the_kit_s() {
    let printed = accepts(&in_run(
        "use std::collections::{BinaryHeap, VecDeque}; let mut q: VecDeque<i64> = VecDeque::new(); q.push_back(1); \
         let h = std::collections::BinaryHeap::from(vec![1]); let p = q.pop_front();",
    ));
    for expected in ["kit::VecDeque<i64> = kit::VecDeque::new()", "kit::BinaryHeap::from("] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    refuses(&in_run("let l: LinkedList<i64> = LinkedList::new();"), NAME);
}

#[test]
fn imported_variants_get_their_enum() {
    let kind = "enum Kind { Wide, Narrow(i64), Other { n: i64 } }";
    let printed = accepts(&with_run(&format!(
        "{kind} use Kind::*; fn f(k: &Kind) -> bool {{ let a = [Wide, Narrow(1)]; let o = Other {{ n: 2 }}; \
         match k {{ Wide => matches!(o, Other {{ .. }}), Narrow(n) | Other {{ n }} => *n > 0 }} }}"
    )));
    for expected in [
        "[Kind_::Wide, Kind_::Narrow(1)]",
        "Kind_::Other { n: 2 }",
        "Kind_::Wide => kit::matches!(o, Kind_::Other { .. })",
        "Kind_::Narrow(n) | Kind_::Other { n } => *n > 0",
    ] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    accepts(&with_run(&format!("{kind} fn f() -> Kind {{ use self::Kind::{{self, Wide}}; Wide }}")));
    // Beyond its block a name is none.
    refuses(&with_run(&format!("{kind} fn f() {{ {{ use Kind::Wide; }} let k = Wide; }}")), NAME);
    // Names that stand for something else already.
    refuses(&with_run("enum Kind { Some(i64), None } use Kind::*;"), IMPORT);
    refuses(&with_run("enum A { Same } enum B { Same } use A::*; use B::*;"), IMPORT);
    refuses(&with_run("enum A { Same } const Same: i64 = 1; use A::*;"), IMPORT);
    refuses(&with_run("enum A { One } use A::One as Two;"), IMPORT);
    refuses(&with_run("use Category::*;"), IMPORT);
}

#[test]
fn operators_may_be_implemented_for_references_and_numbers() {
    let of = |item: &str| with_run(&format!("struct M(f64); struct S<'a>(&'a str); {item}"));
    accepts(&of("impl Add for &M { type Output = M; fn add(self, other: &M) -> M { M(self.0 + other.0) } }"));
    accepts(&of(
        "impl<'a, 'b> Add<&'b M> for &'a M { type Output = M; fn add(self, other: &'b M) -> M { M(self.0) } }",
    ));
    accepts(&of("impl Mul<M> for f64 { type Output = M; fn mul(self, m: M) -> M { M(self * m.0) } }"));
    accepts(&of("impl From<M> for f64 { fn from(m: M) -> f64 { m.0 } }"));
    for item in [
        "impl<'a, 'b> Add<&'b S<'a>> for &'a M { type Output = M; fn add(self, other: &'b S<'a>) -> M { M(self.0) } }",
        "impl<'a, 'b> Add<&'b M> for S<'a> { type Output = M; fn add(self, o: &'b M) -> &'b M { o } fn sub(self) {} }",
    ] {
        let refused = refuses(&of(item), if item.contains("sub") { ITEM } else { GENERICS });
        assert!(refused.contains("CAI04"), "{refused}");
    }
    refuses(&of("impl<'a> Add<&'a M> for &'a S<'a> { type Output = M; fn add(self, o: &'a M) -> M { M(1.0) } }"), ITEM);
    refuses(&of("impl &M { fn half(&self) -> f64 { 1.0 } }"), ITEM);
    refuses(&of("impl f64 { fn half(&self) -> f64 { 1.0 } }"), ITEM);
}

#[test]
fn lifetimes_that_are_apart_may_be_several() {
    accepts(&with_run("fn f<'a, 'b>(x: &'a str, y: &'b str) -> &'a str { x }"));
    accepts(&with_run("fn f<'a, 'b: 'a>(x: &'a str, y: &'b str) -> &'a str { if x.is_empty() { y } else { x } }"));
    for function in [
        "fn f<'a, 'b>(x: &'a &'b str, y: &'b str) -> &'a str { x }",
        "fn f<'a, 'b>(x: &'a Vec<&'b str>) -> &'b str { x[0] }",
        "fn f<'a, 'b>(x: &'a [&str], y: &'b str) -> &'b str { y }",
        "fn f<'a, 'b, T>(x: &'a T, y: &'b str) -> &'a T { x }",
        "fn f<'a, 'b>(x: impl Fn(&'a str) -> &'b str) {}",
        "fn f<'a: 'static>(x: &'a str) -> &'static str { x }",
        "fn f<'a, 'b: 'static>(x: &'a str, y: &'b str) -> &'static str { y }",
        "struct S<'a>(&'a str); impl<'a> S<'a> { fn f<'b>(&'b self, x: &'b str) -> &'b str { x } }",
        "struct S<'a, 'b>(&'a str, &'b str);",
    ] {
        refuses(&with_run(function), GENERICS);
    }
}

#[test]
fn own_traits_may_have_types_constants_and_plain_supertraits() {
    let printed = accepts(&with_run(
        "trait Rule: Debug + Clone { type Out: Display; const NAME: &'static str; const MOST: usize = 3; \
         fn make(n: i64) -> Self where Self: Sized; fn check(&self, text: &str) -> Option<Self::Out>; }\n\
         #[derive(Debug, Clone)] struct Long(i64);\n\
         impl Rule for Long { type Out = i64; const NAME: &'static str = \"long\"; fn make(n: i64) -> Self { Long(n) } \
         fn check(&self, text: &str) -> Option<Self::Out> { Some(self.0) } }\n\
         fn all<R: Rule>(text: &str) -> Vec<R::Out> { let rule = R::make(1); let n = R::NAME.len() + Long::MOST; rule.check(text).into_iter().collect() }",
    ));
    for expected in
        ["trait Rule_: core::fmt::Debug + Clone", "fn make_(n: i64)", "R::make_(1)", "Vec<R::Out>", "R::NAME"]
    {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    for item in [
        "trait T { type A<B>; }",
        "trait T { type A<'a>; }",
        "trait T<A> { fn a(&self, a: A); }",
        "trait T<'a> { fn a(&self) -> &'a str; }",
        "trait T where Self: Sized { fn a(&self); }",
    ] {
        refuses(&with_run(item), GENERICS);
    }
    for item in [
        "trait T: for<'a> Fn(&'a str) {}",
        "trait T: Fn(&str) -> bool {}",
        "trait T: PartialEq<i64> {}",
        "trait T: Iterator {}",
        "trait T { type A: Iterator; }",
        "trait T: 'static {}",
    ] {
        refuses(&with_run(item), TYPE);
    }
    refuses(&with_run("trait T { type A; } fn f<X: T>(x: <X as T>::A) {}"), TYPE);
    refuses(&with_run("trait T { fn a(&self); } impl<X> T for X { fn a(&self) {} }"), ITEM);
}

#[test]
fn dyn_of_own_traits_and_of_functions() {
    let printed = accepts(&with_run(
        "trait Rule { fn check(&self, text: &str) -> bool; } struct A; impl Rule for A { fn check(&self, text: &str) -> bool { true } }\n\
         struct Named { rule: Box<dyn Rule>, test: Box<dyn Fn(&str) -> bool> }\n\
         fn f(rules: &[&dyn Rule], each: &dyn Fn(&str, i64) -> String, other: &mut dyn FnMut(&[i64]) -> Option<usize>) {}\n\
         fn lines<'a>(text: &'a str) -> Box<dyn Iterator<Item = &'a str> + 'a> { Box::new(text.lines()) }\n\
         fn first(text: &str) -> Result<i64, Box<dyn std::error::Error>> { Ok(text.parse::<i64>()?) }",
    ));
    for expected in ["Box<dyn Rule_>", "&[&dyn Rule_]", "Box<dyn core::error::Error>"] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    for item in [
        "fn f(x: &dyn Fn(&mut &str, &str)) {}",
        "fn f(x: &dyn Fn(&str, &str) -> Vec<&str>) {}",
        "fn f<'a>(x: &dyn Fn(&'a str, &str) -> &'a str) {}",
        "fn f(x: &dyn Fn(Input, &str)) {}",
        "struct S<'a>(&'a str); fn f(x: &dyn Fn(&S, &S)) {}",
        "trait T { type A; } fn f(x: &dyn T) {}",
        "fn f(x: &dyn Clone) {}",
        "fn f(x: &dyn Hash) {}",
        "trait T { fn a(&self); } fn f(x: &(dyn T + Debug)) {}",
    ] {
        refuses(&with_run(item), TYPE);
    }
    refuses(&with_run("fn f(x: &dyn core::any::Any) {}"), NAME);
    refuses(&with_run("fn f(x: &dyn for<'a> Fn(&'a str) -> &'a str) {}"), GENERICS);
    refuses(&with_run("trait T { fn a(&self); } impl T for dyn Debug { fn a(&self) {} }"), ITEM);
}

#[test]
fn function_pointers_become_values_without_an_address() {
    let items = "fn twice(x: f64) -> f64 { x * 2.0 } fn half(x: f64) -> f64 { x / 2.0 } \
                 struct Unit { name: &'static str, to: fn(f64) -> f64 } type Step = fn(f64) -> f64; \
                 const UNITS: &[Unit] = &[Unit { name: \"a\", to: twice }, Unit { name: \"b\", to: |x| x + 1.0 }]; \
                 static PAIRS: [(&str, Step); 2] = [(\"t\", twice), (\"h\", half)]; \
                 fn apply(x: f64, f: fn(f64) -> f64) -> f64 { f(x) } \
                 fn by_name(name: &str) -> Option<fn(f64) -> f64> { Some(match name { \"t\" => twice, \"u\" => |x| x, _ => return None }) }";
    let printed = accepts(&format!(
        "{items}\n{}",
        in_run(
            "let f: fn(f64) -> f64 = if input.text.is_empty() { twice } else { half }; let n = apply(f(1.0), half) + apply(2.0, |x| x); \
             let all: Vec<(&str, fn(&str) -> usize)> = vec![(\"l\", str::len), (\"w\", |s| s.lines().count())]; \
             for unit in UNITS { let y = (unit.to)(n); } let names = input.text.lines().map(str::trim).count();"
        )
    ));
    for expected in [
        "to: &'static dyn Fn(f64) -> f64",
        "to: &twice_",
        "to: &|x| x + 1.0",
        "(\"t\", &twice_), (\"h\", &half_)",
        "Option<&'static dyn Fn(f64) -> f64>",
        "\"u\" => &|x| x,",
        "apply_(2.0, &|x| x)",
        "(\"l\", &str::len)",
        ".map(str::trim)",
    ] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    for item in [
        "const F: unsafe fn() = f; fn f() {}",
        "const F: extern \"C\" fn() = f; fn f() {}",
        "const F: for<'a> fn(&'a str) = f; fn f(x: &str) {}",
        "fn f(x: fn(&'static &str, &str) -> &'static str) {}",
        "fn f<'a>(x: fn(&'a str, &'a &'a str)) {}",
        "fn f(x: fn(&mut Vec<&str>, &str)) {}",
    ] {
        refuses(&with_run(item), TYPE);
    }
    // The address of what they are.
    for statement in [
        "let n = T[0] as usize;",
        "let n = (T[0] as usize) >> 4;",
        "let p: fn(i64) -> i64 = f; let n = p as usize as u64;",
        "for p in T { let n = p as u64; }",
        "let s = format!(\"{:?}\", T[0]);",
        "let p: fn(i64) -> i64 = f; let s = format!(\"{p:?}\");",
        "let p: fn(i64) -> i64 = f; let same = p == T[0];",
        "let s = S { call: f }; let n = s.call as usize;",
        "let p = f as fn(i64) -> i64;",
    ] {
        let items = "const T: [fn(i64) -> i64; 1] = [f]; struct S { call: fn(i64) -> i64 } fn f(x: i64) -> i64 { x }";
        refuses(&format!("{items}\n{}", in_run(statement)), TYPE);
    }
    // What has no pointer in it stays as it is.
    let f = "fn f(x: i64) -> i64 { x } fn g(x: i64) -> i64 { x }";
    for statement in ["let a = [f, g];", "let r = &f; let a = [*r, g];", "let a = [*&f, *&g];", "let n = f as usize;"] {
        refuses(&format!("{f}\n{}", in_run(statement)), TYPE);
    }
}

#[test]
fn whole_powers_are_products() {
    let printed =
        accepts(&in_run("let x = 1.5; let y = (x - 1.0).powi(2) / 2.0; let t = format!(\"{:.1}\", x.powi(3));"));
    for expected in ["let base = (x - 1.0);", "base * base\n", "base * base * base"] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    let printed = accepts(&in_run("let (x, n) = (1.5, 2); let y = x.powi(n) + x.powi(-1);"));
    assert!(printed.matches("power *= base;").count() == 2 && printed.contains("let mut left: i32 = -1;"), "{printed}");
    for power in ["x.powf(2.0)", "x.powi(1, 2)"] {
        refuses(&in_run(&format!("let (x, n) = (1.5, 2); let y = {power};")), PORTABILITY);
    }
}

#[test]
fn hash_maps_whose_order_does_not_show_become_ordered_ones() {
    let printed = accepts(&format!(
        "{}{}",
        "#[derive(PartialEq, Eq, Hash)] enum Kind { A, B } \
         struct Index { by_name: HashMap<String, usize> } \
         fn counts(text: &str) -> HashMap<String, usize> { let mut m = HashMap::with_capacity(8); \
         for w in text.split(' ') { *m.entry(w.to_string()).or_insert(0) += 1; } m } \
         fn total(m: &HashMap<String, usize>) -> usize { m.values().sum() }",
        in_run(
            "use std::collections::{HashMap, HashSet}; let m = counts(input.text); let mut seen = HashSet::new(); let new = seen.insert(Kind::A); \
             let i = Index { by_name: counts(\"a\") }; let n = i.by_name.get(\"a\").copied().unwrap_or(0) + total(&m); \
             let mut all: Vec<_> = m.iter().collect(); all.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0))); \
             let mut keys: Vec<&String> = m.keys().collect(); keys.sort(); let best = m.iter().max_by_key(|(k, v)| (**v, *k)); \
             let tree: BTreeMap<&String, &usize> = m.iter().collect(); let mut sum = 0; for (_, v) in &m { sum += *v; } \
             let unique = input.text.lines().collect::<HashSet<_>>().len(); let many = m.values().any(|n| *n > 3);"
        )
    ));
    for expected in [
        "#[derive(PartialOrd, Ord, PartialEq, Eq, Hash)]\nenum Kind_",
        "by_name: BTreeMap<String, usize>",
        "let mut m = BTreeMap::new();",
        "let mut seen = BTreeSet::new();",
        "collect::<BTreeSet<_>>()",
    ] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    assert!(!printed.contains("HashMap") && !printed.contains("HashSet"), "{printed}");
    for statements in [
        "for (k, v) in &m { out.push_str(k); }",
        "for k in m.keys() { out += k; }",
        "for (k, v) in m { if v > best { best = v; out = k; } }",
        "let first = m.keys().next();",
        "let all: Vec<_> = m.iter().collect(); let n = all[0];",
        "let mut all: Vec<_> = m.into_iter().collect(); all.sort_by_key(|e| e.1);",
        "let mut all: Vec<_> = m.into_iter().collect(); all.sort_by(|(_, a), (_, b)| b.cmp(a));",
        "let best = m.iter().max_by_key(|(_, v)| **v);",
        "let out = m.iter().map(|(k, v)| format!(\"{k}{v}\")).collect::<Vec<_>>().join(\",\");",
        "let out = format!(\"{m:?}\");",
        "let out = format!(\"{:?}\", m);",
        "let out = format!(\"{}\", m.keys().cloned().collect::<String>());",
        "let list = vec![m.keys().next()];",
        "let mut v = vec![]; v.extend(m);",
        "let v = Vec::from_iter(m);",
        "let o = Some(m); if let Some(x) = o { for k in x.keys() { out.push_str(k); } }",
        "let c = m.clone(); for k in c.into_keys() { out.push_str(&k); }",
        "let n: Vec<HashMap<i64, i64>> = vec![];",
        "let n: HashMap<i64, HashMap<i64, i64>> = HashMap::new();",
        "let n: HashMap<i64, i64, RandomState> = HashMap::default();",
    ] {
        let body = format!(
            "let m: HashMap<String, i64> = HashMap::new(); let mut out = String::new(); let mut best = 0; {statements}"
        );
        refuses(&in_run(&body), NAME);
    }
    // What is handed on is followed.
    for items in [
        "fn m() -> HashMap<String, i64> { HashMap::new() } fn f() -> String { m().into_keys().collect() }",
        "struct S { m: HashMap<String, i64> } impl S { fn f(&self) -> Vec<String> { self.m.keys().cloned().collect() } }",
        "struct S(HashMap<String, i64>);",
        "type M = HashMap<String, i64>;",
        "fn f(m: HashMap<String, i64>) -> impl Iterator<Item = String> { m.into_keys() }",
    ] {
        refuses(&with_run(items), NAME);
    }
}

#[test]
fn keywords_may_be_names() {
    let printed = accepts(&with_run(
        "struct Row { r#type: String } fn r#match(r#in: &str) -> Row { let r#type = r#in.to_string(); Row { r#type } }",
    ));
    for expected in ["r#type: String", "fn match_(r#in: &str)", "Row_ { r#type }"] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    for name in ["r#String", "r#default", "r#union", "r#self", "r#crate", "r##type", "br#type", "r#r#type"] {
        refuses(&in_run(&format!("let {name} = 1;")), CHARACTER);
    }
    refuses(&with_run("fn r#type() {} fn f() { let type_ = 1; }"), SHADOW);
}

#[test]
fn renamed_imports_are_called_by_their_own_names() {
    let printed = accepts(&with_run(
        "use std::collections::{BTreeMap as Map, VecDeque as Queue}; use std::fmt::{self, Result as Written}; struct S;\n\
         impl fmt::Display for S { fn fmt(&self, f: &mut fmt::Formatter) -> Written { Ok(()) } }\n\
         fn f() -> Map<String, Queue<i64>> { let m: Map<_, _> = Map::new(); vec![Map::<i64, i64>::new()]; m }",
    ));
    for expected in [
        "-> core::fmt::Result",
        "BTreeMap<String, kit::VecDeque<i64>>",
        "BTreeMap::new()",
        "BTreeMap::<i64, i64>::new()",
    ] {
        assert!(printed.contains(expected), "{expected} in {printed}");
    }
    for import in [
        "use std::fs::File as Map;",
        "use std::string::String as Vec;",
        "use std::collections::BTreeMap as Some;",
        "use std::collections::BTreeMap as Thing; struct Thing;",
        "use std::cmp::max as min;",
        "use super::Input as Other;",
        "pub use std::vec::Vec as List;",
    ] {
        refuses(&with_run(import), IMPORT);
    }
}

#[test]
fn addresses_are_texts_and_numbers() {
    accepts(&in_run(
        "use std::net::{IpAddr, Ipv4Addr}; let a: Option<Ipv4Addr> = \"10.0.0.1\".parse().ok(); let b = Ipv4Addr::new(10, 0, 0, 1).octets(); \
         let c = Ipv4Addr::from(1_u32).is_private(); let d = IpAddr::V4(Ipv4Addr::LOCALHOST);",
    ));
    refuses(&in_run("use std::net::TcpStream; let s = TcpStream::connect(\"a:1\");"), IMPORT);
    refuses(&in_run("let s = std::net::UdpSocket::bind(\"a:1\");"), NAME);
}

#[test]
fn lists_may_be_extended_and_gone_through() {
    accepts(&with_run(
        "struct P(i64); trait Mean { fn mean(&self) -> f64; } impl Mean for [f64] { fn mean(&self) -> f64 { self.len() as f64 } } \
         impl Mean for Vec<P> { fn mean(&self) -> f64 { 1.0 } } impl Mean for &str { fn mean(&self) -> f64 { self.len() as f64 } }",
    ));
    let printed = accepts(&with_run(
        "struct B(Vec<i64>); impl IntoIterator for B { type Item = i64; type IntoIter = std::vec::IntoIter<i64>; \
         fn into_iter(self) -> Self::IntoIter { self.0.into_iter() } }\n\
         impl<'a> IntoIterator for &'a B { type Item = &'a i64; type IntoIter = std::slice::Iter<'a, i64>; \
         fn into_iter(self) -> Self::IntoIter { self.0.iter() } }",
    ));
    assert!(printed.contains("kit::VecIntoIter<i64>") && printed.contains("core::slice::Iter<'a, i64>"), "{printed}");
    for item in [
        "trait T { fn len(&self) -> usize; } impl T for Vec<f64> { fn len(&self) -> usize { 1 } }",
        "trait T { fn t(&self); } impl<X> T for Vec<X> { fn t(&self) {} }",
        "trait T { fn t(&self); } impl<'a> T for Vec<&'a str> { fn t(&self) {} }",
        "trait T { fn t(&self); } impl T for Option<f64> { fn t(&self) {} }",
        "impl Add for Vec<f64> { type Output = f64; fn add(self, o: Self) -> f64 { 1.0 } }",
    ] {
        refuses(&with_run(item), ITEM);
    }
}

#[test]
fn markers_beside_dyn_change_nothing() {
    accepts(&with_run(
        "struct R { f: Box<dyn Fn(&str) -> bool + Send + Sync> } fn f(t: &str) -> Result<i64, Box<dyn Error + Send + Sync>> { Ok(t.parse::<i64>()?) }",
    ));
    refuses(&with_run("fn f(x: Box<dyn Send>) {}"), TYPE);
}
