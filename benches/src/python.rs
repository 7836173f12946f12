//! The same functions in CPython, behind a pipe: a line of JSON in, a line of JSON out.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

/// What is said where there is no Python.
pub const MISSING: &str = "`python3` is missing: the rows of Python are skipped";

/// A running Python.
pub struct Server {
    child: Child,
    requests: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

/// An answer of Python.
pub struct Answer {
    /// The fields of the output; null where it abstained.
    pub output: Json,
    /// Whether it abstained, and on which field.
    pub abstained: Option<Option<String>>,
}

/// Times of the calls on one input.
#[derive(Debug, Clone, Default)]
pub struct Times {
    /// Of each call, as Python itself measures it, in nanoseconds.
    pub inside: Vec<f64>,
    /// Of each round trip: JSON written, through the pipe, read, called, and back; in nanoseconds.
    pub round_trip: Vec<f64>,
}

impl Server {
    /// Starts `python3` with `python/serve.py`; `None` if there is no `python3`.
    ///
    /// # Errors
    /// If it is there and can't be started.
    pub fn start() -> io::Result<Option<Self>> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/serve.py");
        let mut command = Command::new("python3");
        command.args(["-B".as_ref(), script.as_os_str()]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = match command.spawn() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            child => child?,
        };
        let requests = child.stdin.take();
        let answers = child.stdout.take().ok_or_else(|| io::Error::other("no pipe"))?;
        Ok(Some(Self { child, requests, answers: BufReader::new(answers) }))
    }

    /// The version, such as `CPython 3.11.7`.
    ///
    /// # Errors
    /// If Python has ended.
    pub fn version(&mut self) -> io::Result<String> {
        let answer = self.ask(&json!({ "version": true }))?;
        Ok(answer["version"].as_str().unwrap_or_default().to_owned())
    }

    /// Calls the function of a showcase spec.
    ///
    /// # Errors
    /// If Python has ended, which it does where a function raises.
    pub fn call(&mut self, stem: &str, input: &Json) -> io::Result<Answer> {
        let mut answer = self.ask(&request(stem, input))?;
        let abstained = answer.get("abstain").map(|field| field.as_str().map(str::to_owned));
        Ok(Answer { output: answer["output"].take(), abstained })
    }

    /// Calls the function over and over on one input for about `time`, at least three times.
    ///
    /// # Errors
    /// If Python has ended.
    pub fn times(&mut self, stem: &str, input: &Json, time: Duration) -> io::Result<Times> {
        let request = request(stem, input);
        let mut times = Times::default();
        let start = Instant::now();
        while start.elapsed() < time || times.inside.len() < 3 {
            let before = Instant::now();
            let answer = self.ask(&request)?;
            times.round_trip.push(before.elapsed().as_nanos() as f64);
            times.inside.push(answer["nanoseconds"].as_f64().unwrap_or(f64::NAN));
        }
        Ok(times)
    }

    fn ask(&mut self, request: &Json) -> io::Result<Json> {
        let requests = self.requests.as_mut().ok_or_else(|| io::Error::other("no pipe"))?;
        // Written at once: half a line would wake Python for nothing.
        requests.write_all(format!("{request}\n").as_bytes())?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        serde_json::from_str(&line).map_err(io::Error::from)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The end of its input ends it.
        drop(self.requests.take());
        let _ = self.child.wait();
    }
}

fn request(stem: &str, input: &Json) -> Json {
    json!({ "function": stem, "input": input })
}
