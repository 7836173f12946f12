//! Records and enums: what generated code says of them.

use super::Layout;

/// Bytes of a record, from the sizes and alignments of its fields.
pub const fn record_size(fields: &[(u32, u32)]) -> u32 {
    let (mut size, mut index) = (0u32, 0);
    while index < fields.len() {
        size = size.next_multiple_of(fields[index].1) + fields[index].0;
        index += 1;
    }
    size.next_multiple_of(record_align(fields))
}

/// What the address of a record is a multiple of.
pub const fn record_align(fields: &[(u32, u32)]) -> u32 {
    let (mut align, mut index) = (1, 0);
    while index < fields.len() {
        if fields[index].1 > align {
            align = fields[index].1;
        }
        index += 1;
    }
    align
}

/// Where in a record the next field lies.
#[derive(Debug, Default)]
pub struct Place(u32);

impl Place {
    /// The offset of a field of type `T`.
    #[inline]
    pub fn field<T: Layout>(&mut self) -> u32 {
        let at = self.0.next_multiple_of(T::ALIGN);
        self.0 = at + T::SIZE;
        at
    }
}

/// Says how a record lies in memory: its fields with their types, in the order of their names.
#[doc(hidden)]
#[macro_export]
macro_rules! __wasm_record {
    (lower $name:ident $(<$lifetime:lifetime>)? { $($field:ident: $ty:ty),* $(,)? }) => {
        const _: () = {
            use $crate::wasm::abi;
            const fn of<T: abi::Layout>() -> (u32, u32) {
                (T::SIZE, T::ALIGN)
            }
            impl$(<$lifetime>)? abi::Layout for $name $(<$lifetime>)? {
                const SIZE: u32 = abi::record_size(&[$(of::<$ty>()),*]);
                const ALIGN: u32 = abi::record_align(&[$(of::<$ty>()),*]);
                const FLAT: usize = 0 $(+ <$ty as abi::Layout>::FLAT)*;
            }
            impl$(<$lifetime>)? abi::Lower for $name $(<$lifetime>)? {
                #[inline]
                fn flatten(&self, guest: &mut abi::Guest<'_>, flat: &mut abi::Flat) -> ::core::result::Result<(), abi::Error> {
                    $(abi::Lower::flatten(&self.$field, guest, flat)?;)*
                    ::core::result::Result::Ok(())
                }
                #[inline]
                fn store(&self, guest: &mut abi::Guest<'_>, at: u32) -> ::core::result::Result<(), abi::Error> {
                    let mut place = abi::Place::default();
                    $(abi::Lower::store(&self.$field, guest, at + place.field::<$ty>())?;)*
                    ::core::result::Result::Ok(())
                }
            }
        };
    };
    ($name:ident { $($field:ident: $ty:ty),* $(,)? }) => {
        $crate::__wasm_record!(lower $name { $($field: $ty),* });
        impl $crate::wasm::abi::Lift for $name {
            #[inline]
            fn load(view: &mut $crate::wasm::abi::View<'_>, at: usize) -> ::core::result::Result<Self, $crate::wasm::abi::Error> {
                let mut place = $crate::wasm::abi::Place::default();
                ::core::result::Result::Ok(Self {
                    $($field: <$ty as $crate::wasm::abi::Lift>::load(view, at + place.field::<$ty>() as usize)?,)*
                })
            }
        }
    };
}

/// Says how an enum lies in memory: its variants in the order of the spec.
#[doc(hidden)]
#[macro_export]
macro_rules! __wasm_enum {
    ($name:ident { $($variant:ident),* $(,)? }) => {
        const _: () = {
            use $crate::wasm::abi;
            const VARIANTS: &[$name] = &[$($name::$variant),*];
            const SIZE: u32 = if VARIANTS.len() <= 256 { 1 } else { 2 };
            impl abi::Layout for $name {
                const SIZE: u32 = SIZE;
                const ALIGN: u32 = SIZE;
                const FLAT: usize = 1;
            }
            impl abi::Lower for $name {
                #[inline]
                fn flatten(&self, _: &mut abi::Guest<'_>, flat: &mut abi::Flat) -> ::core::result::Result<(), abi::Error> {
                    flat.push(*self as u64);
                    ::core::result::Result::Ok(())
                }
                #[inline]
                fn store(&self, guest: &mut abi::Guest<'_>, at: u32) -> ::core::result::Result<(), abi::Error> {
                    guest.write(at, &(*self as u16).to_le_bytes()[..SIZE as usize])
                }
            }
            impl abi::Lift for $name {
                #[inline]
                fn load(view: &mut abi::View<'_>, at: usize) -> ::core::result::Result<Self, abi::Error> {
                    abi::variant(VARIANTS, view.bytes(at, SIZE as usize)?)
                }
            }
        };
    };
}
