//! The types that every spec can use.

use std::borrow::ToOwned as _;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::string::String;
use std::vec::Vec;

use super::{Error, Flat, Guest, Layout, Lift, Lower, Place, View, record_align, record_size};
use crate::wasm::error::Fault;
use crate::{Bytes, Date, DateTime, Decimal, Time};

/// The variant of an enum that one or two bytes stand for.
///
/// # Errors
/// There is none.
pub fn variant<T: Copy>(variants: &[T], bytes: &[u8]) -> Result<T, Error> {
    let index = bytes.iter().rev().fold(0, |index, byte| index << 8 | usize::from(*byte));
    variants.get(index).copied().ok_or_else(|| Fault::answer("a variant that its enum has not"))
}

/// The layout of all that is passed as address and length.
macro_rules! slices {
    ($($(@$generic:ident)? $ty:ty),* $(,)?) => {
        $(impl$(<$generic>)? Layout for $ty {
            const SIZE: u32 = 8;
            const ALIGN: u32 = 4;
            const FLAT: usize = 2;
        })*
    };
}

slices!(str, String, Bytes, Decimal, @T [T], @T Vec<T>, @T BTreeMap<String, T>);

/// [`Lower`] of what is passed as address and length, from an expression that makes room and gives both.
macro_rules! lower_slices {
    ($($(@$generic:ident)? $ty:ty, |$value:ident, $guest:ident| $put:expr;)*) => {
        $(impl$(<$generic: Lower>)? Lower for $ty {
            #[inline]
            fn flatten(&self, $guest: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
                let $value = self;
                let (address, length): (u32, usize) = $put?;
                flat.push(u64::from(address));
                flat.push(length as u64);
                Ok(())
            }
            #[inline]
            fn store(&self, $guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
                let $value = self;
                let (address, length): (u32, usize) = $put?;
                // Making room has refused lengths that do not fit.
                let [a, b, c, d] = address.to_le_bytes();
                let [e, f, g, h] = (length as u32).to_le_bytes();
                $guest.write(at, &[a, b, c, d, e, f, g, h])
            }
        })*
    };
}

lower_slices! {
    str, |text, guest| guest.put(text.as_bytes()).map(|at| (at, text.len()));
    String, |text, guest| guest.put(text.as_bytes()).map(|at| (at, text.len()));
    Bytes, |bytes, guest| guest.put(bytes).map(|at| (at, bytes.len()));
    Decimal, |value, guest| decimal(value, guest);
    @T [T], |items, guest| list(items, guest);
    @T Vec<T>, |items, guest| list(items, guest);
    @T BTreeMap<String, T>, |map, guest| entries(map, guest);
}

fn decimal(value: &Decimal, guest: &mut Guest<'_>) -> Result<(u32, usize), Error> {
    let mut text = Text::default();
    // 28 digits, a sign, a point and a zero before it are fewer bytes than there are.
    let _ = write!(text, "{value}");
    guest.put(text.bytes()).map(|at| (at, text.length))
}

fn list<T: Lower>(items: &[T], guest: &mut Guest<'_>) -> Result<(u32, usize), Error> {
    let at = guest.room(items.len(), T::SIZE, T::ALIGN)?;
    T::store_all(items, guest, at)?;
    Ok((at, items.len()))
}

fn entries<T: Lower>(map: &BTreeMap<String, T>, guest: &mut Guest<'_>) -> Result<(u32, usize), Error> {
    let size = record_size(&[(8, 4), (T::SIZE, T::ALIGN)]);
    let at = guest.room(map.len(), size, record_align(&[(8, 4), (T::SIZE, T::ALIGN)]))?;
    for (index, (key, value)) in (0u32..).zip(map) {
        let (entry, mut place) = (at + index * size, Place::default());
        key.store(guest, entry + place.field::<String>())?;
        value.store(guest, entry + place.field::<T>())?;
    }
    Ok((at, map.len()))
}

/// A short text that is written without allocating.
#[derive(Default)]
struct Text {
    bytes: [u8; 32],
    length: usize,
}

impl Text {
    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

impl std::fmt::Write for Text {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let place = self.bytes.get_mut(self.length..self.length + text.len()).ok_or(std::fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.length += text.len();
        Ok(())
    }
}

fn text<'a>(view: &mut View<'a>, at: usize) -> Result<&'a str, Error> {
    let (address, length) = view.list(at, 1, 1, 1)?;
    core::str::from_utf8(view.bytes(address, length)?).map_err(|_| Fault::answer("text that is not UTF-8"))
}

impl Lift for String {
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        text(view, at).map(str::to_owned)
    }
}

impl Lift for Bytes {
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        let (address, length) = view.list(at, 1, 1, 1)?;
        view.bytes(address, length).map(Into::into)
    }
}

impl Lift for Decimal {
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        Decimal::from_str_exact(text(view, at)?).map_err(|_| Fault::answer("a decimal that is none"))
    }
}

impl<T: Lift> Lift for Vec<T> {
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        let (address, length) = view.list(at, T::SIZE, T::ALIGN, size_of::<T>())?;
        let mut items = Vec::with_capacity(length);
        for index in 0..length {
            items.push(T::load(view, address + index * T::SIZE as usize)?);
        }
        Ok(items)
    }
}

impl<T: Lift> Lift for BTreeMap<String, T> {
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        let fields = [(8, 4), (T::SIZE, T::ALIGN)];
        let size = record_size(&fields);
        let (address, length) = view.list(at, size, record_align(&fields), size_of::<(String, T)>())?;
        let mut map = BTreeMap::new();
        for index in 0..length {
            let (entry, mut place) = (address + index * size as usize, Place::default());
            let key = String::load(view, entry + place.field::<String>() as usize)?;
            let value = T::load(view, entry + place.field::<T>() as usize)?;
            if map.insert(key, value).is_some() {
                return Err(Fault::answer("a map with one key twice"));
            }
        }
        Ok(map)
    }
}

/// Numbers of eight bytes.
macro_rules! numbers {
    ($($ty:ty, |$value:ident| $bits:expr;)*) => {
        $(
            impl Layout for $ty {
                const SIZE: u32 = 8;
                const ALIGN: u32 = 8;
                const FLAT: usize = 1;
            }
            impl Lower for $ty {
                #[inline]
                fn flatten(&self, _: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
                    let $value = self;
                    flat.push($bits);
                    Ok(())
                }
                #[inline]
                fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
                    guest.write(at, &self.to_le_bytes())
                }
            }
            impl Lift for $ty {
                #[inline]
                fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
                    view.array(at).map(Self::from_le_bytes)
                }
            }
        )*
    };
}

numbers! {
    i64, |value| value.cast_unsigned();
    f64, |value| value.to_bits();
}

impl Layout for u8 {
    const SIZE: u32 = 1;
    const ALIGN: u32 = 1;
    const FLAT: usize = 1;
}

impl Lower for u8 {
    fn flatten(&self, _: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
        flat.push(u64::from(*self));
        Ok(())
    }
    fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
        guest.write(at, &[*self])
    }
    fn store_all(items: &[Self], guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
        guest.write(at, items)
    }
}

impl Layout for bool {
    const SIZE: u32 = 1;
    const ALIGN: u32 = 1;
    const FLAT: usize = 1;
}

impl Lower for bool {
    #[inline]
    fn flatten(&self, _: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
        flat.push(u64::from(*self));
        Ok(())
    }
    #[inline]
    fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
        guest.write(at, &[u8::from(*self)])
    }
}

impl Lift for bool {
    #[inline]
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        view.array(at).map(|[byte]| byte != 0)
    }
}

impl Layout for Date {
    const SIZE: u32 = 4;
    const ALIGN: u32 = 2;
    const FLAT: usize = 3;
}

impl Lower for Date {
    fn flatten(&self, _: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
        // As a signed number of 32 bits.
        flat.push(u64::from(i32::from(self.year()).cast_unsigned()));
        flat.push(self.month().cast_unsigned().into());
        flat.push(self.day().cast_unsigned().into());
        Ok(())
    }
    fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
        let [low, high] = self.year().to_le_bytes();
        guest.write(at, &[low, high, self.month().cast_unsigned(), self.day().cast_unsigned()])
    }
}

impl Lift for Date {
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        let [low, high, month, day] = view.array(at)?;
        let date = Date::new(i16::from_le_bytes([low, high]), month.cast_signed(), day.cast_signed());
        date.map_err(|_| Fault::answer("a date that the calendar has not"))
    }
}

impl Layout for Time {
    const SIZE: u32 = 8;
    const ALIGN: u32 = 4;
    const FLAT: usize = 4;
}

impl Lower for Time {
    fn flatten(&self, _: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
        for part in [self.hour(), self.minute(), self.second()] {
            flat.push(part.cast_unsigned().into());
        }
        flat.push(self.subsec_nanosecond().cast_unsigned().into());
        Ok(())
    }
    fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
        let [hour, minute, second] = [self.hour(), self.minute(), self.second()].map(i8::cast_unsigned);
        let [a, b, c, d] = self.subsec_nanosecond().to_le_bytes();
        guest.write(at, &[hour, minute, second, 0, a, b, c, d])
    }
}

impl Lift for Time {
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        let [hour, minute, second, _, a, b, c, d] = view.array(at)?;
        let [hour, minute, second] = [hour, minute, second].map(u8::cast_signed);
        let time = Time::new(hour, minute, second, i32::from_le_bytes([a, b, c, d]));
        time.map_err(|_| Fault::answer("a time that no day has"))
    }
}

impl Layout for DateTime {
    const SIZE: u32 = 12;
    const ALIGN: u32 = 4;
    const FLAT: usize = 7;
}

impl Lower for DateTime {
    fn flatten(&self, guest: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
        self.date().flatten(guest, flat)?;
        self.time().flatten(guest, flat)
    }
    fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
        self.date().store(guest, at)?;
        self.time().store(guest, at + Date::SIZE)
    }
}

impl Lift for DateTime {
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        let date = Date::load(view, at)?;
        Ok(DateTime::from_parts(date, Time::load(view, at + Date::SIZE as usize)?))
    }
}

impl<T: Layout> Layout for Option<T> {
    const SIZE: u32 = record_size(&[(1, 1), (T::SIZE, T::ALIGN)]);
    const ALIGN: u32 = T::ALIGN;
    const FLAT: usize = 1 + T::FLAT;
}

impl<T: Lower> Lower for Option<T> {
    #[inline]
    fn flatten(&self, guest: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
        flat.push(u64::from(self.is_some()));
        match self {
            Some(value) => value.flatten(guest, flat),
            None => {
                flat.skip(T::FLAT);
                Ok(())
            }
        }
    }
    #[inline]
    fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
        guest.write(at, &[u8::from(self.is_some())])?;
        self.as_ref().map_or(Ok(()), |value| value.store(guest, at + T::ALIGN))
    }
}

impl<T: Lift> Lift for Option<T> {
    #[inline]
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error> {
        match view.array(at)? {
            [0] => Ok(None),
            [1] => T::load(view, at + T::ALIGN as usize).map(Some),
            _ => Err(Fault::answer("an option that is neither there nor not")),
        }
    }
}

impl<T: Layout + ?Sized> Layout for &T {
    const SIZE: u32 = T::SIZE;
    const ALIGN: u32 = T::ALIGN;
    const FLAT: usize = T::FLAT;
}

impl<T: Lower + ?Sized> Lower for &T {
    #[inline]
    fn flatten(&self, guest: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error> {
        (**self).flatten(guest, flat)
    }
    #[inline]
    fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error> {
        (**self).store(guest, at)
    }
}
