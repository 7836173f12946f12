//! A program with everything that it starts, to be ended as one.

use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process_group};

use super::SHELL;

/// A process group; all in it are killed when this is dropped, and when this process ends, however that happens.
///
/// Its number is that of a process of ours, so that nobody confined has to begin a group, and none has to be let.
#[derive(Debug)]
pub(crate) struct Group {
    leader: Child,
}

impl Group {
    /// A group of nobody but its leader.
    ///
    /// # Errors
    /// There is no shell, or no process for it.
    pub(crate) fn new() -> io::Result<Self> {
        let mut leader = Command::new(SHELL);
        // Nothing is ever written there: it reads until the other end is closed.
        leader.args(["-c", "read -r line; kill -KILL 0"]).env_clear().stdin(Stdio::piped());
        let leader = leader.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn()?;
        Ok(Self { leader })
    }

    #[cfg(target_os = "linux")]
    pub(crate) fn number(&self) -> u32 {
        self.leader.id()
    }

    /// Lets `command` start in this group.
    pub(super) fn take(&self, command: &mut Command) {
        // What was a number of a process is one of a group.
        command.process_group(self.leader.id().cast_signed());
    }

    /// Kills everybody in it. The system does that in one step: no child is missed that is just being made.
    pub(crate) fn kill(&self) {
        // Fails only if nobody is left, which is what is wanted.
        let _ = kill_process_group(Pid::from_child(&self.leader), Signal::KILL);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
        // Only now can its number stand for somebody else.
        let _ = self.leader.wait();
    }
}
