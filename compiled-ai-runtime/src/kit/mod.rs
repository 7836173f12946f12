//! Everything that generated code may name: value types, the few names of `core` and `alloc` that it needs, and the
//! modules [`text`], [`money`], [`dates`], [`table`], [`similarity`] and [`words`].
//!
//! No function of these modules panics, whatever its arguments.

pub mod dates;
mod fold;
pub mod money;
#[doc(hidden)]
pub mod prepared;
mod regex;
pub mod similarity;
pub mod table;
pub mod text;
pub mod words;

#[cfg(compiled_ai_component)]
pub use self::prepared::{Captures, Match, Regex};
#[doc(hidden)]
#[cfg(not(compiled_ai_component))]
pub use self::regex::compile as compile_regex;
pub use crate::{Abstain, Bytes, Date, DateTime, Decimal, Time, regex};
#[cfg(not(compiled_ai_component))]
pub use ::regex::{Captures, Match, Regex};
pub use alloc::borrow::{Cow, ToOwned};
pub use alloc::boxed::Box;
pub use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};
pub use alloc::string::{String, ToString};
pub use alloc::vec::{IntoIter as VecIntoIter, Vec};
pub use alloc::{format, vec};
pub use core::cmp::Ordering;
pub use core::str::FromStr;
// Artifacts call macros by their path, which no macro of the same name can get in front of.
pub use core::{concat, matches, unreachable, write, writeln};
