//! What the signatures of a lock are worth.

use std::io;
use std::path::Path;

use compiled_ai_core::files::{Disk, Files as _};
use compiled_ai_core::lock::SIGNATURE_FILE;

use super::LARGEST;
use super::envelope::{Envelope, PAYLOAD_TYPE};
use super::key::PublicKey;
use super::statement::Statement;

/// What is known about who vouches for what is locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// A trusted key has signed exactly this.
    Trusted {
        /// The key's id.
        keyid: String,
    },
    /// There are signatures, and none that a trusted key could have made. Whether they are right can't be told: an envelope
    /// does not hold keys.
    Unknown {
        /// The ids that the signatures give, as far as they have the form of one. They are a hint, and not signed.
        keyids: Vec<String>,
    },
    /// There is a signature, and it is not one over this. Always an error.
    DoesNotFit {
        /// What is wrong with it.
        why: String,
    },
    /// Nobody signed. It counts as edited by hand.
    Unsigned,
}

impl Standing {
    /// The word for other programs.
    pub fn name(&self) -> &'static str {
        match self {
            Standing::Trusted { .. } => "signed",
            Standing::Unknown { .. } => "unknown-key",
            Standing::DoesNotFit { .. } => "does-not-fit",
            Standing::Unsigned => "hand-edited",
        }
    }
}

/// What the signatures beside the lock in `folder` are worth to who trusts `trusted`.
pub fn standing(folder: &Path, trusted: &[PublicKey]) -> Standing {
    let does_not_fit = |why: String| Standing::DoesNotFit { why };
    let bytes = match Disk.read(&folder.join(SIGNATURE_FILE), LARGEST) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Standing::Unsigned,
        Err(error) => return does_not_fit(format!("it can't be read: {error}")),
    };
    match Statement::of_folder(folder) {
        Ok(statement) => judge(&bytes, &statement, trusted),
        Err(error) => does_not_fit(format!("what is locked can't be read: {error}")),
    }
}

/// What an envelope is worth to who trusts `trusted`, where `statement` is what it has to state. One trusted signature is
/// enough, whatever else the envelope holds.
pub fn judge(envelope: &[u8], statement: &Statement, trusted: &[PublicKey]) -> Standing {
    let does_not_fit = |why: &str| Standing::DoesNotFit { why: why.to_owned() };
    let envelope = match Envelope::parse(envelope) {
        Ok(envelope) => envelope,
        Err(malformed) => return does_not_fit(&malformed.0),
    };
    if envelope.payload_type != PAYLOAD_TYPE {
        return does_not_fit(&format!("its payload is not of the type `{PAYLOAD_TYPE}`"));
    }
    if let Some(why) = statement.differs(&envelope.payload) {
        return does_not_fit(&why);
    }
    let message = envelope.signed();
    // An id is only a hint, so every trusted key is tried on every signature.
    let signer =
        trusted.iter().find(|key| envelope.signatures.iter().any(|signature| key.verifies(&message, &signature.sig)));
    if let Some(key) = signer {
        return Standing::Trusted { keyid: key.id() };
    }
    let keyids: Vec<String> =
        envelope.signatures.into_iter().map(|signature| signature.keyid).filter(|keyid| is_id(keyid)).collect();
    if let Some(key) = trusted.iter().find(|key| keyids.contains(&key.id())) {
        return does_not_fit(&format!("it is not a signature by the key {}, which it names", short(&key.id())));
    }
    Standing::Unknown { keyids }
}

/// As much of a key's id as tells keys apart in messages.
pub fn short(keyid: &str) -> &str {
    keyid.get(..12).unwrap_or(keyid)
}

/// Whether a hint has the form of an id of ours, and so may be shown.
fn is_id(keyid: &str) -> bool {
    keyid.len() == 64 && keyid.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
