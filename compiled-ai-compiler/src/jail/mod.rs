//! What the operating system keeps programs from doing that a candidate takes part in: `rustc` while it compiles one, and
//! the native program that it becomes.
//!
//! On Linux a program starts from a thread that has given up its rights, and inherits what is left: Landlock confines it to
//! the files of its [`Reach`], and seccomp to no sockets. No code runs between fork and exec, so that none needs to be unsafe.
//! Elsewhere, and on kernels without Landlock, there are limits of resources only; [`Jail::describe`] tells.
//!
//! Limits of time, memory and output are set in every case, by `kit::process`.

#[cfg(target_os = "linux")]
mod linux;
mod reach;

use std::io;
use std::process::{Child, Command};

pub(crate) use reach::Reach;
#[cfg(unix)]
pub(crate) use reach::SHELL;

/// How far this machine can confine a program.
#[derive(Debug, Clone)]
pub struct Jail {
    #[cfg(target_os = "linux")]
    walls: linux::Walls,
    description: String,
}

impl Jail {
    /// Finds out what this machine can do, by doing it: a thread confines itself and then tries what it may not.
    pub fn detect() -> Self {
        #[cfg(target_os = "linux")]
        {
            let walls = linux::Walls::detect();
            Self { walls, description: walls.describe() }
        }
        #[cfg(not(target_os = "linux"))]
        Self::plain()
    }

    /// Limits of resources only.
    #[cfg(any(test, not(target_os = "linux")))]
    pub(crate) fn plain() -> Self {
        #[cfg(target_os = "linux")]
        {
            let walls = linux::Walls::default();
            Self { walls, description: walls.describe() }
        }
        #[cfg(not(target_os = "linux"))]
        {
            let limits = if cfg!(unix) { "limits" } else { "a limit of time" };
            Self { description: format!("only {limits}: files and network are not confined") }
        }
    }

    /// What confines programs here, for people: `landlock ABI 7, no sockets, limits` and the like.
    pub fn describe(&self) -> &str {
        &self.description
    }

    /// Whether a confined program reads and writes no files but those it was given.
    ///
    /// If not, nothing but the security stage keeps a candidate from making the compiler read a file.
    pub fn confines_files(&self) -> bool {
        #[cfg(target_os = "linux")]
        {
            self.walls.confine_files()
        }
        #[cfg(not(target_os = "linux"))]
        false
    }

    /// Starts `command` within `reach`.
    ///
    /// # Errors
    /// It can't be started, or not within the walls that [`Jail::detect`] found.
    pub(crate) fn spawn(&self, command: &mut Command, reach: &Reach) -> io::Result<Child> {
        #[cfg(target_os = "linux")]
        {
            let walls = self.walls;
            linux::on_a_thread(move || {
                walls.enter(reach)?;
                command.spawn()
            })
        }
        #[cfg(not(target_os = "linux"))]
        {
            let _ = reach;
            command.spawn()
        }
    }
}

#[cfg(all(test, unix))]
mod tests;
