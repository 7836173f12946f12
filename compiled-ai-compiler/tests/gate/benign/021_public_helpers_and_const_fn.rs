// class: ordinary code, public helpers and const fn; cwe: none; layer: none
/// Documented, public and const, as if it were a library.
#[must_use]
#[inline]
pub const fn cents(units: i64) -> i64 {
    units * 100
}

#[allow(dead_code)]
pub(crate) struct Pair {
    pub left: i64,
    pub right: i64,
}

impl Pair {
    pub const ZERO: Pair = Pair { left: 0, right: 0 };

    #[inline(always)]
    pub fn sum(&self) -> i64 {
        self.left + self.right
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let pair = Pair { left: cents(1), ..Pair::ZERO };
    let total = Decimal::new(pair.sum(), 2);
    let company = String::new();
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
