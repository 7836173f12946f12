//! A function of another type than is called.
use compiled_ai::Abstain;

#[compiled_ai::spec("pick.yaml", on_abstain = by_hand)]
fn pick(shelf: i64, floor: i64) -> Result<Colour, Abstain>;

fn by_hand(shelf: i64, abstain: Abstain) -> Result<Colour, Abstain> {
    if shelf == 0 { Ok(Colour::Red) } else { Err(abstain) }
}

fn main() {
    let _ = pick(1, 1);
}
