//! Landlock and seccomp.

use std::collections::BTreeMap;
use std::io;
use std::thread;

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, BitFlags, LandlockStatus, Ruleset, RulesetAttr as _,
    RulesetCreatedAttr as _, RulesetError, RulesetStatus, Scope, path_beneath_rules,
};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};

use super::Reach;

/// The newest ABI whose rights are asked for; a kernel that knows fewer denies fewer.
const NEWEST: ABI = ABI::V10;

/// Calls that nothing confined needs, and that reach around Landlock: sockets of every kind, and namespaces, in which rights
/// are regained. A program that left its session could not be ended with its group.
const DENIED: [libc::c_long; 8] = [
    libc::SYS_socket,
    libc::SYS_io_uring_setup,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_setsid,
    libc::SYS_ptrace,
    libc::SYS_bpf,
    libc::SYS_keyctl,
];

/// What this kernel can deny.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Walls {
    /// Of Landlock; the version of its interface.
    landlock: Option<i32>,
    /// Whether seccomp denies what [`DENIED`] lists.
    seccomp: bool,
}

impl Walls {
    /// What a thread can deny itself.
    pub(super) fn detect() -> Self {
        let seccomp = on_a_thread(deny_calls).is_ok();
        let landlock = on_a_thread(|| {
            let abi = restrict(&Reach::default())?;
            // A kernel may say yes and do nothing, as some emulated ones do.
            match std::fs::read_dir("/") {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(abi),
                _ => Err(unconfined()),
            }
        });
        Self { landlock: landlock.ok(), seccomp }
    }

    pub(super) fn describe(self) -> String {
        let sockets = if self.seccomp { "no sockets, " } else { "" };
        match self.landlock {
            Some(abi) => format!("landlock ABI {abi}, {sockets}limits"),
            None if self.seccomp => "only limits and no sockets: files are not confined".to_owned(),
            None => "only limits: files and network are not confined".to_owned(),
        }
    }

    pub(super) fn confine_files(self) -> bool {
        self.landlock.is_some()
    }

    /// Confines the calling thread and what it starts, for good.
    pub(super) fn enter(self, reach: &Reach) -> io::Result<()> {
        if self.landlock.is_some() {
            restrict(reach)?;
        }
        if self.seccomp { deny_calls() } else { Ok(()) }
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

/// Denies the calling thread the calls of [`DENIED`].
fn deny_calls() -> io::Result<()> {
    #[allow(clippy::useless_conversion, reason = "on 32-bit systems the numbers are narrower")]
    let denied: BTreeMap<_, _> = DENIED.iter().map(|call| (i64::from(*call), vec![])).collect();
    let errno = SeccompAction::Errno(libc::EPERM as u32);
    let architecture = std::env::consts::ARCH.try_into().map_err(io::Error::other)?;
    let filter = SeccompFilter::new(denied, SeccompAction::Allow, errno, architecture).map_err(io::Error::other)?;
    let program: BpfProgram = filter.try_into().map_err(io::Error::other)?;
    seccompiler::apply_filter(&program).map_err(io::Error::other)
}

fn unconfined() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "the kernel does not confine files")
}
