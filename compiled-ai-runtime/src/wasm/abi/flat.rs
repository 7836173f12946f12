//! Parameters of a function of WebAssembly.

use wasmtime::{WasmParams, WasmTy};

/// The most parameters that a function of the component model takes; of more it takes the address.
pub(crate) const MOST: usize = 16;

/// Parameters in the making.
#[derive(Debug)]
pub struct Flat {
    bits: [u64; MOST],
    length: usize,
}

impl Flat {
    pub(crate) fn new() -> Self {
        Self { bits: [0; MOST], length: 0 }
    }

    /// Adds a parameter. What is beyond the most that there can be is left out: then the address is passed instead.
    #[inline]
    pub fn push(&mut self, bits: u64) {
        if let Some(place) = self.bits.get_mut(self.length) {
            *place = bits;
        }
        self.length += 1;
    }

    /// Leaves parameters at zero.
    #[inline]
    pub fn skip(&mut self, count: usize) {
        self.length += count;
    }
}

/// A type of parameters.
pub trait Core: WasmTy {
    /// From its bits.
    fn from_bits(bits: u64) -> Self;
}

impl Core for u32 {
    #[inline]
    fn from_bits(bits: u64) -> Self {
        bits as u32
    }
}

impl Core for u64 {
    #[inline]
    fn from_bits(bits: u64) -> Self {
        bits
    }
}

impl Core for f64 {
    #[inline]
    fn from_bits(bits: u64) -> Self {
        f64::from_bits(bits)
    }
}

/// The parameters of a function, as a tuple.
pub trait Params: WasmParams + Send + Sync + 'static {
    /// From their bits.
    fn from_flat(flat: &Flat) -> Self;
}

macro_rules! tuples {
    ($($first:ident $($rest:ident)*)?) => {
        impl<$($first: Core + Send + Sync + 'static, $($rest: Core + Send + Sync + 'static),*)?> Params for ($($first, $($rest,)*)?) {
            #[inline]
            #[allow(unused, clippy::unused_unit, reason = "no parameters, no bits")]
            fn from_flat(flat: &Flat) -> Self {
                let mut bits = flat.bits.iter().copied();
                let mut next = || bits.next().unwrap_or_default();
                ($($first::from_bits(next()), $($rest::from_bits(next()),)*)?)
            }
        }
        $(tuples!($($rest)*);)?
    };
}

tuples!(A B C D E F G H I J K L M N O P);
