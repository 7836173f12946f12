//! Values as the canonical ABI of the component model passes them, as far as specs have them.
//!
//! <https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md>
//!
//! What comes in is taken over: the host has made room for it with `cabi_realloc` and never looks at it again. What goes out
//! stays where it is, and only what Rust holds in another form is copied; all of it is freed when the host says that it has
//! read it. Unsafe code of a component is in this file and nowhere else.
#![allow(unsafe_code, clippy::missing_safety_doc)]

use std::alloc::{self, Layout};
use std::collections::BTreeMap;

pub use compiled_ai_runtime::Abstain;
use compiled_ai_runtime::{Bytes, Date, DateTime, Decimal, Time};

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
    ($name:path { $($variant:ident),* }) => {
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

/// Exports `run` of the module `$module`.
#[macro_export]
macro_rules! export {
    ($run:literal, $post_return:literal, $module:ident, address) => {
        #[unsafe(export_name = $run)]
        unsafe extern "C" fn exported_run(address: *mut u8) -> *mut u8 {
            let mut faults = $crate::abi::Faults::default();
            let input = unsafe { $crate::abi::load_parameters::<$module::OwnedInput>(address, &mut faults) };
            answer(&input, &faults)
        }
        $crate::export!(@rest $post_return, $module);
    };
    ($run:literal, $post_return:literal, $module:ident, [$($parameter:ident: $core:ty),*]) => {
        #[unsafe(export_name = $run)]
        unsafe extern "C" fn exported_run($($parameter: $core),*) -> *mut u8 {
            let mut faults = $crate::abi::Faults::default();
            let flat = [$($crate::abi::Core::bits($parameter)),*];
            let input: $module::OwnedInput =
                unsafe { $crate::abi::Value::take(&mut $crate::abi::Flat::new(&flat), &mut faults) };
            answer(&input, &faults)
        }
        $crate::export!(@rest $post_return, $module);
    };
    (@rest $post_return:literal, $module:ident) => {
        const BYTES: usize = $crate::abi::result_size::<$module::Output>();

        /// A result with the memory that the host reads it from.
        #[repr(C)]
        struct Returned {
            area: [u64; BYTES.div_ceil(8)],
            result: Result<$module::Output, $crate::abi::Abstain>,
            arena: $crate::abi::Arena,
        }

        fn answer(input: &$module::OwnedInput, faults: &$crate::abi::Faults) -> *mut u8 {
            let result = match faults.abstain() {
                Some(abstain) => Err(abstain),
                None => $module::run(input.as_input()),
            };
            let mut returned = Box::new(Returned { area: [0; BYTES.div_ceil(8)], result, arena: $crate::abi::Arena::default() });
            let Returned { area, result, arena } = &mut *returned;
            unsafe { $crate::abi::store_result(result, area.as_mut_ptr().cast(), arena) };
            // The area comes first, so that its address is that of the whole.
            Box::into_raw(returned).cast()
        }

        #[unsafe(export_name = $post_return)]
        unsafe extern "C" fn exported_post_return(returned: *mut u8) {
            drop(unsafe { Box::from_raw(returned.cast::<Returned>()) });
        }
    };
}

/// Takes the parameters from memory, where there are too many of them, and frees that memory.
pub unsafe fn load_parameters<T: Value>(at: *mut u8, faults: &mut Faults) -> T {
    unsafe {
        let value = T::load(at, faults);
        free(at, T::SIZE, T::ALIGN);
        value
    }
}

/// Bytes of `result<T, abstain>`.
pub const fn result_size<T: Value>() -> usize {
    let payload = if T::SIZE > ABSTAIN { T::SIZE } else { ABSTAIN };
    (payload_offset::<T>() + payload).next_multiple_of(payload_offset::<T>())
}

/// Puts a result into memory.
pub unsafe fn store_result<T: Value>(result: &Result<T, Abstain>, at: *mut u8, arena: &mut Arena) {
    unsafe {
        let payload = at.add(payload_offset::<T>());
        at.write(result.is_err().into());
        match result {
            Ok(output) => output.store(payload, arena),
            Err(abstain) => {
                store_slice(abstain.reason.as_ptr(), abstain.reason.len(), payload);
                payload.add(8).write(abstain.field.is_some().into());
                if let Some(field) = &abstain.field {
                    store_slice(field.as_ptr(), field.len(), payload.add(12));
                }
            }
        }
    }
}

/// Bytes of an abstention: a text, and perhaps another.
const ABSTAIN: usize = 20;

const fn payload_offset<T: Value>() -> usize {
    if T::ALIGN > 4 { T::ALIGN } else { 4 }
}

/// Makes room for what the host passes.
#[unsafe(no_mangle)]
unsafe extern "C" fn cabi_realloc(old: *mut u8, old_size: usize, align: usize, size: usize) -> *mut u8 {
    if size == 0 {
        return std::ptr::without_provenance_mut(align);
    }
    let address = unsafe {
        if old_size == 0 {
            alloc::alloc(Layout::from_size_align_unchecked(size, align))
        } else {
            alloc::realloc(old, Layout::from_size_align_unchecked(old_size, align), size)
        }
    };
    if address.is_null() { trap() } else { address }
}

unsafe fn free(at: *mut u8, size: usize, align: usize) {
    if size > 0 {
        unsafe { alloc::dealloc(at, Layout::from_size_align_unchecked(size, align)) }
    }
}

fn trap() -> ! {
    std::arch::wasm32::unreachable()
}

/// Puts address and length of a text or list into memory.
unsafe fn store_slice(address: *const u8, length: usize, at: *mut u8) {
    unsafe {
        at.cast::<u32>().write(address as usize as u32);
        at.cast::<u32>().add(1).write(length as u32);
    }
}

unsafe fn load_slice(at: *const u8) -> (u32, u32) {
    unsafe { (at.cast::<u32>().read(), at.cast::<u32>().add(1).read()) }
}

/// Implements [`Value`] for what is passed as address and length.
macro_rules! slice {
    ($name:ty, $([$generic:ident])? |$address:ident, $length:ident, $faults:ident| $from:expr, |$value:ident, $at:ident, $arena:ident| $store:expr) => {
        unsafe impl$(<$generic: Value>)? Value for $name {
            const SIZE: usize = 8;
            const ALIGN: usize = 4;
            const FLAT: usize = 2;
            unsafe fn take(flat: &mut Flat<'_>, $faults: &mut Faults) -> Self {
                let ($address, $length) = (flat.next() as usize as *mut u8, flat.next() as usize);
                unsafe { $from }
            }
            unsafe fn load(at: *const u8, $faults: &mut Faults) -> Self {
                let ($address, $length) = unsafe { load_slice(at) };
                let ($address, $length) = ($address as usize as *mut u8, $length as usize);
                unsafe { $from }
            }
            unsafe fn store(&self, $at: *mut u8, $arena: &mut Arena) {
                let $value = self;
                unsafe { $store }
            }
        }
    };
}

slice!(
    String,
    |address, length, _faults| take_text(address, length),
    |value, at, _arena| store_slice(value.as_ptr(), value.len(), at)
);

slice!(
    Bytes,
    |address, length, _faults| take_bytes(address, length).into(),
    |value, at, _arena| store_slice(value.as_ptr(), value.len(), at)
);

slice!(
    Decimal,
    |address, length, faults| faults
        .unless(Decimal::from_str_exact(&take_text(address, length)).ok(), "not a decimal of 28 digits or fewer"),
    |value, at, arena| {
        let text = value.to_string();
        store_slice(text.as_ptr(), text.len(), at);
        arena.texts.push(text);
    }
);

slice!(
    Vec<T>,
    [T] | address,
    length,
    faults | {
        let items = (0..length).map(|index| T::load(address.add(index * T::SIZE), faults)).collect();
        free(address, length * T::SIZE, T::ALIGN);
        items
    },
    |value, at, arena| {
        let list = arena.list(value.len() * T::SIZE);
        for (index, item) in value.iter().enumerate() {
            item.store(list.add(index * T::SIZE), arena);
        }
        store_slice(list, value.len(), at);
    }
);

slice!(
    BTreeMap<String, T>,
    [T] |address, length, faults| {
        let pair = pair::<T>();
        let items = (0..length)
            .map(|index| {
                let mut fields = Fields::new(address.add(index * pair.size()));
                (fields.load(faults), fields.load(faults))
            })
            .collect();
        free(address, length * pair.size(), pair.align);
        items
    },
    |value, at, arena| {
        let pair = pair::<T>();
        let list = arena.list(value.len() * pair.size());
        for (index, (key, item)) in value.iter().enumerate() {
            let mut fields = Fields::new(list.add(index * pair.size()));
            fields.store(key, arena);
            fields.store(item, arena);
        }
        store_slice(list, value.len(), at);
    }
);

const fn pair<T: Value>() -> Record {
    Record::NONE.with(|pair: &(String, T)| &pair.0).with(|pair: &(String, T)| &pair.1)
}

/// The component model promises UTF-8, and that the memory is exactly as large.
unsafe fn take_text(address: *mut u8, length: usize) -> String {
    unsafe { String::from_utf8_unchecked(take_bytes(address, length)) }
}

unsafe fn take_bytes(address: *mut u8, length: usize) -> Vec<u8> {
    if length == 0 { Vec::new() } else { unsafe { Vec::from_raw_parts(address, length, length) } }
}

unsafe impl Value for i64 {
    const SIZE: usize = 8;
    const ALIGN: usize = 8;
    const FLAT: usize = 1;
    unsafe fn take(flat: &mut Flat<'_>, _: &mut Faults) -> Self {
        flat.next().cast_signed()
    }
    unsafe fn load(at: *const u8, _: &mut Faults) -> Self {
        unsafe { at.cast::<i64>().read() }
    }
    unsafe fn store(&self, at: *mut u8, _: &mut Arena) {
        unsafe { at.cast::<i64>().write(*self) }
    }
}

unsafe impl Value for f64 {
    const SIZE: usize = 8;
    const ALIGN: usize = 8;
    const FLAT: usize = 1;
    unsafe fn take(flat: &mut Flat<'_>, _: &mut Faults) -> Self {
        f64::from_bits(flat.next())
    }
    unsafe fn load(at: *const u8, _: &mut Faults) -> Self {
        unsafe { at.cast::<f64>().read() }
    }
    unsafe fn store(&self, at: *mut u8, _: &mut Arena) {
        unsafe { at.cast::<f64>().write(*self) }
    }
}

unsafe impl Value for bool {
    const SIZE: usize = 1;
    const ALIGN: usize = 1;
    const FLAT: usize = 1;
    unsafe fn take(flat: &mut Flat<'_>, _: &mut Faults) -> Self {
        flat.next() != 0
    }
    unsafe fn load(at: *const u8, _: &mut Faults) -> Self {
        unsafe { at.read() != 0 }
    }
    unsafe fn store(&self, at: *mut u8, _: &mut Arena) {
        unsafe { at.write((*self).into()) }
    }
}

unsafe impl Value for Date {
    const SIZE: usize = 4;
    const ALIGN: usize = 2;
    const FLAT: usize = 3;
    unsafe fn take(flat: &mut Flat<'_>, faults: &mut Faults) -> Self {
        let [year, month, day] = std::array::from_fn(|_| flat.next());
        date(year as i16, month as u8, day as u8, faults)
    }
    unsafe fn load(at: *const u8, faults: &mut Faults) -> Self {
        unsafe { date(at.cast::<i16>().read(), at.add(2).read(), at.add(3).read(), faults) }
    }
    unsafe fn store(&self, at: *mut u8, _: &mut Arena) {
        unsafe {
            at.cast::<i16>().write(self.year());
            at.add(2).write(self.month() as u8);
            at.add(3).write(self.day() as u8);
        }
    }
}

unsafe impl Value for Time {
    const SIZE: usize = 8;
    const ALIGN: usize = 4;
    const FLAT: usize = 4;
    unsafe fn take(flat: &mut Flat<'_>, faults: &mut Faults) -> Self {
        let [hour, minute, second, nanosecond] = std::array::from_fn(|_| flat.next());
        time(hour as u8, minute as u8, second as u8, nanosecond as u32, faults)
    }
    unsafe fn load(at: *const u8, faults: &mut Faults) -> Self {
        unsafe { time(at.read(), at.add(1).read(), at.add(2).read(), at.add(4).cast::<u32>().read(), faults) }
    }
    unsafe fn store(&self, at: *mut u8, _: &mut Arena) {
        unsafe {
            at.write(self.hour() as u8);
            at.add(1).write(self.minute() as u8);
            at.add(2).write(self.second() as u8);
            at.add(4).cast::<u32>().write(self.subsec_nanosecond() as u32);
        }
    }
}

unsafe impl Value for DateTime {
    const SIZE: usize = 12;
    const ALIGN: usize = 4;
    const FLAT: usize = 7;
    unsafe fn take(flat: &mut Flat<'_>, faults: &mut Faults) -> Self {
        let date = unsafe { Date::take(flat, faults) };
        DateTime::from_parts(date, unsafe { Time::take(flat, faults) })
    }
    unsafe fn load(at: *const u8, faults: &mut Faults) -> Self {
        unsafe { DateTime::from_parts(Date::load(at, faults), Time::load(at.add(4), faults)) }
    }
    unsafe fn store(&self, at: *mut u8, arena: &mut Arena) {
        unsafe {
            self.date().store(at, arena);
            self.time().store(at.add(4), arena);
        }
    }
}

fn date(year: i16, month: u8, day: u8, faults: &mut Faults) -> Date {
    faults.unless(Date::new(year, signed(month), signed(day)).ok(), "not a date of the calendar")
}

fn time(hour: u8, minute: u8, second: u8, nanosecond: u32, faults: &mut Faults) -> Time {
    let nanosecond = i32::try_from(nanosecond).unwrap_or(-1);
    faults.unless(Time::new(signed(hour), signed(minute), signed(second), nanosecond).ok(), "not a time of day")
}

/// What is too large is wrong in any case.
fn signed(number: u8) -> i8 {
    i8::try_from(number).unwrap_or(-1)
}

unsafe impl<T: Value> Value for Option<T> {
    const SIZE: usize = (T::ALIGN + T::SIZE).next_multiple_of(T::ALIGN);
    const ALIGN: usize = T::ALIGN;
    const FLAT: usize = 1 + T::FLAT;
    unsafe fn take(flat: &mut Flat<'_>, faults: &mut Faults) -> Self {
        if flat.next() == 0 {
            flat.skip(T::FLAT);
            return None;
        }
        Some(unsafe { T::take(flat, faults) })
    }
    unsafe fn load(at: *const u8, faults: &mut Faults) -> Self {
        unsafe { if at.read() == 0 { None } else { Some(T::load(at.add(T::ALIGN), faults)) } }
    }
    unsafe fn store(&self, at: *mut u8, arena: &mut Arena) {
        unsafe {
            at.write(self.is_some().into());
            if let Some(value) = self {
                value.store(at.add(T::ALIGN), arena);
            }
        }
    }
}
