//! Colours, as cargo uses them.

use anstyle::{AnsiColor, Style};

/// What is wrong.
pub(crate) const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
/// What is done.
pub(crate) const DONE: Style = AnsiColor::BrightGreen.on_default().bold();
/// What goes on.
pub(crate) const GOING: Style = AnsiColor::BrightCyan.on_default().bold();
/// What deserves a look.
pub(crate) const WARN: Style = AnsiColor::BrightYellow.on_default().bold();
/// Labels of notes and help.
pub(crate) const LABEL: Style = AnsiColor::BrightBlue.on_default().bold();
/// Messages.
pub(crate) const BOLD: Style = Style::new().bold();
