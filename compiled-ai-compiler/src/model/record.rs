//! `record = "folder"`: keeps what another provider replies, for `replay` to serve.

use std::path::PathBuf;

use compiled_ai_core::codes::provider as codes;

use super::{Pause, Prompt, Provider, ProviderError, Reply, replay};

/// A provider whose replies are kept.
pub struct Record {
    /// The provider that is asked.
    pub inner: Box<dyn Provider>,
    /// Where prompts and replies are kept.
    pub folder: PathBuf,
}

impl Provider for Record {
    fn kind(&self) -> &'static str {
        self.inner.kind()
    }

    fn ask(&mut self, prompt: &Prompt, on_pause: &mut dyn FnMut(Pause)) -> Result<Reply, ProviderError> {
        let reply = self.inner.ask(prompt, on_pause)?;
        let name = replay::file_name(prompt);
        let keep = |name: &str, text: &str| crate::write::atomically(&self.folder.join(name), text.as_bytes());
        std::fs::create_dir_all(&self.folder)
            .and_then(|()| keep(&name.replace(".reply.", ".prompt."), &prompt.text()))
            .and_then(|()| keep(&name, &reply.text))
            .map_err(|reason| {
                let message = format!("the reply can't be recorded in `{}`: {reason}", self.folder.display());
                ProviderError::new(codes::NOT_RECORDED, message)
                    .help("check `record` in `compiled-ai.toml`")
                    .spent(reply.tokens.clone())
            })?;
        Ok(reply)
    }
}
