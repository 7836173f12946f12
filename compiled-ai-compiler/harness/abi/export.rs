//! What a component exports: `run`, what is called after it, and the memory for what the host passes.

use std::alloc::{self, Layout};

use super::{Abstain, Arena, Faults, Value, store_slice};

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

pub(super) unsafe fn free(at: *mut u8, size: usize, align: usize) {
    if size > 0 {
        unsafe { alloc::dealloc(at, Layout::from_size_align_unchecked(size, align)) }
    }
}

pub(super) fn trap() -> ! {
    std::arch::wasm32::unreachable()
}
