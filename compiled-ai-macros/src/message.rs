//! Messages of the macro: a code, what is wrong, facts and what to do, as one compile error.

use std::fmt::Write as _;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Codes; `compiled-ai-core/src/codes/build.rs` has the same ones with an explanation each.
pub(crate) mod codes {
    pub(crate) const ARGUMENTS: &str = "CAI0301";
    pub(crate) const ITEM: &str = "CAI0302";
    pub(crate) const BODY: &str = "CAI0303";
    pub(crate) const MODULE: &str = "CAI0304";
    pub(crate) const QUALIFIER: &str = "CAI0305";
    pub(crate) const NO_BUILD_SCRIPT: &str = "CAI0306";
    pub(crate) const NOT_COMPILED: &str = "CAI0307";
    pub(crate) const UNKNOWN_SPEC: &str = "CAI0308";
    pub(crate) const VERSION: &str = "CAI0309";
    pub(crate) const UNKNOWN_PARAMETER: &str = "CAI0310";
    pub(crate) const MISSING_PARAMETER: &str = "CAI0311";
    pub(crate) const PARAMETER_TYPE: &str = "CAI0312";
    pub(crate) const RETURN_TYPE: &str = "CAI0313";
    pub(crate) const ON_ABSTAIN: &str = "CAI0314";
    pub(crate) const FEATURE: &str = "CAI0318";
}

/// A message in the making.
pub(crate) struct Message(String);

impl Message {
    /// Starts a message: lower case, no full stop.
    pub(crate) fn new(code: &str, message: impl AsRef<str>) -> Self {
        Self(format!("[{code}] {}", message.as_ref()))
    }

    /// Adds a fact.
    pub(crate) fn note(mut self, note: impl AsRef<str>) -> Self {
        self.line("note", note.as_ref());
        self
    }

    /// Adds what to do.
    pub(crate) fn help(mut self, help: impl AsRef<str>) -> Self {
        self.line("help", help.as_ref());
        self
    }

    /// Ends the message, at the place of `tokens`.
    pub(crate) fn on(self, tokens: impl ToTokens) -> syn::Error {
        syn::Error::new_spanned(tokens, self.0)
    }

    /// Ends the message, at `span`.
    pub(crate) fn at(self, span: Span) -> syn::Error {
        syn::Error::new(span, self.0)
    }

    fn line(&mut self, kind: &str, text: &str) {
        for (index, line) in text.lines().enumerate() {
            let _ = match index {
                0 => write!(self.0, "\n  = {kind}: {line}"),
                _ => write!(self.0, "\n          {line}"),
            };
        }
    }
}

/// One `compile_error!` per error, as items.
pub(crate) fn compile_errors<'a>(errors: impl IntoIterator<Item = &'a syn::Error>) -> TokenStream {
    errors.into_iter().map(syn::Error::to_compile_error).collect()
}
