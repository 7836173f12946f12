//! The arguments of the attribute.
use compiled_ai::Abstain;

const PATH: &str = "receipt.yaml";

#[compiled_ai::spec(PATH)]
fn not_a_literal(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec]
fn nothing(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec("shout.yaml", exprot = false)]
fn unknown_option(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec("shout.yaml", crate = ::other)]
fn root(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec("shout.yaml", export = no)]
fn value(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec("shout.yaml" export = false)]
fn comma(word: &str, times: Option<i64>) -> String;

#[compiled_ai::spec(receipt.yaml)]
fn no_quotes(text: &str) -> Result<Receipt, Abstain>;

fn main() {
    let _ = (not_a_literal("a", None), nothing("a", None), unknown_option("a", None), PATH);
    // What is done with an output that is not known is not reported as well.
    let receipt: Receipt = no_quotes("a").unwrap();
    println!("{}", receipt.total);
}
