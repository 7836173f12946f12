//! The `#[spec]` attribute; [`compiled-ai`] re-exports and documents it.
//!
//! The attribute reads what the user's build script left in `OUT_DIR/compiled-ai` (see `facts.rs` for the forms) and links
//! it. It never parses YAML and never looks at a lock: `compiled-ai-build` did that.
//!
//! ```text
//! arguments ─▶ item ─▶ what build.rs left ─▶ signature against facts ─▶ tokens, or one error per difference
//! args.rs      item.rs  out_dir.rs facts.rs   signature.rs types.rs       expand/  message.rs
//! ```
//!
//! [`compiled-ai`]: https://docs.rs/compiled-ai
#![forbid(unsafe_code)]

mod args;
mod expand;
mod facts;
mod item;
mod message;
mod out_dir;
mod signature;
mod similar;
mod types;

/// Links the function that was compiled from a spec.
///
/// See the documentation of `compiled-ai` for what it accepts.
#[proc_macro_attribute]
pub fn spec(args: proc_macro::TokenStream, item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::spec(args.into(), item.into()).into()
}
