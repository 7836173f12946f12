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
    // What has no pointer in it stays as it is.
    let f = "fn f(x: i64) -> i64 { x } fn g(x: i64) -> i64 { x }";
    for statement in ["let a = [f, g];", "let r = &f; let a = [*r, g];", "let a = [*&f, *&g];", "let n = f as usize;"] {
        refuses(&format!("{f}\n{}", in_run(statement)), TYPE);
    }
}
