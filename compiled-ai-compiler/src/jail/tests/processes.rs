//! How many processes a confined program comes to, and that none is left: as who runs the tests, and if that is root, as an
//! ordinary user too.

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::os::unix::process::CommandExt as _;

use super::*;

/// Where a test finds what it needs that was started once more, as somebody else.
const FOLDER: &str = "COMPILED_AI_JAIL_TEST";
const NOBODY: u32 = 65534;

/// Starts processes until it may not, and these do the same; says so, and whether it could leave its group or its session.
const BOMB: &str = r#"
    unsafe extern "C" { fn fork() -> i32; fn setpgid(process: i32, group: i32) -> i32; fn setsid() -> i32; fn sleep(seconds: u32) -> u32; }
    fn main() {
        println!("group {}", unsafe { setpgid(0, 0) } == 0);
        if unsafe { fork() } == 0 {
            println!("session {}", unsafe { setsid() } != -1);
        }
        let mut is_full = false;
        loop {
            if unsafe { fork() } == -1 {
                if !is_full { println!("full"); }
                is_full = true;
                unsafe { sleep(1) };
            }
        }
    }"#;

#[test]
fn a_fork_bomb_ends_within_limits_and_leaves_nothing() {
    let test = "a_fork_bomb_ends_within_limits_and_leaves_nothing";
    as_everybody(test, BOMB, |program, folder| {
        let jail = Jail::detect();
        let Some(tasks) = jail.tasks() else { return skipped(test, &jail) };
        let limits = Limits { time: Duration::from_secs(5), ..LIMITS };
        let mut most = 0;
        let finished = std::thread::scope(|scope| {
            let running = scope.spawn(|| run(program, folder, limits, &jail));
            while !running.is_finished() {
                most = most.max(left(folder).len() as u64);
                std::thread::sleep(Duration::from_millis(50));
            }
            running.join().unwrap()
        });
        let said = said(&finished);
        assert_eq!(finished.stopped, Some(Stopped::Time), "{said}");
        assert!(said.contains("full\n"), "{said}");
        // Its processes, while they are being made, are counted before they are seen.
        assert!((10..=tasks).contains(&most), "{most} of {tasks}");
        if jail.describe().contains("no sockets") {
            assert!(said.contains("group false\n") && said.contains("session false\n"), "{said}");
        }
        assert_empty(folder);
    });
}

#[test]
fn a_native_program_starts_nothing() {
    let test = "a_native_program_starts_nothing";
    let source = r#"
        unsafe extern "C" { fn fork() -> i32; }
        fn main() {
            let thread = std::thread::Builder::new().spawn(|| ()).map(|thread| thread.join());
            let process = unsafe { fork() };
            if process != 0 { println!("thread {} process {}", thread.is_ok(), process != -1); }
        }"#;
    as_everybody(test, source, |program, folder| {
        let jail = Jail::detect();
        if !jail.limits_processes() {
            return skipped(test, &jail);
        }
        assert_eq!(said(&run_program(&jail, program, folder)), "thread false process false\n");
        let may = run(program, folder, LIMITS, &jail);
        assert_eq!(said(&may), "thread true process true\n", "the test can fail");
    });
}

#[test]
fn no_namespace_begins() {
    let test = "no_namespace_begins";
    let source = format!(
        r#"
        unsafe extern "C" {{ fn unshare(flags: i32) -> i32; fn syscall(number: i64, ...) -> i64; fn _exit(code: i32) -> !; }}
        fn main() {{
            let error = |what: i64| if what == -1 {{ std::io::Error::last_os_error().raw_os_error().unwrap() }} else {{ 0 }};
            let cloned = |flags: i64| {{
                let process = unsafe {{ syscall({clone}, flags, 0i64, 0i64, 0i64, 0i64) }};
                if process == 0 {{ unsafe {{ _exit(0) }} }}
                error(process)
            }};
            println!("unshare {{}}", error(unsafe {{ unshare({user}) }}.into()));
            println!("clone {{}} {{}}", cloned({user} | 17), cloned({user} | {pid} | 17));
            println!("clone3 {{}}", error(unsafe {{ syscall({clone3}, 0i64, 0i64) }}));
            println!("process {{}}", cloned(17));
        }}"#,
        clone = libc::SYS_clone,
        clone3 = libc::SYS_clone3,
        user = libc::CLONE_NEWUSER,
        pid = libc::CLONE_NEWPID,
    );
    as_everybody(test, &source, |program, folder| {
        let jail = Jail::detect();
        if !jail.describe().contains("no sockets") {
            return skipped(test, &jail);
        }
        let refused = format!("unshare {0}\nclone {0} {0}\nclone3 {1}\nprocess 0\n", libc::EPERM, libc::ENOSYS);
        assert_eq!(said(&run(program, folder, LIMITS, &jail)), refused);
    });
}

#[test]
fn root_gives_up_its_rights() {
    let test = "root_gives_up_its_rights";
    let jail = Jail::detect();
    if !rustix::process::geteuid().is_root() || !jail.describe().contains("user of its own") {
        return skipped(test, &jail);
    }
    let source = r#"
        use std::os::unix::fs::{chown, MetadataExt};
        unsafe extern "C" { fn getuid() -> u32; fn setuid(user: u32) -> i32; fn kill(process: i32, signal: i32) -> i32; }
        fn main() {
            println!("root {}", unsafe { getuid() } == 0 || unsafe { setuid(0) } == 0);
            println!("kill {}", unsafe { kill(PARENT, 0) } == 0);
            println!("chown {}", chown("candidate", Some(0), Some(0)).is_ok());
            std::fs::write("mine", "").unwrap();
            println!("mine {}", std::fs::metadata("mine").unwrap().uid() == unsafe { getuid() });
        }"#;
    let source = source.replace("PARENT", &std::process::id().to_string());
    let compilation = compiled(&source);
    let folder = compilation.scratch.path();
    let mut reach = Reach::program(&folder.join("candidate"));
    reach.write.push(folder.to_owned());
    let mut command = Command::new(folder.join("candidate"));
    command.current_dir(folder);
    let confined = process::run(&command, b"", LIMITS, &jail, &reach).unwrap();
    assert_eq!(said(&confined), "root false\nkill false\nchown false\nmine true\n");
    let free = process::run(&command, b"", LIMITS, &Jail::plain(), &reach).unwrap();
    assert_eq!(said(&free), "root true\nkill true\nchown true\nmine false\n", "the test can fail");
}

#[test]
fn what_runs_ends_with_who_started_it() {
    let test = "what_runs_ends_with_who_started_it";
    let begin = |folder: &Path| {
        let mut command = Command::new("/bin/sh");
        let script = format!("(sleep 300; :) & sleep 300; : {}", folder.display());
        command.args(["-c", &script]).current_dir(folder);
        let jail = Jail::detect();
        let reach = Reach { execute: vec!["/".into()], ..Reach::default() };
        process::run(&command, b"", Limits { time: Duration::from_secs(200), ..LIMITS }, &jail, &reach).unwrap();
    };
    if let Some(folder) = std::env::var_os(FOLDER) {
        return begin(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let mut other = once_more(test, folder.path()).stdout(std::process::Stdio::null()).spawn().unwrap();
    assert!(comes(|| left(folder.path()).len() >= 2));
    other.kill().unwrap();
    other.wait().unwrap();
    assert_empty(folder.path());
}

/// Does `check` with the program that `source` becomes and its folder; if that is as root, as an ordinary user once more.
fn as_everybody(test: &str, source: &str, check: impl Fn(&Path, &Path)) {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let folder = Path::new(&folder);
        return check(&folder.join("candidate"), folder);
    }
    let compilation = compiled(source);
    let folder = compilation.scratch.path();
    check(&folder.join("candidate"), folder);
    if !rustix::process::geteuid().is_root() {
        return;
    }
    std::os::unix::fs::chown(folder, Some(NOBODY), Some(NOBODY)).unwrap();
    let output = once_more(test, folder).uid(NOBODY).gid(NOBODY).output();
    match output {
        Ok(output) => {
            let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
            assert!(output.status.success() && said.contains("1 passed"), "as an ordinary user: {said}");
        }
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            let _ = writeln!(io::stderr(), "SKIPPED {test} as an ordinary user, who can't run this program");
        }
        Err(error) => panic!("{error}"),
    }
}

/// This test and no other, in a process of its own.
fn once_more(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let name = format!("{}::{test}", module_path!().split_once("::").unwrap().1);
    command
        .args([name.as_ref(), OsStr::new("--exact"), OsStr::new("--nocapture")])
        .current_dir("/")
        .env(FOLDER, folder);
    command
}

fn compiled(source: &str) -> Compilation {
    let compilation = Compilation::new(Jail::plain(), source);
    let finished = compilation.run();
    assert!(finished.status.success(), "{}", said(&finished));
    compilation
}

/// A program that may start others.
fn run(program: &Path, folder: &Path, limits: Limits, jail: &Jail) -> Finished {
    let mut command = Command::new(program);
    command.current_dir(folder);
    process::run(&command, b"", limits, jail, &Reach::program(program)).unwrap()
}

fn skipped(test: &str, jail: &Jail) {
    let _ = writeln!(io::stderr(), "SKIPPED {test}: {}", jail.describe());
}
