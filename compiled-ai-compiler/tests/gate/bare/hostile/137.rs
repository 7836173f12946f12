// class: denial of service at compile time; cwe: 400
trait Nat {
    const N: usize;
}
struct Zero;
struct Succ<T>(core::marker::PhantomData<T>);
impl Nat for Zero {
    const N: usize = 1;
}
impl<T: Nat> Nat for Succ<T> {
    const N: usize = T::N * 2;
}

pub fn run(input: &str) -> String {
    let table = [0u8; <Succ<Succ<Succ<Zero>>> as Nat>::N << 28];
    format!("{}{}", input, table.len())
}
