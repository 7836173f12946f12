//! Writing files so that nobody ever sees half of one.

use std::io::{self, Write as _};
use std::path::Path;

/// Replaces the file at `path` by `bytes`, or leaves it as it was.
///
/// # Errors
/// What the system says: no space, no permission.
pub fn atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    stage(path, bytes).map_err(plain)
}

fn stage(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut staged = tempfile::Builder::new().prefix(".").suffix(".tmp").tempfile_in(folder)?;
    staged.write_all(bytes)?;
    // Before the rename, so that after a power cut the name never stands for an empty file.
    staged.as_file().sync_all()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // A temporary file is private; what goes into a repository is not.
        staged.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    staged.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// What the system said, without the name of the staging file, which says nothing to anybody.
fn plain(error: io::Error) -> io::Error {
    match error.to_string().split_once(" at path ") {
        Some((said, _)) => io::Error::new(error.kind(), said.to_owned()),
        None => error,
    }
}
