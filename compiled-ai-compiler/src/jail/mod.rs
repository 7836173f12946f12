//! What the operating system keeps programs from doing that a candidate takes part in: `rustc` while it compiles one, and
//! the native program that it becomes.
//!
//! On Linux a program starts from a thread that has given up its rights, and inherits what is left: Landlock confines it to
//! the files of its [`Reach`], and seccomp to no sockets. No code runs between fork and exec, so that none needs to be unsafe.
//! What root starts becomes a user of its own, since nothing limits how many processes root has. Elsewhere, and on kernels
//! without Landlock, there are limits of resources only; [`Jail::describe`] tells.
//!
//! Limits of time, memory and output are set in every case, by `kit::process`. What a program started ends with its [`Group`],
//! which seccomp keeps it in.

#[cfg_attr(not(unix), path = "no_group.rs")]
mod group;
#[cfg(target_os = "linux")]
mod linux;
mod reach;

use std::io;
use std::process::{Child, Command};

pub(crate) use group::Group;
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

    /// What confines programs here, for people: `landlock ABI 7, no sockets, limits, a user of its own` and the like.
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

    /// Whether a confined program can start a limited number of processes only.
    ///
    /// If not, it can make the machine run out of them until its time is over. Root is so, where it can't become another user.
    pub fn limits_processes(&self) -> bool {
        #[cfg(target_os = "linux")]
        {
            self.walls.limit_tasks()
        }
        #[cfg(all(unix, not(target_os = "linux")))]
        {
            !rustix::process::geteuid().is_root()
        }
        #[cfg(not(unix))]
        false
    }

    /// How many processes and threads a program may come to that starts others; `None` if no number is known that would do.
    pub(crate) fn tasks(&self) -> Option<u64> {
        #[cfg(target_os = "linux")]
        {
            self.walls.tasks()
        }
        #[cfg(not(target_os = "linux"))]
        None
    }

    /// Starts `command` within `reach` and in `group`.
    ///
    /// # Errors
    /// It can't be started, or not within the walls that [`Jail::detect`] found.
    pub(crate) fn spawn(&self, command: &mut Command, reach: &Reach, group: &Group) -> io::Result<Child> {
        group.take(command);
        #[cfg(target_os = "linux")]
        {
            let walls = self.walls;
            linux::on_a_thread(move || {
                walls.enter(reach, group)?;
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
