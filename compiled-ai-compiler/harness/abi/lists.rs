//! Texts, lists and maps: what is passed as address and length.

use std::collections::BTreeMap;

use compiled_ai_runtime::{Bytes, Decimal};

use super::export::free;
use super::{Arena, Faults, Fields, Flat, Record, Value};

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

slice!(String, |address, length, _faults| take_text(address, length), |value, at, _arena| store_slice(
    value.as_ptr(),
    value.len(),
    at
));

slice!(Bytes, |address, length, _faults| take_bytes(address, length).into(), |value, at, _arena| store_slice(
    value.as_ptr(),
    value.len(),
    at
));

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

/// Puts address and length of a text or list into memory.
pub(super) unsafe fn store_slice(address: *const u8, length: usize, at: *mut u8) {
    unsafe {
        at.cast::<u32>().write(address as usize as u32);
        at.cast::<u32>().add(1).write(length as u32);
    }
}

unsafe fn load_slice(at: *const u8) -> (u32, u32) {
    unsafe { (at.cast::<u32>().read(), at.cast::<u32>().add(1).read()) }
}
