//! One file a command.

pub mod check;
pub mod compile;
pub mod expand;
pub mod explain;
pub mod list;
pub mod new;
mod progress;
mod toolchain;
pub mod verify;
