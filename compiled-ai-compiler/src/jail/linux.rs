//! Landlock, seccomp, and who it is that runs.

mod calls;
mod user;

use std::io;
use std::thread;

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, BitFlags, LandlockStatus, Ruleset, RulesetAttr as _,
    RulesetCreatedAttr as _, RulesetError, RulesetStatus, Scope, path_beneath_rules,
};

use super::{Group, Reach};
use user::User;

/// The newest ABI whose rights are asked for; a kernel that knows fewer denies fewer.
const NEWEST: ABI = ABI::V10;

/// What this kernel can deny.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Walls {
    /// Of Landlock; the version of its interface.
    landlock: Option<i32>,
    /// Whether seccomp denies what [`calls`] lists.
    seccomp: bool,
    user: User,
}

impl Walls {
    /// What a thread can deny itself.
    pub(super) fn detect() -> Self {
        let seccomp = on_a_thread(|| calls::deny(std::process::id())).is_ok();
        let landlock = on_a_thread(|| {
            let abi = restrict(&Reach::default())?;
            // A kernel may say yes and do nothing, as some emulated ones do.
            match std::fs::read_dir("/") {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(abi),
                _ => Err(unconfined()),
            }
        });
        Self { landlock: landlock.ok(), seccomp, user: User::detect() }
    }

    pub(super) fn describe(self) -> String {
        let limits = match self.user {
            User::Same => "limits",
            User::Own => "limits, a user of its own",
            User::Unlimited => "limits, but not of processes",
        };
        match (self.landlock, self.seccomp) {
            (Some(abi), true) => format!("landlock ABI {abi}, no sockets, {limits}"),
            (Some(abi), false) => format!("landlock ABI {abi}, {limits}"),
            (None, true) => format!("only no sockets, {limits}: files are not confined"),
            (None, false) => format!("only {limits}: files and network are not confined"),
        }
    }

    pub(super) fn confine_files(self) -> bool {
        self.landlock.is_some()
    }

    pub(super) fn limit_tasks(self) -> bool {
        self.user != User::Unlimited
    }

    pub(super) fn tasks(self) -> Option<u64> {
        self.user.tasks()
    }

    /// Confines the calling thread and what it starts, for good; what it starts can be in `group` only.
    pub(super) fn enter(self, reach: &Reach, group: &Group) -> io::Result<()> {
        if self.landlock.is_some() {
            restrict(reach)?;
        }
        self.user.enter()?;
        if self.seccomp { calls::deny(group.number()) } else { Ok(()) }
    }
}

/// Runs `work` on a thread that ends with it, so that what the thread has given up is missed by nobody else.
pub(super) fn on_a_thread<T: Send>(work: impl FnOnce() -> io::Result<T> + Send) -> io::Result<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("jail".to_owned()).spawn_scoped(scope, work)?;
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Denies the calling thread every file out of `reach`, and the network as far as Landlock knows it; the version of Landlock.
fn restrict(reach: &Reach) -> io::Result<i32> {
    let status = try_restrict(reach).map_err(io::Error::other)?;
    match (status.ruleset, status.landlock) {
        (RulesetStatus::NotEnforced, _) => Err(unconfined()),
        (_, LandlockStatus::Available { effective_abi, kernel_abi }) => Ok(kernel_abi.unwrap_or(effective_abi as i32)),
        _ => Err(unconfined()),
    }
}

fn try_restrict(reach: &Reach) -> Result<landlock::RestrictionStatus, RulesetError> {
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let special = AccessFs::MakeChar | AccessFs::MakeBlock | AccessFs::MakeSock | AccessFs::IoctlDev;
    let write = AccessFs::from_all(ABI::V5) & !(special | AccessFs::Execute);
    let rules = |paths, access: BitFlags<AccessFs>| path_beneath_rules::<&[_], _, _>(paths, access);
    Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .add_rules(rules(&reach.read, read))?
        .add_rules(rules(&reach.execute, read | AccessFs::Execute))?
        .add_rules(rules(&reach.write, write))?
        .restrict_self()
}

fn unconfined() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "the kernel does not confine files")
}
