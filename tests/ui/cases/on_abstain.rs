//! What is to be called where the function abstains.
use compiled_ai::{Abstain, Date};

#[compiled_ai::spec("pick.yaml")]
fn pick(shelf: i64, floor: i64) -> Result<Colour, Abstain>;

#[compiled_ai::spec("receipt.yaml", on_abstain = by_hand)]
fn read(text: &str, day: Option<Date>) -> Result<Receipt, Abstain>;

#[compiled_ai::spec("pick.yaml", on_abstain = by_hand)]
pub mod picked {}

fn by_hand(shelf: i64, abstain: Abstain) -> Result<Colour, Abstain> {
    if shelf == 0 { Ok(Colour::Red) } else { Err(abstain) }
}

fn main() {
    let _ = (pick(1, 1), read("a", None), by_hand(1, Abstain::new("a")));
}
