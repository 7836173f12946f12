//! `provider = "command"`: any program that reads a prompt on standard input and writes the reply on standard output.

use std::io::{Read, Write as _};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use compiled_ai_core::codes::provider as codes;
use compiled_ai_core::diagnostic::Code;

use super::{MAX_REPLY, Pause, Prompt, Provider, ProviderError, Reply, Stop, Tokens};

/// How much of what the program writes to standard error is shown, in bytes from its end.
const STDERR_SHOWN: usize = 2000;

/// Runs a program for each prompt. It inherits the environment, because it is where the user keeps what the program needs.
#[derive(Debug, Clone)]
pub struct Command {
    /// The program and its arguments.
    pub argv: Vec<String>,
    /// Where it runs: the folder of the `compiled-ai.toml` that names it.
    pub directory: PathBuf,
    /// The model's name for the lock, if the user states one.
    pub model: String,
    /// How long it may take.
    pub limit: Duration,
}

impl Provider for Command {
    fn kind(&self) -> &'static str {
        "command"
    }

    fn ask(&mut self, prompt: &Prompt, _: &mut dyn FnMut(Pause)) -> Result<Reply, ProviderError> {
        let started = Instant::now();
        let text = prompt.text();
        let mut child = self.spawn()?;
        let reply = self.talk(&mut child, &text, started + self.limit);
        if reply.is_err() {
            // It may have ended by itself; either way it is gone afterwards.
            let _ = child.kill();
            let _ = child.wait();
        }
        let reply = reply?;
        let tokens = Tokens::estimate(&text, &reply);
        Ok(Reply { text: reply, tokens, stop: Stop::End, model: self.model.clone(), took: started.elapsed() })
    }
}

impl Command {
    fn spawn(&self) -> Result<Child, ProviderError> {
        let Some((program, arguments)) = self.argv.split_first() else {
            return Err(error(codes::COMMAND_START, "`command` is empty".to_owned())
                .help("name a program in `compiled-ai.toml`: `command = [\"my-model\", \"--flag\"]`"));
        };
        std::process::Command::new(program)
            .args(arguments)
            .current_dir(&self.directory)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|reason| {
                error(codes::COMMAND_START, format!("`{program}` can't be started: {reason}"))
                    .help("check `command` in `compiled-ai.toml`; it runs in the folder of that file")
            })
    }

    fn talk(&self, child: &mut Child, prompt: &str, deadline: Instant) -> Result<String, ProviderError> {
        let mut stdin = child.stdin.take().expect("standard input is piped");
        let prompt = prompt.to_owned();
        // A program may answer without reading to the end; that its pipe then breaks is no error.
        thread::spawn(move || _ = stdin.write_all(prompt.as_bytes()));
        let stdout = collect(child.stdout.take().expect("standard output is piped"), MAX_REPLY + 1);
        let stderr = collect(child.stderr.take().expect("standard error is piped"), usize::MAX);
        let late = || {
            error(codes::COMMAND_TIMEOUT, format!("`{}` did not answer in {} s", self.argv[0], self.limit.as_secs()))
                .help("raise `timeout_seconds` in `compiled-ai.toml`, or look at why the program hangs")
        };
        let wait = |receiver: &mpsc::Receiver<Vec<u8>>| {
            receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())).map_err(|_| late())
        };
        let reply = wait(&stdout)?;
        if reply.len() > MAX_REPLY {
            return Err(error(codes::COMMAND_REPLY, format!("`{}` wrote more than {MAX_REPLY} bytes", self.argv[0]))
                .help("it must write the model's reply and nothing else"));
        }
        let status = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status,
                Ok(None) if Instant::now() > deadline => return Err(late()),
                Ok(None) => thread::sleep(Duration::from_millis(5)),
                Err(reason) => {
                    return Err(error(codes::COMMAND_START, format!("`{}` can't be awaited: {reason}", self.argv[0])));
                }
            }
        };
        if !status.success() {
            // A grandchild may hold standard error open; a second is enough for what the program itself wrote.
            let stderr = stderr.recv_timeout(Duration::from_secs(1)).unwrap_or_default();
            let mut failed = error(codes::COMMAND_FAILED, format!("`{}` ended with {status}", self.argv[0]))
                .help("run it by hand with a prompt on standard input");
            let shown = String::from_utf8_lossy(&stderr[stderr.len().saturating_sub(STDERR_SHOWN)..]).into_owned();
            if !shown.trim().is_empty() {
                failed.notes.push(format!("it wrote to standard error:\n{}", shown.trim_end()));
            }
            return Err(failed);
        }
        let reply = String::from_utf8(reply).map_err(|_| {
            error(codes::COMMAND_REPLY, format!("the reply of `{}` is not UTF-8", self.argv[0]))
                .help("it must write the model's reply as UTF-8 text")
        })?;
        if reply.trim().is_empty() {
            return Err(error(codes::COMMAND_REPLY, format!("the reply of `{}` is empty", self.argv[0]))
                .help("run it by hand with a prompt on standard input"));
        }
        Ok(reply)
    }
}

/// Reads at most `limit` bytes on a thread of its own, so that a program that fills one pipe never waits for the other.
fn collect(mut pipe: impl Read + Send + 'static, limit: usize) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is still what the program wrote.
        let _ = pipe.by_ref().take(limit as u64).read_to_end(&mut bytes);
        let _ = sender.send(bytes);
    });
    receiver
}

fn error(code: Code, message: String) -> ProviderError {
    ProviderError::new(code, message)
}
