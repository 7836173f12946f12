//! Values as the canonical ABI of the component model passes them, as far as specs have them.
//!
//! <https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md>
//!
//! What comes in is taken over: the host has made room for it with `cabi_realloc` and never looks at it again. What goes out
//! stays where it is, and only what Rust holds in another form is copied; all of it is freed when the host says that it has
//! read it. Unsafe code of a component is in this module and nowhere else.
#![allow(unsafe_code, clippy::missing_safety_doc)]

mod export;
mod lists;
mod scalars;

pub use compiled_ai_runtime::Abstain;
use export::trap;
pub use export::{load_parameters, result_size, store_result};
use lists::store_slice;

/// A value that comes in and goes out.
///
/// # Safety
/// `SIZE` and `ALIGN` are those of the canonical ABI.
pub unsafe trait Value: Sized {
    /// Bytes that it takes in memory.
    const SIZE: usize;
    /// What its address is a multiple of.
    const ALIGN: usize;
    /// Parameters that it takes.
    const FLAT: usize;

    /// Takes it from parameters.
    unsafe fn take(flat: &mut Flat<'_>, faults: &mut Faults) -> Self;
    /// Takes it from memory.
    unsafe fn load(at: *const u8, faults: &mut Faults) -> Self;
    /// Puts it into memory. What is put there may point into `self` and into `arena`.
    unsafe fn store(&self, at: *mut u8, arena: &mut Arena);
}

/// Parameters that are still to be taken, each widened to 64 bits.
pub struct Flat<'a>(std::slice::Iter<'a, u64>);

impl<'a> Flat<'a> {
    /// All of them.
    pub fn new(parameters: &'a [u64]) -> Self {
        Self(parameters.iter())
    }

    fn next(&mut self) -> u64 {
        self.0.next().copied().unwrap_or_default()
    }

    fn skip(&mut self, parameters: usize) {
        for _ in 0..parameters {
            self.next();
        }
    }
}

/// A core value type.
pub trait Core {
    /// Its bits.
    fn bits(self) -> u64;
}

impl Core for u32 {
    fn bits(self) -> u64 {
        self.into()
    }
}

impl Core for u64 {
    fn bits(self) -> u64 {
        self
    }
}

impl Core for f64 {
    fn bits(self) -> u64 {
        self.to_bits()
    }
}

/// What is wrong with an input that has WIT's type and not the spec's: a decimal in letters, the 30th of February.
#[derive(Default)]
pub struct Faults {
    field: &'static str,
    first: Option<(&'static str, &'static str)>,
}

impl Faults {
    /// What follows is part of this field, if it is one of the input.
    pub fn enter(&mut self, is_input: bool, field: &'static str) {
        if is_input {
            self.field = field;
        }
    }

    /// The abstention that says so.
    pub fn abstain(&self) -> Option<Abstain> {
        self.first.map(|(field, what)| Abstain::field(field, what))
    }

    fn unless<T: Default>(&mut self, value: Option<T>, what: &'static str) -> T {
        if value.is_none() && self.first.is_none() {
            self.first = Some((self.field, what));
        }
        value.unwrap_or_default()
    }
}

/// Memory for what Rust holds in another form than the host reads it.
#[derive(Default)]
pub struct Arena {
    texts: Vec<String>,
    lists: Vec<Vec<u64>>,
}

impl Arena {
    fn list(&mut self, bytes: usize) -> *mut u8 {
        let mut list = vec![0u64; bytes.div_ceil(8)];
        let address = list.as_mut_ptr().cast();
        self.lists.push(list);
        address
    }
}

/// The fields of a record in memory, one after the other.
pub struct Fields {
    at: usize,
    offset: usize,
}

impl Fields {
    /// Of a record there.
    pub fn new(at: *const u8) -> Self {
        Self { at: at as usize, offset: 0 }
    }

    fn next<T: Value>(&mut self) -> *mut u8 {
        let offset = self.offset.next_multiple_of(T::ALIGN);
        self.offset = offset + T::SIZE;
        (self.at + offset) as *mut u8
    }

    /// The next field.
    pub unsafe fn load<T: Value>(&mut self, faults: &mut Faults) -> T {
        unsafe { T::load(self.next::<T>(), faults) }
    }

    /// The next field.
    pub unsafe fn store<T: Value>(&mut self, value: &T, arena: &mut Arena) {
        unsafe { value.store(self.next::<T>(), arena) }
    }
}

/// Size, alignment and parameters of a record, field by field.
#[derive(Clone, Copy)]
pub struct Record {
    size: usize,
    /// See [`Value::ALIGN`].
    pub align: usize,
    /// See [`Value::FLAT`].
    pub flat: usize,
}

impl Record {
    /// Without fields.
    pub const NONE: Self = Self { size: 0, align: 1, flat: 0 };

    /// With another field, of a type that `_field` gets from a record.
    pub const fn with<R, T: Value>(self, _field: fn(&R) -> &T) -> Self {
        Self {
            size: self.size.next_multiple_of(T::ALIGN) + T::SIZE,
            align: if T::ALIGN > self.align { T::ALIGN } else { self.align },
            flat: self.flat + T::FLAT,
        }
    }

    /// See [`Value::SIZE`].
    pub const fn size(self) -> usize {
        self.size.next_multiple_of(self.align)
    }
}

/// Implements [`Value`](crate::abi::Value) for a record. Faults are those of the fields of the record that is the input.
#[macro_export]
macro_rules! record {
    ($name:path { $($field:ident),* }, $is_input:literal) => {
        const _: () = {
            use $crate::abi::{Arena, Faults, Fields, Flat, Record, Value};
            const RECORD: Record = Record::NONE$(.with(|record: &$name| &record.$field))*;
            unsafe impl Value for $name {
                const SIZE: usize = RECORD.size();
                const ALIGN: usize = RECORD.align;
                const FLAT: usize = RECORD.flat;
                unsafe fn take(flat: &mut Flat<'_>, faults: &mut Faults) -> Self {
                    Self {$(
                        $field: {
                            faults.enter($is_input, stringify!($field));
                            unsafe { Value::take(flat, faults) }
                        }
                    ),*}
                }
                unsafe fn load(at: *const u8, faults: &mut Faults) -> Self {
                    let mut fields = Fields::new(at);
                    Self {$(
                        $field: {
                            faults.enter($is_input, stringify!($field));
                            unsafe { fields.load(faults) }
                        }
                    ),*}
                }
                unsafe fn store(&self, at: *mut u8, arena: &mut Arena) {
                    let mut fields = Fields::new(at);
                    $(unsafe { fields.store(&self.$field, arena) };)*
                }
            }
        };
    };
}

/// Implements [`Value`](crate::abi::Value) for an enum.
#[macro_export]
macro_rules! choice {
    ($name:path { $($variant:ident = $written:literal),* }) => {
        const _: () = {
            use $crate::abi::{Arena, Faults, Flat, Value};
            type Choice = $name;
            const ALL: &[Choice] = &[$(Choice::$variant),*];
            const BYTES: usize = if ALL.len() > 256 { 2 } else { 1 };
            unsafe impl Value for Choice {
                const SIZE: usize = BYTES;
                const ALIGN: usize = BYTES;
                const FLAT: usize = 1;
                unsafe fn take(flat: &mut Flat<'_>, _: &mut Faults) -> Self {
                    $crate::abi::case(ALL, flat.next_case())
                }
                unsafe fn load(at: *const u8, _: &mut Faults) -> Self {
                    let case = unsafe { if BYTES == 1 { u16::from(at.read()) } else { at.cast::<u16>().read() } };
                    $crate::abi::case(ALL, case.into())
                }
                unsafe fn store(&self, at: *mut u8, _: &mut Arena) {
                    let case = *self as u16;
                    unsafe { if BYTES == 1 { at.write(case as u8) } else { at.cast::<u16>().write(case) } }
                }
            }
        };
    };
}

impl Flat<'_> {
    /// The number of a variant.
    pub fn next_case(&mut self) -> usize {
        self.next() as usize
    }
}

/// The variant with this number. A host that passes another breaks the component model, and the instance ends.
pub fn case<T: Copy>(all: &[T], number: usize) -> T {
    match all.get(number) {
        Some(variant) => *variant,
        None => trap(),
    }
}
