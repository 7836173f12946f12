//! What the last run made of a spec, taken as it is where everything that run read still reads the same.
//!
//! What is made of a spec depends on the answers of [`Files`], on the builder's settings and on this program, and on nothing else. So
//! all answers are kept with what was made, and asked for again: comparing bytes takes microseconds, where reading YAML and hashing
//! take milliseconds in a build script, which Cargo builds without optimisation. A file whose [`Stamp`] is the same is not even read.
//! Its time of modification alone is never trusted: anybody can set it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use compiled_ai_core::files::{Files, Stamp};

use crate::cargo::Line;
use crate::find::Found;
use crate::one::{self, Crate, Made};
use crate::output::Output;

/// The ending of the files that hold it.
const ENDING: &str = "made";

/// How long ago a file must have changed for its stamp to be worth anything: the coarsest clock of a file system in use (FAT) has
/// steps of two seconds.
const SETTLED: Duration = Duration::from_secs(3);

/// What is made of the spec, by the last run or now.
pub(crate) fn make(user: &Crate<'_>, program: Option<&str>, spec: &Found) -> Made {
    let (Some(program), Some(folder)) = (program, user.made) else { return one::make(user, spec) };
    let name = format!("{}.{ENDING}", spec.stem);
    let key = [program, user.root, user.target, &user.locks.to_string_lossy(), &spec.shown].join("\n");
    let kept = std::fs::read(folder.join(&name)).unwrap_or_default();
    if let Some(Kept { mut made, answers }) = read(&kept, &key, user.files) {
        if answers.iter().any(|answer| answer.is_restamped) {
            let kept = write(&key, &answers, &made);
            made.output.insert(name, kept);
        } else {
            made.kept = Some(name);
        }
        return made;
    }
    let asked = Asked { files: user.files, answers: RefCell::default() };
    let mut made = one::make(&Crate { files: &asked, ..*user }, spec);
    // Anything else is as rare as it is short-lived.
    if made.is_hit {
        let kept = write(&key, &asked.answers.into_inner(), &made);
        made.output.insert(name, kept);
    }
    made
}

/// What tells this program from others, such as one that was built of another version of this crate.
pub(crate) fn program() -> Option<String> {
    let path = std::env::current_exe().ok()?;
    let about = std::fs::metadata(&path).ok()?;
    let modified = about.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", path.display(), about.len(), modified.as_nanos()))
}

/// Files that remember what they answered.
struct Asked<'a> {
    files: &'a dyn Files,
    answers: RefCell<Vec<Answer<'static>>>,
}

struct Answer<'k> {
    question: Question,
    /// The mark of the file before it was read; of no length where there is none to be trusted.
    mark: Cow<'k, [u8]>,
    /// Whether that is another one than what was kept.
    is_restamped: bool,
    bytes: Cow<'k, [u8]>,
}

enum Question {
    /// A file, at most so many bytes of it.
    Read(PathBuf, u64),
    /// A folder.
    List(PathBuf),
}

impl Question {
    /// What `files` answer, as bytes that differ where the answers do.
    fn ask(&self, files: &dyn Files) -> Vec<u8> {
        match self {
            Self::Read(path, limit) => of_file(&files.read(path, *limit)),
            Self::List(path) => of_folder(&files.list(path)),
        }
    }

    /// What tells later that the answer is still the same.
    fn mark(&self, files: &dyn Files) -> Vec<u8> {
        let Self::Read(path, _) = self else { return vec![] };
        let is_settled = |stamp: &Stamp| stamp.changed.elapsed().is_ok_and(|since| since > SETTLED);
        files.stamp(path).filter(is_settled).map(|stamp| stamp.mark.to_vec()).unwrap_or_default()
    }
}

impl Files for Asked<'_> {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let question = Question::Read(path.to_owned(), limit);
        // Before the reading: a change in between shows.
        let mark = question.mark(self.files);
        let answer = self.files.read(path, limit);
        self.remember(question, mark, of_file(&answer));
        answer
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
        let answer = self.files.list(directory);
        self.remember(Question::List(directory.to_owned()), vec![], of_folder(&answer));
        answer
    }
}

impl Asked<'_> {
    fn remember(&self, question: Question, mark: Vec<u8>, bytes: Vec<u8>) {
        let answer = Answer { question, mark: mark.into(), is_restamped: false, bytes: bytes.into() };
        self.answers.borrow_mut().push(answer);
    }
}

fn of_file(answer: &io::Result<Vec<u8>>) -> Vec<u8> {
    match answer {
        Ok(bytes) => [b"ok", bytes.as_slice()].concat(),
        Err(error) => error.kind().to_string().into_bytes(),
    }
}

fn of_folder(answer: &io::Result<Vec<(PathBuf, bool)>>) -> Vec<u8> {
    match answer {
        Ok(entries) => {
            let mut bytes = b"ok".to_vec();
            for (path, is_folder) in entries {
                push(&mut bytes, path.as_os_str().as_encoded_bytes());
                bytes.push((*is_folder).into());
            }
            bytes
        }
        Err(error) => error.kind().to_string().into_bytes(),
    }
}

/// The key, the answers, the lines and the output; of each list the length first, of each text its bytes.
fn write(key: &str, answers: &[Answer<'_>], made: &Made) -> Vec<u8> {
    let mut out = Vec::new();
    push(&mut out, key.as_bytes());
    push_number(&mut out, answers.len() as u64);
    for Answer { question, mark, bytes, .. } in answers {
        let (path, limit) = match question {
            Question::Read(path, limit) => (path, Some(*limit)),
            Question::List(path) => (path, None),
        };
        out.push(limit.is_some().into());
        push_number(&mut out, limit.unwrap_or_default());
        push(&mut out, path.as_os_str().as_encoded_bytes());
        push(&mut out, mark);
        push(&mut out, bytes);
    }
    push_number(&mut out, made.lines.len() as u64);
    for line in &made.lines {
        push(&mut out, line.to_string().as_bytes());
    }
    push_number(&mut out, made.output.len() as u64);
    for (name, bytes) in &made.output {
        push(&mut out, name.as_bytes());
        push(&mut out, bytes);
    }
    out
}

/// What an earlier run made, and the answers to what it asked.
struct Kept<'k> {
    made: Made,
    answers: Vec<Answer<'k>>,
}

/// What was made, if it was made under this key and `files` still answer the same.
fn read<'k>(kept: &'k [u8], key: &str, files: &dyn Files) -> Option<Kept<'k>> {
    let mut rest = kept;
    if take(&mut rest)? != key.as_bytes() {
        return None;
    }
    let mut answers = Vec::new();
    for _ in 0..take_number(&mut rest)? {
        let is_file = take_byte(&mut rest)? != 0;
        let limit = take_number(&mut rest)?;
        let path = PathBuf::from(std::str::from_utf8(take(&mut rest)?).ok()?);
        let question = if is_file { Question::Read(path, limit) } else { Question::List(path) };
        let (kept, bytes) = (take(&mut rest)?, take(&mut rest)?.into());
        let mark = question.mark(files);
        let is_restamped = mark != kept;
        if (is_restamped || kept.is_empty()) && bytes != question.ask(files) {
            return None;
        }
        answers.push(Answer { question, mark: mark.into(), is_restamped, bytes });
    }
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    let mut lines = Vec::new();
    for _ in 0..take_number(&mut rest)? {
        lines.push(Line::said(text(take(&mut rest)?)?));
    }
    let mut output = Output::new();
    for _ in 0..take_number(&mut rest)? {
        output.insert(text(take(&mut rest)?)?, take(&mut rest)?.to_vec());
    }
    rest.is_empty().then_some(Kept { made: Made { output, kept: None, lines, is_hit: true }, answers })
}

fn push(out: &mut Vec<u8>, bytes: &[u8]) {
    push_number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

fn push_number(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn take<'k>(rest: &mut &'k [u8]) -> Option<&'k [u8]> {
    let length = usize::try_from(take_number(rest)?).ok()?;
    let (bytes, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(bytes)
}

fn take_number(rest: &mut &[u8]) -> Option<u64> {
    let (bytes, after) = rest.split_first_chunk::<8>()?;
    *rest = after;
    Some(u64::from_le_bytes(*bytes))
}

fn take_byte(rest: &mut &[u8]) -> Option<u8> {
    let (byte, after) = rest.split_first()?;
    *rest = after;
    Some(*byte)
}
