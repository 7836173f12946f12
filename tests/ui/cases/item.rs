//! Items that a spec can't become.

#[compiled_ai::spec("receipt.yaml")]
pub struct Receipt {
    total: i64,
}

#[compiled_ai::spec("receipt.yaml")]
enum Method {}

#[compiled_ai::spec("receipt.yaml")]
trait Reader {}

#[compiled_ai::spec("receipt.yaml")]
impl Receipt {}

#[compiled_ai::spec("receipt.yaml")]
const RECEIPT: u8 = 0;

#[compiled_ai::spec("receipt.yaml")]
type Alias = Receipt;

#[compiled_ai::spec("receipt.yaml")]
fn with_a_body(text: &str) -> usize {
    text.len()
}

#[compiled_ai::spec("receipt.yaml")]
mod full {
    pub fn helper() {}
}

fn main() {
    full::helper();
    let _ = (Receipt { total: 1 }.total, RECEIPT, with_a_body(""));
}
