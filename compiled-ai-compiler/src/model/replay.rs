//! `provider = "replay"`: recorded replies from a folder, named by the hash of their prompt. Needs no model and no key.

use std::path::PathBuf;
use std::time::Duration;

use compiled_ai_core::codes::provider as codes;

use super::{MAX_REPLY, Pause, Prompt, Provider, ProviderError, Reply, Stop, Tokens};

/// Serves recorded replies.
#[derive(Debug, Clone)]
pub struct Replay {
    /// The folder that holds `<hash>.reply.md`.
    pub folder: PathBuf,
    /// The model's name for the lock, if the user states one.
    pub model: String,
}

/// The name of the file that holds the reply to `prompt`.
pub(super) fn file_name(prompt: &Prompt) -> String {
    format!("{}.reply.md", prompt.hash().short())
}

impl Provider for Replay {
    fn kind(&self) -> &'static str {
        "replay"
    }

    fn ask(&mut self, prompt: &Prompt, _: &mut dyn FnMut(Pause)) -> Result<Reply, ProviderError> {
        use std::io::Read as _;
        let path = self.folder.join(file_name(prompt));
        let mut text = String::new();
        std::fs::File::open(&path).and_then(|file| file.take(MAX_REPLY as u64).read_to_string(&mut text)).map_err(
            |reason| {
                let message = format!("no reply to this prompt is recorded: `{}`: {reason}", path.display());
                ProviderError::new(codes::NOT_RECORDED, message)
                    .note("a prompt changes with the spec, its shown examples, the kit and the compiler's version")
                    .help(
                        "record one: run once with another provider and `record = \"<folder>\"` in `compiled-ai.toml`",
                    )
            },
        )?;
        let tokens = Tokens::estimate(&prompt.text(), &text);
        Ok(Reply { text, tokens, stop: Stop::End, model: self.model.clone(), took: Duration::ZERO })
    }
}
