//! What runs a candidate: JSON in, JSON out, in WebAssembly or in a process of its own.
//!
//! This file is no part of the compiler. It is built with the kit, once, and a candidate is linked to it:
//! `fn main() { serve::<Function>() }` is all that a candidate's program adds, beside a line for each of its types that says how
//! it is read and written as [`json`].
//!
//! In WebAssembly `main` only registers the function; the host then calls the exports. Natively `main` answers each line of
//! standard input with one line on standard output.
//!
//! With `--cfg compiled_ai_component` it is what a component links: [`abi`], and none of the above.
//! A second, instrumented text of a candidate is only ever measured, in WebAssembly: it calls [`reach`] and its relatives.

#![allow(unexpected_cfgs)]

#[cfg(compiled_ai_component)]
pub mod abi;
#[cfg(not(compiled_ai_component))]
pub mod json;

/// Serves `F` until there is no more input.
#[cfg(not(compiled_ai_component))]
pub fn serve<F: compiled_ai_runtime::CompiledFn<In: json::Value, Out: json::Value>>() {
    platform::serve(json::call::<F>);
}

#[cfg(all(target_family = "wasm", not(compiled_ai_component)))]
pub use coverage::*;

/// Which places of an instrumented candidate a run has come by. Every function hands on what it was given, so that the
/// instrumented text does what the other one does.
#[cfg(all(target_family = "wasm", not(compiled_ai_component)))]
mod coverage {
    use std::sync::atomic::{AtomicU8, Ordering};

    /// One bit a place.
    static REACHED: [AtomicU8; 1 << 13] = [const { AtomicU8::new(0) }; 1 << 13];

    /// The run is at place `n`. True.
    pub fn reach(n: u32) -> bool {
        if let Some(byte) = REACHED.get((n / 8) as usize) {
            byte.fetch_or(1 << (n % 8), Ordering::Relaxed);
        }
        true
    }

    /// The run is at place `n`. False.
    pub fn miss(n: u32) -> bool {
        !reach(n)
    }

    /// Marks `n` if `value` is true.
    pub fn yes(n: u32, value: bool) -> bool {
        value && reach(n)
    }

    /// Marks `n` if `value` is false.
    pub fn no(n: u32, value: bool) -> bool {
        value || miss(n)
    }

    /// Marks `n` if `value` is true and the place after it if not.
    pub fn both(n: u32, value: bool) -> bool {
        if value { reach(n) } else { miss(n + 1) }
    }

    /// Marks `n` if there is a value.
    pub fn some<T>(n: u32, value: Option<T>) -> Option<T> {
        yes(n, value.is_some());
        value
    }

    /// Marks `n` if there is no value.
    pub fn none<T>(n: u32, value: Option<T>) -> Option<T> {
        yes(n, value.is_none());
        value
    }

    /// The text behind any number of references.
    pub fn text<T: Text + ?Sized>(text: &T) -> &str {
        text.text()
    }

    /// See [`text`].
    pub trait Text {
        /// See [`text`].
        fn text(&self) -> &str;
    }

    impl Text for str {
        fn text(&self) -> &str {
            self
        }
    }

    impl<T: Text + ?Sized> Text for &T {
        fn text(&self) -> &str {
            (**self).text()
        }
    }

    /// Address and length of the places' bits.
    #[unsafe(no_mangle)]
    pub extern "C" fn compiled_ai_reached() -> u64 {
        (REACHED.as_ptr() as u64) << 32 | REACHED.len() as u64
    }
}

#[cfg(all(target_family = "wasm", not(compiled_ai_component)))]
mod platform {
    use std::panic;
    use std::sync::{Mutex, OnceLock};

    type Call = fn(&str) -> String;

    static FUNCTION: OnceLock<Call> = OnceLock::new();
    static INPUT: Mutex<Vec<u8>> = Mutex::new(Vec::new());
    static OUTPUT: Mutex<String> = Mutex::new(String::new());
    static PANIC: Mutex<String> = Mutex::new(String::new());

    pub(super) fn serve(call: Call) {
        let _ = FUNCTION.set(call);
        panic::set_hook(Box::new(|info| {
            if let Ok(mut report) = PANIC.lock() {
                *report = super::report(info);
            }
        }));
    }

    /// Room for `length` bytes of input.
    #[unsafe(no_mangle)]
    pub extern "C" fn compiled_ai_input(length: usize) -> *mut u8 {
        let Ok(mut input) = INPUT.lock() else { return std::ptr::null_mut() };
        input.clear();
        input.resize(length, 0);
        input.as_mut_ptr()
    }

    /// Calls the function on the input; address and length of the answer.
    #[unsafe(no_mangle)]
    pub extern "C" fn compiled_ai_call() -> u64 {
        let (Some(call), Ok(input), Ok(mut output)) = (FUNCTION.get(), INPUT.lock(), OUTPUT.lock()) else { return 0 };
        *output = match std::str::from_utf8(&input) {
            Ok(input) => call(input),
            Err(_) => r#"{"error":"input is not UTF-8"}"#.to_owned(),
        };
        packed(&output)
    }

    /// Address and length of what the panic hook wrote.
    #[unsafe(no_mangle)]
    pub extern "C" fn compiled_ai_panic() -> u64 {
        PANIC.lock().map_or(0, |report| packed(&report))
    }

    fn packed(text: &str) -> u64 {
        (text.as_ptr() as u64) << 32 | text.len() as u64
    }
}

#[cfg(not(target_family = "wasm"))]
mod platform {
    use std::io::{BufRead as _, Write as _};
    use std::panic;
    use std::sync::{Arc, Mutex};

    pub(super) fn serve(call: fn(&str) -> String) {
        let last = Arc::new(Mutex::new(String::new()));
        let hook = Arc::clone(&last);
        panic::set_hook(Box::new(move |info| {
            if let Ok(mut last) = hook.lock() {
                *last = super::report(info);
            }
        }));
        let mut output = std::io::stdout().lock();
        for line in std::io::stdin().lock().lines() {
            let Ok(line) = line else { return };
            let answer = panic::catch_unwind(|| call(&line)).unwrap_or_else(|_| {
                let report = last.lock().map(|report| report.clone()).unwrap_or_default();
                format!("panic {}", report.escape_debug())
            });
            if writeln!(output, "{answer}").and_then(|()| output.flush()).is_err() {
                return;
            }
        }
    }
}

/// `file:line`, a line feed, the message.
#[cfg(not(compiled_ai_component))]
fn report(info: &std::panic::PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or_default();
    match info.location() {
        Some(at) => format!("{}:{}\n{message}", at.file(), at.line()),
        None => format!("\n{message}"),
    }
}
