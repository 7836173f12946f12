//! Specs that are not there.
use compiled_ai::Abstain;

#[compiled_ai::spec("recipt.yaml")]
fn slip(text: &str) -> Result<Receipt, Abstain>;

#[compiled_ai::spec("receipt")]
fn no_ending(text: &str) -> Result<Another, Abstain>;

#[compiled_ai::spec("invoices/order.yaml")]
pub mod order {}

fn main() {
    println!("{}", slip("a").unwrap().total.whatever());
    println!("{}", no_ending("a").unwrap().total);
    println!("{}", order::run(order::Input::of("a")).unwrap().total);
}
