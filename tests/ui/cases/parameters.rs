//! Parameters that are not the spec's inputs.
use compiled_ai::{Abstain, Date};

#[compiled_ai::spec("receipt.yaml")]
fn slip(txt: &str, day: Option<Date>) -> Result<Slip, Abstain>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn missing(text: &str) -> Result<Missing, Abstain>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn none() -> Result<Nothing, Abstain>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn extra(text: &str, day: Option<Date>, language: &str) -> Result<Extra, Abstain>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn types(text: std::string::String, day: Date) -> Result<Types, Abstain>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn pattern(mut text: &str, day: Option<Date>) -> Result<Pattern, Abstain>;

#[compiled_ai::spec("receipt.yaml", export = false)]
fn many(day: &str, txt: Vec<u8>) -> Many;

fn main() {
    // The types are there all the same.
    let total: compiled_ai::Decimal = slip("a", None).unwrap().total;
    println!("{total} {:?}", Method::Cash);
}
