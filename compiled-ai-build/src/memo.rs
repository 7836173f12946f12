//! What the last run made of a spec, taken as it is where everything that run read still reads the same.
//!
//! What is made of a spec depends on the answers of [`Files`], on the builder's settings and on this program, and on nothing else. So
//! all answers are kept with what was made, and asked for again: comparing bytes takes microseconds, where reading YAML and hashing
//! take milliseconds in a build script, which Cargo builds without optimisation. No time of a file is trusted.

use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use compiled_ai_core::files::Files;

use crate::cargo::Line;
use crate::find::Found;
use crate::one::{self, Crate, Made};
use crate::output::Output;

/// The ending of the files that hold it.
const ENDING: &str = "made";

/// What is made of the spec, by the last run or now.
pub(crate) fn make(user: &Crate<'_>, program: Option<&str>, spec: &Found) -> Made {
    let (Some(program), Some(folder)) = (program, user.made) else { return one::make(user, spec) };
    let name = format!("{}.{ENDING}", spec.stem);
    let key = [program, user.root, user.target, &user.locks.to_string_lossy(), &spec.shown].join("\n");
    if let Ok(kept) = std::fs::read(folder.join(&name))
        && let Some(mut made) = read(&kept, &key, user.files)
    {
        made.output.insert(name, kept);
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
    answers: RefCell<Vec<Answer>>,
}

struct Answer {
    question: Question,
    bytes: Vec<u8>,
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
}

impl Files for Asked<'_> {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let answer = self.files.read(path, limit);
        self.remember(Question::Read(path.to_owned(), limit), of_file(&answer));
        answer
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
        let answer = self.files.list(directory);
        self.remember(Question::List(directory.to_owned()), of_folder(&answer));
        answer
    }
}

impl Asked<'_> {
    fn remember(&self, question: Question, bytes: Vec<u8>) {
        self.answers.borrow_mut().push(Answer { question, bytes });
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
fn write(key: &str, answers: &[Answer], made: &Made) -> Vec<u8> {
    let mut out = Vec::new();
    push(&mut out, key.as_bytes());
    push_number(&mut out, answers.len() as u64);
    for Answer { question, bytes } in answers {
        let (path, limit) = match question {
            Question::Read(path, limit) => (path, Some(*limit)),
            Question::List(path) => (path, None),
        };
        out.push(limit.is_some().into());
        push_number(&mut out, limit.unwrap_or_default());
        push(&mut out, path.as_os_str().as_encoded_bytes());
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

/// What was made, if it was made under this key and `files` still answer the same.
fn read(kept: &[u8], key: &str, files: &dyn Files) -> Option<Made> {
    let mut rest = kept;
    if take(&mut rest)? != key.as_bytes() {
        return None;
    }
    for _ in 0..take_number(&mut rest)? {
        let is_file = take_byte(&mut rest)? != 0;
        let limit = take_number(&mut rest)?;
        let path = PathBuf::from(std::str::from_utf8(take(&mut rest)?).ok()?);
        let question = if is_file { Question::Read(path, limit) } else { Question::List(path) };
        if question.ask(files) != take(&mut rest)? {
            return None;
        }
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
    rest.is_empty().then_some(Made { output, lines, is_hit: true })
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
