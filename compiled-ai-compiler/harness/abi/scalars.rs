//! Values of a fixed size, and those that may be absent.

use compiled_ai_runtime::{Date, DateTime, Time};

use super::{Arena, Faults, Flat, Value};

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
