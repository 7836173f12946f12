//! Values as the canonical ABI of the component model passes them, seen from the host.
//!
//! <https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md>, for the types that specs have:
//!
//! | spec | WIT | in memory: bytes, alignment |
//! |---|---|---|
//! | `string`, `decimal`, `bytes`, `[T]`, `{map: T}` | `string`, `list<…>` | address and length: 8, 4 |
//! | `int`, `float` | `s64`, `f64` | 8, 8 |
//! | `bool`, enum | `bool`, `enum` | 1, 1 (2, 2 beyond 256 variants) |
//! | `date`, `time`, `datetime` | records of numbers | 4, 2; 8, 4; 12, 4 |
//! | `T?` | `option<T>` | one byte, then `T` |
//! | record | `record` | its fields in the order of their names |
//!
//! Everything that an instance returns is checked: addresses, text, variants, dates, and how much it would take in all.

mod flat;
mod macros;
mod values;

use wasmtime::{Memory, Store, TypedFunc};

use super::error::Fault;
use super::instance::State;

pub use super::error::Fault as Error;
pub(crate) use flat::MOST;
pub use flat::{Core, Flat, Params};
pub use macros::{Place, record_align, record_size};
pub use values::variant;

/// What is known of a type.
pub trait Layout {
    /// Bytes in memory.
    const SIZE: u32;
    /// What its address is a multiple of.
    const ALIGN: u32;
    /// Parameters that it takes.
    const FLAT: usize;
}

/// A value that can be passed to an instance.
pub trait Lower: Layout {
    /// Passes it as parameters.
    ///
    /// # Errors
    /// The instance has no room for what the value points to, or has trapped making it.
    fn flatten(&self, guest: &mut Guest<'_>, flat: &mut Flat) -> Result<(), Error>;

    /// Writes it to an address.
    ///
    /// # Errors
    /// As for [`flatten`](Self::flatten).
    fn store(&self, guest: &mut Guest<'_>, at: u32) -> Result<(), Error>;

    /// Writes several of them one behind the other.
    ///
    /// # Errors
    /// As for [`flatten`](Self::flatten).
    fn store_all(items: &[Self], guest: &mut Guest<'_>, at: u32) -> Result<(), Error>
    where
        Self: Sized,
    {
        // The whole list has been allocated, so that no address in it can overflow.
        (0..).zip(items).try_for_each(|(index, item): (u32, &Self)| item.store(guest, at + index * Self::SIZE))
    }
}

/// A value that an instance can return.
pub trait Lift: Layout + Sized {
    /// Reads it from an address.
    ///
    /// # Errors
    /// There is no such value.
    fn load(view: &mut View<'_>, at: usize) -> Result<Self, Error>;
}

/// An instance that input is written into.
pub struct Guest<'a> {
    pub(crate) store: &'a mut Store<State>,
    pub(crate) memory: Memory,
    pub(crate) realloc: &'a TypedFunc<(u32, u32, u32, u32), u32>,
}

impl std::fmt::Debug for Guest<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Guest")
    }
}

impl Guest<'_> {
    /// Room for `count` values of `size` bytes each.
    ///
    /// # Errors
    /// The instance has none.
    pub fn room(&mut self, count: usize, size: u32, align: u32) -> Result<u32, Error> {
        let bytes = u32::try_from(count).ok().and_then(|count| count.checked_mul(size)).ok_or_else(Fault::too_large)?;
        if bytes == 0 {
            return Ok(align);
        }
        let at = self.realloc.call(&mut *self.store, (0, 0, align, bytes))?;
        let is_inside = u64::from(at) + u64::from(bytes) <= self.memory.data_size(&*self.store) as u64;
        if at % align != 0 || !is_inside { Err(Fault::answer("it gives no proper room for its input")) } else { Ok(at) }
    }

    /// Writes bytes to an address.
    ///
    /// # Errors
    /// The address is outside the memory.
    #[inline]
    pub fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), Error> {
        let memory = self.memory.data_mut(&mut *self.store);
        let place = memory.get_mut(at as usize..).and_then(|rest| rest.get_mut(..bytes.len()));
        place.ok_or_else(Fault::too_large)?.copy_from_slice(bytes);
        Ok(())
    }

    /// Makes room for bytes and writes them there.
    ///
    /// # Errors
    /// The instance has no room.
    pub fn put(&mut self, bytes: &[u8]) -> Result<u32, Error> {
        let at = self.room(bytes.len(), 1, 1)?;
        self.write(at, bytes)?;
        Ok(at)
    }
}

/// The memory of an instance that output is read from.
#[derive(Debug)]
pub struct View<'a> {
    memory: &'a [u8],
    left: usize,
}

impl<'a> View<'a> {
    /// Reads from `memory`, values of up to `most` bytes in all: several addresses may be the same, so that a small memory can
    /// describe an immense value.
    pub fn new(memory: &'a [u8], most: usize) -> Self {
        Self { memory, left: most }
    }

    /// The bytes at an address.
    ///
    /// # Errors
    /// They are not all inside the memory.
    #[inline]
    pub fn bytes(&self, at: usize, length: usize) -> Result<&'a [u8], Error> {
        let rest = self.memory.get(at..).and_then(|rest| rest.get(..length));
        rest.ok_or_else(|| Fault::answer("an address outside its memory"))
    }

    /// As many bytes as an array holds.
    ///
    /// # Errors
    /// As for [`bytes`](Self::bytes).
    #[inline]
    pub fn array<const N: usize>(&self, at: usize) -> Result<[u8; N], Error> {
        self.memory
            .get(at..)
            .and_then(|rest| rest.first_chunk().copied())
            .ok_or_else(|| Fault::answer("an address outside its memory"))
    }

    /// The address and the number of values of `size` bytes each, which are all inside the memory. Counts them, as `counted` bytes
    /// each.
    ///
    /// # Errors
    /// They are not all inside the memory, or are too many.
    #[inline]
    pub fn list(&mut self, at: usize, size: u32, align: u32, counted: usize) -> Result<(usize, usize), Error> {
        let [address, length] = [at, at + 4].map(|at| self.array(at).map(|bytes| u32::from_le_bytes(bytes) as usize));
        let (address, length) = (address?, length?);
        if address % align as usize != 0 {
            return Err(Fault::answer("a list at an address that is not aligned"));
        }
        self.bytes(
            address,
            length.checked_mul(size as usize).ok_or_else(|| Fault::answer("a list that is too long"))?,
        )?;
        let counted = length.saturating_mul(counted);
        self.left = self.left.checked_sub(counted).ok_or_else(|| Fault::answer("more than its memory could hold"))?;
        Ok((address, length))
    }
}
