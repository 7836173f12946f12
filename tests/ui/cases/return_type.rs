//! Return types that are not the spec's output.
use compiled_ai::{Abstain, Date};

#[compiled_ai::spec("receipt.yaml", export = false)]
fn nothing(text: &str, day: Option<Date>);

#[compiled_ai::spec("receipt.yaml", export = false)]
fn plain(text: &str, day: Option<Date>) -> Plain;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn error(text: &str, day: Option<Date>) -> Result<Error, String>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn taken(text: &str, day: Option<Date>) -> Result<String, Abstain>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn own_type(text: &str, day: Option<Date>) -> Result<Method, Abstain>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn path(text: &str, day: Option<Date>) -> Result<crate::Receipt, Abstain>;

#[compiled_ai::spec("shout.yaml")]
fn result(word: &str, times: Option<i64>) -> Result<String, Abstain>;

#[compiled_ai::spec("shout.yaml")]
fn scalar(word: &str, times: Option<i64>) -> i64;

#[compiled_ai::spec("pick.yaml", on_abstain = by_hand)]
fn named(shelf: i64, floor: i64) -> Result<Color, Abstain>;

fn by_hand(_: i64, _: i64, abstain: Abstain) -> Result<Colour, Abstain> {
    Err(abstain)
}

struct Receipt;
struct Method;
struct Color;

fn main() {
    println!("{}", plain("a", None).total);
    println!("{}", error("a", None).unwrap().total);
}
