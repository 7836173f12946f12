//! Which calls of the system a confined program can't make.

use std::collections::BTreeMap;
use std::io;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};

/// Calls that nothing confined needs, and that reach around Landlock: sockets of every kind, and namespaces, in which rights
/// are regained. A program that left its session would leave its group, with which it is ended.
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

/// What makes `clone` begin a namespace. The eighth, of time, is out of its reach: the flag would stand for a signal.
const NAMESPACES: [libc::c_int; 7] = [
    libc::CLONE_NEWNS,
    libc::CLONE_NEWCGROUP,
    libc::CLONE_NEWUTS,
    libc::CLONE_NEWIPC,
    libc::CLONE_NEWUSER,
    libc::CLONE_NEWPID,
    libc::CLONE_NEWNET,
];

/// Denies the calling thread, and what it starts, what [`DENIED`] and [`NAMESPACES`] list and every process group but `group`.
pub(super) fn deny(group: u32) -> io::Result<()> {
    let mut denied: BTreeMap<libc::c_long, Vec<SeccompRule>> = DENIED.iter().map(|call| (*call, vec![])).collect();
    let another_group = rule(1, SeccompCmpOp::Ne, u64::from(group))?;
    denied.insert(libc::SYS_setpgid, vec![another_group]);
    let flags = NAMESPACES.map(|flag| u64::from(flag.cast_unsigned()));
    let begins = flags.iter().map(|flag| rule(0, SeccompCmpOp::MaskedEq(*flag), *flag));
    denied.insert(libc::SYS_clone, begins.collect::<io::Result<_>>()?);
    refuse(denied, libc::EPERM)?;
    // Its flags lie in memory, where no filter sees them. Who is told that a kernel does not know it calls `clone`.
    refuse([(libc::SYS_clone3, vec![])].into(), libc::ENOSYS)
}

/// Lets the calls end with `error` to which a rule applies, or that have none.
fn refuse(denied: BTreeMap<libc::c_long, Vec<SeccompRule>>, error: libc::c_int) -> io::Result<()> {
    #[allow(clippy::useless_conversion, reason = "on 32-bit systems the numbers are narrower")]
    let denied = denied.into_iter().map(|(call, rules)| (i64::from(call), rules)).collect();
    let errno = SeccompAction::Errno(error.cast_unsigned());
    let architecture = std::env::consts::ARCH.try_into().map_err(io::Error::other)?;
    let filter = SeccompFilter::new(denied, SeccompAction::Allow, errno, architecture).map_err(io::Error::other)?;
    let program: BpfProgram = filter.try_into().map_err(io::Error::other)?;
    seccompiler::apply_filter(&program).map_err(io::Error::other)
}

/// Applies if the argument at `index`, of which the kernel reads 32 bits, compares so with `value`.
fn rule(index: u8, comparison: SeccompCmpOp, value: u64) -> io::Result<SeccompRule> {
    let condition = SeccompCondition::new(index, SeccompCmpArgLen::Dword, comparison, value);
    SeccompRule::new(vec![condition.map_err(io::Error::other)?]).map_err(io::Error::other)
}
