//! Who started the build. Cargo and rust-analyzer tell a build script less than it must know before it spends money: `--offline`
//! is nowhere in the environment, and neither is that an editor runs `cargo check` because a file was saved. So the processes above
//! are looked at, where the system shows them: on Linux.

/// What the processes above this one tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Started {
    /// rust-analyzer is one of them.
    pub(super) by_editor: bool,
    /// The Cargo that runs this build script was told to stay offline.
    pub(super) offline: bool,
}

impl Started {
    /// Looks.
    #[cfg(target_os = "linux")]
    pub(super) fn look() -> Self {
        /// More than any tree of processes has levels.
        const LEVELS: usize = 64;
        let mut started = Self::default();
        let mut process = std::process::id().to_string();
        for level in 0..LEVELS {
            let Ok(stat) = std::fs::read_to_string(format!("/proc/{process}/stat")) else { break };
            let Some((name, parent)) = name_and_parent(&stat) else { break };
            started.by_editor |= name.starts_with("rust-analyzer");
            // Another Cargo further above runs something else: this one's program, or a test.
            if level == 1 && name.starts_with("cargo") {
                let line = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
                started.offline = is_offline(&line);
            }
            if parent == "0" {
                break;
            }
            process = parent.to_owned();
        }
        started
    }

    /// Nothing can be seen.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn look() -> Self {
        Self::default()
    }
}

/// From `/proc/…/stat`: `pid (name) state parent …`, where the name may hold anything.
#[cfg(any(target_os = "linux", test))]
fn name_and_parent(stat: &str) -> Option<(&str, &str)> {
    let (start, rest) = stat.rsplit_once(") ")?;
    Some((start.split_once('(')?.1, rest.split(' ').nth(1)?))
}

/// Whether Cargo's arguments, each ended by a zero, say so; what comes after `--` is not for Cargo.
#[cfg(any(target_os = "linux", test))]
fn is_offline(line: &[u8]) -> bool {
    let arguments = line.split(|byte| *byte == 0).take_while(|argument| *argument != b"--");
    arguments.into_iter().any(|argument| argument == b"--offline" || argument == b"--frozen")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_may_be_called_anything() {
        assert_eq!(name_and_parent("7 (cargo) S 6 7 7 0"), Some(("cargo", "6")));
        assert_eq!(name_and_parent("7 (a) b (c) R 12 7"), Some(("a) b (c", "12")));
        for broken in ["", "7 (cargo", "7 cargo S 6", "7 (cargo) S"] {
            assert_eq!(name_and_parent(broken), None, "{broken}");
        }
    }

    #[test]
    fn only_what_cargo_was_told_counts() {
        assert!(is_offline(b"cargo\0build\0--offline\0"));
        assert!(is_offline(b"cargo\0--frozen\0check\0"));
        assert!(!is_offline(b"cargo\0run\0--\0--offline\0"));
        assert!(!is_offline(b"cargo\0build\0"));
        assert!(!is_offline(b""));
    }
}
