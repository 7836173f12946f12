//! For whom a limit of processes holds.
//!
//! Linux counts processes by user, and lets the user 0 of the machine have any number, whatever the limit. So what root
//! confines runs as a user of its own, that nobody else is: its processes are counted from none, and it has none of root's
//! rights but those over files, so that it finds a toolchain in root's home. Which files these are is for Landlock to say.

use std::fs;
use std::io::{self, Read as _};
use std::process::{Command, Stdio};

use rustix::process::{Gid, Resource, Uid, getrlimit};
use rustix::thread::{
    CapabilitiesSecureBits, CapabilitySet, CapabilitySets, capabilities, configure_capability_in_ambient_set,
    set_capabilities, set_capabilities_secure_bits, set_thread_groups, set_thread_res_gid, set_thread_res_uid,
};

use super::on_a_thread;
use crate::jail::SHELL;

/// What a compiler and its linkers start at most, threads included: one for each unit of code, and a few for the linker.
const TASKS: u64 = 512;

/// The same for a user who has other processes too, which may become more meanwhile.
const TASKS_BESIDES: u64 = 2048;

/// The first of the numbers for users of our own: beyond those that systems, containers and directories give away.
const FIRST: u32 = 0x7f00_0000;
/// How many there are, a power of two. One is drawn for each run, so that two runs hardly share one.
const NUMBERS: u32 = 1 << 22;

/// Who runs confined programs, so that a limit of processes holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum User {
    /// Who runs this program, and is not exempt.
    Same,
    /// One of its own.
    Own,
    /// Nobody for whom a limit holds.
    #[default]
    Unlimited,
}

impl User {
    /// Finds out by a shell that may start nothing, and tries.
    pub(super) fn detect() -> Self {
        let is_limited = |enter: fn() -> io::Result<()>| {
            on_a_thread(|| {
                enter()?;
                is_limited()
            })
            .unwrap_or(false)
        };
        if is_limited(|| Ok(())) {
            Self::Same
        } else if is_limited(become_another) {
            Self::Own
        } else {
            Self::Unlimited
        }
    }

    /// How many processes and threads there may be of this user when a compiler runs; `None` if no number would hold.
    pub(super) fn tasks(self) -> Option<u64> {
        match self {
            Self::Own => Some(TASKS),
            // The user may have processes that can't be seen from here, in other containers. All that the machine runs are
            // at least as many.
            Self::Same => {
                let most = all_tasks()? + TASKS_BESIDES;
                Some(getrlimit(Resource::Nproc).current.map_or(most, |limit| limit.min(most)))
            }
            Self::Unlimited => None,
        }
    }

    /// Lets the calling thread, and what it starts, run as this user.
    pub(super) fn enter(self) -> io::Result<()> {
        if self == Self::Own { become_another() } else { Ok(()) }
    }
}

/// Makes the calling thread a user that nobody else is, with no right of root's but that over files.
fn become_another() -> io::Result<()> {
    let files = CapabilitySet::DAC_OVERRIDE;
    let change = CapabilitySet::SETGID | CapabilitySet::SETUID | CapabilitySet::SETPCAP;
    // Without the last, what it starts could not be ended.
    if !capabilities(None)?.effective.contains(files | change | CapabilitySet::KILL) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let number = FIRST + getrandom::u32().map_err(io::Error::other)? % NUMBERS;
    let (user, group) = (Uid::from_raw(number), Gid::from_raw(number));
    set_thread_groups(&[])?;
    set_thread_res_gid(group, group, group)?;
    // Rights do not go with the user, here; nor in `access`, by which linkers ask what there is, and which else leaves them out.
    set_capabilities_secure_bits(CapabilitiesSecureBits::NO_SETUID_FIXUP)?;
    set_thread_res_uid(user, user, user)?;
    set_capabilities(None, CapabilitySets { effective: files, permitted: files, inheritable: files })?;
    Ok(configure_capability_in_ambient_set(files, true)?)
}

/// Whether a shell of the calling thread's user, limited to no process, can't start one.
fn is_limited() -> io::Result<bool> {
    const STARTED: &str = "1";
    let script = format!("ulimit -u 0 2>/dev/null || ulimit -p 0 2>/dev/null; exec 2>&1; (echo {STARTED})");
    let mut shell = Command::new(SHELL);
    shell.args(["-c", &script]).env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut shell = shell.spawn()?;
    // Some shells try again for a quarter of a minute; they say so at once.
    let mut said = [0; STARTED.len()];
    let read = shell.stdout.take().map_or(Ok(0), |mut pipe| pipe.read(&mut said));
    let _ = shell.kill();
    shell.wait()?;
    Ok(read? > 0 && said != STARTED.as_bytes())
}

/// How many processes and threads the machine runs.
fn all_tasks() -> Option<u64> {
    let load = fs::read_to_string("/proc/loadavg").ok()?;
    load.split_ascii_whitespace().nth(3)?.split_once('/')?.1.parse().ok()
}
