//! Runs a program that is not trusted to end, to be small or to be quiet.

use std::io::{Read, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

#[cfg(unix)]
use crate::jail::SHELL;
use crate::jail::{Group, Jail, Reach};

/// What a program may use.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(unix), allow(dead_code, reason = "most limits are Unix's"))]
pub(crate) struct Limits {
    /// Wall-clock time.
    pub(crate) time: Duration,
    /// Address space in bytes, of each of its processes; on Unix only.
    pub(crate) memory: Option<u64>,
    /// Bytes of each file that it writes, rounded down to 512; on Unix only.
    pub(crate) file: u64,
    /// Whether it may start threads and processes, of which [`Jail::tasks`] says how many; on Unix, unless nothing limits its
    /// user, see [`Jail::limits_processes`].
    pub(crate) forks: bool,
    /// Bytes on each of standard output and standard error.
    pub(crate) output: usize,
}

/// What became of a program.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
    /// Which limit ended it, if one did.
    pub(crate) stopped: Option<Stopped>,
}

/// Why a program was ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    Time,
    Output,
}

/// Whether a program wrote more than it may.
struct TooMuch;

/// Runs `command` with `stdin` and an environment of its own, in `jail`, where it has nothing but `reach`; the program and
/// everything in its process group are killed in the end, also if this process is killed before.
///
/// # Errors
/// It can't be started, or not in the jail.
pub(crate) fn run(
    command: &Command,
    stdin: &[u8],
    limits: Limits,
    jail: &Jail,
    reach: &Reach,
) -> std::io::Result<Finished> {
    let deadline = Instant::now() + limits.time;
    let tasks = if limits.forks { jail.tasks() } else { Some(0) };
    let group = Group::new()?;
    let mut running = Running { child: jail.spawn(&mut limited(command, limits, tasks), reach, &group)?, group };
    let child = &mut running.child;
    let (sender, receiver) = mpsc::channel();
    let out = collect(child.stdout.take(), limits.output, sender.clone());
    let err = collect(child.stderr.take(), limits.output, sender);
    if let Some(mut pipe) = child.stdin.take() {
        let stdin = stdin.to_owned();
        // A program may end without reading to the end; that its pipe then breaks is no error.
        thread::spawn(move || _ = pipe.write_all(&stdin));
    }
    let mut stopped = None;
    for _ in 0..2 {
        stopped = match receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(Ok(())) => continue,
            Ok(Err(TooMuch)) => Some(Stopped::Output),
            Err(_) => Some(Stopped::Time),
        };
        break;
    }
    // Both pipes are closed, so it is about to end. What it left behind is killed all the same.
    let mut pause = Duration::from_micros(200);
    while stopped.is_none() && !has_ended(child)? {
        if Instant::now() > deadline {
            stopped = Some(Stopped::Time);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(5));
    }
    let status = running.end()?;
    let text = |reader: thread::JoinHandle<Vec<u8>>| reader.join().unwrap_or_default();
    Ok(Finished { status, stdout: text(out), stderr: text(err), stopped })
}

/// Whether `child` has ended; on Unix without reaping it, so that its number still stands for its group.
fn has_ended(child: &mut Child) -> std::io::Result<bool> {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        Ok(waitid(WaitId::Pid(Pid::from_child(child)), options)?.is_some())
    }
    #[cfg(not(unix))]
    Ok(child.try_wait()?.is_some())
}

/// A child with what it started; all killed when this is dropped.
struct Running {
    child: Child,
    group: Group,
}

impl Running {
    fn end(&mut self) -> std::io::Result<ExitStatus> {
        self.group.kill();
        // Does nothing to a child that has ended.
        let _ = self.child.kill();
        self.child.wait()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

/// `command` with pipes and, on Unix, under a shell's `ulimit`, with at most so many `tasks`: setting limits between fork and
/// exec needs unsafe code, a shell does not. Where a system has no such limit, the shell goes on without it.
#[cfg_attr(not(unix), allow(unused_variables, reason = "most limits are Unix's"))]
fn limited(command: &Command, limits: Limits, tasks: Option<u64>) -> Command {
    #[cfg(unix)]
    let mut limited = {
        let mut shell = Command::new(SHELL);
        shell
            .arg("-c")
            .arg(format!("{}exec \"$0\" \"$@\"", ulimits(limits, tasks)))
            .arg(command.get_program())
            .args(command.get_args());
        shell
    };
    #[cfg(not(unix))]
    let mut limited = {
        let mut direct = Command::new(command.get_program());
        direct.args(command.get_args());
        direct
    };
    limited.env_clear();
    limited.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    if let Some(directory) = command.get_current_dir() {
        limited.current_dir(directory);
    }
    limited.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    limited
}

/// The commands that limit a shell and what it turns into, which is `exec`ed after them.
#[cfg(unix)]
fn ulimits(limits: Limits, tasks: Option<u64>) -> String {
    let seconds = limits.time.as_secs() + 1;
    let mut commands = format!("ulimit -t {seconds} 2>/dev/null; ulimit -c 0 2>/dev/null; ");
    commands += &format!("ulimit -f {} 2>/dev/null; ", limits.file / 512);
    if let Some(bytes) = limits.memory {
        commands += &format!("ulimit -v {} 2>/dev/null; ", bytes / 1024);
    }
    // What a shell adds to an environment.
    commands += "unset PWD OLDPWD SHLVL; ";
    if let Some(tasks) = tasks {
        // The one letter in most shells, the other in dash.
        commands += &format!("ulimit -u {tasks} 2>/dev/null || ulimit -p {tasks} 2>/dev/null; ");
    }
    commands
}

/// Reads to the end on a thread of its own, and says when it is there or when there is too much.
fn collect(
    pipe: Option<impl Read + Send + 'static>,
    limit: usize,
    done: mpsc::Sender<Result<(), TooMuch>>,
) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            // What was read before an error is still what the program wrote.
            let _ = pipe.take(limit as u64 + 1).read_to_end(&mut bytes);
        }
        let _ = done.send(if bytes.len() > limit { Err(TooMuch) } else { Ok(()) });
        bytes.truncate(limit);
        bytes
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    const LIMITS: Limits =
        Limits { time: Duration::from_secs(10), memory: None, output: 1000, file: 1 << 20, forks: true };

    fn run(command: &Command, stdin: &[u8], limits: Limits) -> std::io::Result<Finished> {
        super::run(command, stdin, limits, &Jail::plain(), &Reach::default())
    }

    fn sh(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn gives_input_and_takes_output() {
        let finished = run(&sh("cat; echo bad >&2; exit 3"), b"in", LIMITS).unwrap();
        assert_eq!((finished.stdout.as_slice(), finished.stderr.as_slice()), (&b"in"[..], &b"bad\n"[..]));
        assert_eq!((finished.status.code(), finished.stopped), (Some(3), None));
    }

    #[test]
    fn has_no_environment_but_its_own() {
        let mut command = sh("echo ${HOME-none} $MINE");
        command.env("MINE", "yes");
        assert_eq!(run(&command, b"", LIMITS).unwrap().stdout, b"none yes\n");
    }

    #[test]
    fn ends_a_program_that_does_not_end_and_what_it_started() {
        let limits = Limits { time: Duration::from_millis(300), ..LIMITS };
        let finished = run(&sh("trap 'echo ended' EXIT; sleep 100 & sleep 100"), b"", limits).unwrap();
        assert_eq!((finished.stopped, finished.stdout), (Some(Stopped::Time), vec![]));
    }

    #[test]
    fn ends_a_program_that_writes_without_end() {
        let finished = run(&sh("while :; do echo line; done"), b"", LIMITS).unwrap();
        assert_eq!((finished.stopped, finished.stdout.len()), (Some(Stopped::Output), LIMITS.output));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn limits_memory() {
        let limits = Limits { memory: Some(64 << 20), ..LIMITS };
        let finished = run(&sh("head -c 200000000 /dev/zero | tail -c 150000000 | wc -c"), b"", limits).unwrap();
        assert_ne!(finished.stdout, b"150000000\n");
    }
}
