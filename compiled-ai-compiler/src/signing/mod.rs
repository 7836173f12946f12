//! Signatures over what is locked: who vouches for an artifact and its lock.
//!
//! `compiled-ai/<spec>/lock.dsse.json` is an envelope of [DSSE 1.0](https://github.com/secure-systems-lab/dsse) around an
//! [in-toto Statement v1](https://github.com/in-toto/attestation), with ed25519 signatures. The statement names the files by their
//! SHA-256 digests and repeats the figures that a reader asks for first; `docs/signing.md` is its documentation.
//!
//! Everything in an envelope is hostile until a trusted key's signature was found to fit, and is compared, never followed: the
//! statement that counts is the one that is made anew from the files themselves.

mod envelope;
mod key;
mod settings;
mod standing;
mod statement;

use std::io;
use std::path::Path;

use compiled_ai_core::files::{Disk, Files as _};
use compiled_ai_core::lock::SIGNATURE_FILE;

pub use envelope::{Envelope, Malformed, PAYLOAD_TYPE, Signature, pre_authentication_encoding};
pub use key::{PrivateKey, PublicKey, Unusable};
pub use settings::{Signing, read_trusted};
pub use standing::{Standing, judge, short, standing};
pub use statement::{PREDICATE_TYPE, Statement};

use crate::write;

/// The largest envelope that is read, in bytes; one of ours has a few thousand.
pub(crate) const LARGEST: u64 = 64 << 10;

/// What [`sign`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// The key had signed exactly this before; nothing was written.
    Current,
    /// An envelope was written.
    Written {
        /// Signatures of other keys that were there and stayed.
        kept: usize,
        /// Whether there was an envelope that did not fit what is locked, which was replaced.
        replaced: bool,
    },
}

/// Signs what is locked in `folder`. The same key and the same files give the same bytes. Signatures of other keys over the
/// same statement stay. The caller keeps other processes from the folder, and has made sure that the lock fits its spec.
///
/// # Errors
/// The files can't be read, or the envelope can't be written; what was there before is then untouched.
pub fn sign(folder: &Path, key: &PrivateKey) -> io::Result<Signed> {
    let payload = Statement::of_folder(folder)?.to_json();
    let path = folder.join(SIGNATURE_FILE);
    let before = match Disk.read(&path, LARGEST) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        // Too large, or no text: it is replaced like any other envelope that does not fit.
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Some(vec![]),
        Err(error) => return Err(error),
    };
    let fitting = before
        .as_deref()
        .and_then(|bytes| Envelope::parse(bytes).ok())
        .filter(|envelope| envelope.payload_type == PAYLOAD_TYPE && envelope.payload == payload);
    let replaced = before.is_some() && fitting.is_none();
    let mut signatures = fitting.map(|envelope| envelope.signatures).unwrap_or_default();
    let own = Signature {
        keyid: key.public().id(),
        sig: key.sign(&pre_authentication_encoding(PAYLOAD_TYPE, &payload)).to_vec(),
    };
    if signatures.contains(&own) {
        return Ok(Signed::Current);
    }
    signatures.retain(|signature| signature.keyid != own.keyid);
    let kept = signatures.len();
    signatures.push(own);
    signatures.sort();
    let envelope = Envelope { payload, payload_type: PAYLOAD_TYPE.to_owned(), signatures };
    write::atomically(&path, envelope.to_json().as_bytes())?;
    Ok(Signed::Written { kept, replaced })
}

/// Removes the signatures in `folder`, which are over what was locked before; whether there were any.
///
/// # Errors
/// What the system says.
pub(crate) fn remove(folder: &Path) -> io::Result<bool> {
    match std::fs::remove_file(folder.join(SIGNATURE_FILE)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
