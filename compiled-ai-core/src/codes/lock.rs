//! Codes of locks and artifacts.

super::codes! {
    /// Nothing is locked for a spec.
    MISSING = "CAI0201", "nothing is locked for this spec";
    /// The spec's meaning is not what was locked.
    STALE = "CAI0202", "the spec has changed since it was locked";
    /// The artifact's bytes are not what was locked.
    EDITED = "CAI0203", "the artifact is not what was locked";
    /// `lock.toml` can't be read.
    UNREADABLE = "CAI0204", "the lock can't be read";
    /// A newer version wrote the lock.
    NEWER = "CAI0205", "the lock was written by a newer version";
    /// `lock.toml` is there, a file of the artifact is not.
    INCOMPLETE = "CAI0206", "a file of the artifact is missing";
    /// The locked figures are below what the spec asks for.
    BELOW = "CAI0207", "the locked accuracy is below what the spec asks for";
    /// Two specs of a crate would share a folder.
    SAME_NAME = "CAI0208", "two specs have the same file name";
    /// A signature is there, and it is not one over what is locked.
    SIGNATURE = "CAI0220", "the signature does not fit what is locked";
    /// A signature by a trusted key was asked for.
    UNSIGNED = "CAI0221", "no trusted key has signed what is locked";
    /// The spec asks for acknowledgement, and not every place that nothing reaches has it.
    UNACKNOWLEDGED = "CAI0222", "nobody has acknowledged what nothing reaches";
}
