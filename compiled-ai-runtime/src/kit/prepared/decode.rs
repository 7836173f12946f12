//! The form of a parsed pattern.
//!
//! ```text
//! pattern = 0                                     nothing
//!         | 1 length bytes                        a literal
//!         | 2 class | 3 class                     a class of characters, of bytes
//!         | 4 look                                an assertion, as `Look::as_repr` numbers it
//!         | 5 min (max + 1, 0 is none) greedy pattern
//!         | 6 index (length + 1, 0 is none) name pattern
//!         | 7 count pattern… | 8 count pattern…   one after the other; one of them
//! class   = number of a list of ranges, each (start - end of the one before) (end - start)
//! ```
//!
//! All numbers are LEB128.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use regex_syntax::hir::{
    Capture, Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange, Hir, Look, Repetition,
};

/// Reads a pattern; `None` if it is not one.
pub fn hir(code: &[u8], classes: &[&[u8]]) -> Option<Hir> {
    let mut reader = Reader { rest: code, classes };
    let hir = reader.hir()?;
    reader.rest.is_empty().then_some(hir)
}

struct Reader<'a> {
    rest: &'a [u8],
    classes: &'a [&'a [u8]],
}

impl<'a> Reader<'a> {
    fn hir(&mut self) -> Option<Hir> {
        Some(match self.number()? {
            0 => Hir::empty(),
            1 => {
                let length = self.number()?;
                Hir::literal(self.bytes(length)?)
            }
            2 => {
                let range = |(start, end)| Some(ClassUnicodeRange::new(char::from_u32(start)?, char::from_u32(end)?));
                let ranges: Option<Vec<_>> = self.ranges()?.into_iter().map(range).collect();
                Hir::class(Class::Unicode(ClassUnicode::new(ranges?)))
            }
            3 => {
                let range =
                    |(start, end)| Some(ClassBytesRange::new(u8::try_from(start).ok()?, u8::try_from(end).ok()?));
                let ranges: Option<Vec<_>> = self.ranges()?.into_iter().map(range).collect();
                Hir::class(Class::Bytes(ClassBytes::new(ranges?)))
            }
            4 => Hir::look(Look::from_repr(self.number()?)?),
            5 => {
                let (min, max, greedy) = (self.number()?, self.number()?.checked_sub(1), self.number()? == 1);
                Hir::repetition(Repetition { min, max, greedy, sub: Box::new(self.hir()?) })
            }
            6 => {
                let index = self.number()?;
                let name = match self.number()?.checked_sub(1) {
                    Some(length) => Some(String::from_utf8(self.bytes(length)?.into()).ok()?.into_boxed_str()),
                    None => None,
                };
                Hir::capture(Capture { index, name, sub: Box::new(self.hir()?) })
            }
            7 => Hir::concat(self.hirs()?),
            8 => Hir::alternation(self.hirs()?),
            _ => return None,
        })
    }

    fn hirs(&mut self) -> Option<Vec<Hir>> {
        (0..self.number()?).map(|_| self.hir()).collect()
    }

    /// The ranges of a class, from the first character to the last.
    fn ranges(&mut self) -> Option<Vec<(u32, u32)>> {
        let rest = self.classes.get(self.number()? as usize)?;
        let (mut reader, mut end, mut ranges) = (Reader { rest, classes: &[] }, 0u32, Vec::new());
        while !reader.rest.is_empty() {
            let start = end.checked_add(reader.number()?)?;
            end = start.checked_add(reader.number()?)?;
            ranges.push((start, end));
        }
        Some(ranges)
    }

    fn bytes(&mut self, length: u32) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(length as usize)?;
        self.rest = rest;
        Some(bytes)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0u32;
        for shift in (0..35).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            let bits = u32::from(byte & 0x7f);
            number |= bits.checked_shl(shift).filter(|shifted| shifted >> shift == bits)?;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}
