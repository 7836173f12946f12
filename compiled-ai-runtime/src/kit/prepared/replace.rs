//! What takes the place of what was found. As documented by the crate `regex`.
#![allow(missing_docs)]

use alloc::borrow::Cow;
use alloc::string::String;

use super::Captures;

pub trait Replacer {
    fn replace_append(&mut self, captures: &Captures<'_>, to: &mut String);

    fn no_expansion(&mut self) -> Option<Cow<'_, str>> {
        None
    }

    fn by_ref(&mut self) -> ReplacerRef<'_, Self> {
        ReplacerRef(self)
    }
}

/// Text, in which `$1` and `$name` stand for groups.
macro_rules! text {
    ($($ty:ty),*) => {$(
        impl Replacer for $ty {
            fn replace_append(&mut self, captures: &Captures<'_>, to: &mut String) {
                captures.expand(AsRef::<str>::as_ref(self), to);
            }

            fn no_expansion(&mut self) -> Option<Cow<'_, str>> {
                let text = AsRef::<str>::as_ref(self);
                (!text.contains('$')).then_some(Cow::Borrowed(text))
            }
        }
    )*};
}

text!(&str, &String, String, Cow<'_, str>, &Cow<'_, str>);

impl<F: FnMut(&Captures<'_>) -> T, T: AsRef<str>> Replacer for F {
    fn replace_append(&mut self, captures: &Captures<'_>, to: &mut String) {
        to.push_str(self(captures).as_ref());
    }
}

#[derive(Debug)]
pub struct ReplacerRef<'a, R: ?Sized>(&'a mut R);

impl<R: Replacer + ?Sized> Replacer for ReplacerRef<'_, R> {
    fn replace_append(&mut self, captures: &Captures<'_>, to: &mut String) {
        self.0.replace_append(captures, to);
    }

    fn no_expansion(&mut self) -> Option<Cow<'_, str>> {
        self.0.no_expansion()
    }
}

#[derive(Clone, Debug)]
pub struct NoExpand<'s>(pub &'s str);

impl Replacer for NoExpand<'_> {
    fn replace_append(&mut self, _: &Captures<'_>, to: &mut String) {
        to.push_str(self.0);
    }

    fn no_expansion(&mut self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self.0))
    }
}
