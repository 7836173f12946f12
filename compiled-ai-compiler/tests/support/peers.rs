//! The providers under test, and what each of them says.
#![allow(dead_code, reason = "each test uses some of it")]

use std::time::Duration;

use compiled_ai_compiler::model::{Api, Kind, ProviderError, Settings};
use serde_json::{Value, json};

/// The variable that holds the key.
pub(crate) const VARIABLE: &str = "PEER_KEY";
/// The key: long, with characters that every encoding writes in another way.
pub(crate) const KEY: &str = "sk-ant-api03-Zk9+Qx/7Lw_3Rt~Bv=5Hn";
/// What models write.
pub(crate) const TEXT: &str = "```rust\npub fn run() {}\n```";

/// A provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Peer {
    pub(crate) name: &'static str,
    kind: Kind,
    api: Option<Api>,
}

/// Every provider.
pub(crate) const PEERS: [Peer; 5] = [
    Peer { name: "anthropic", kind: Kind::Anthropic, api: None },
    Peer { name: "openai", kind: Kind::OpenAi, api: Some(Api::Responses) },
    Peer { name: "openai chat", kind: Kind::OpenAi, api: Some(Api::Chat) },
    Peer { name: "gemini", kind: Kind::Gemini, api: None },
    Peer { name: "ollama", kind: Kind::Ollama, api: None },
];

impl Peer {
    /// Settings for a server at `url`. Time limits are long; tests of them have their own.
    pub(crate) fn settings(self, url: &str) -> Settings {
        Settings {
            base_url: Some(format!("{url}/v1")),
            key_env: Some(VARIABLE.to_owned()),
            api: self.api,
            timeout: Duration::from_secs(100),
            ..Settings::new(self.kind, "model-1")
        }
    }

    /// An answer with `text`; `model` is what the server calls its model.
    pub(crate) fn says(self, text: &str, model: &str) -> Vec<u8> {
        self.body(text, model, ["end_turn", "completed", "stop", "STOP", "stop"])
    }

    /// An answer that ends at the limit of tokens.
    pub(crate) fn cut(self) -> Vec<u8> {
        self.body(
            "```rust\npub fn ru",
            "served-1",
            ["max_tokens", "max_output_tokens", "length", "MAX_TOKENS", "length"],
        )
    }

    /// An answer that the model refuses to give; `None` where the protocol has no such thing.
    pub(crate) fn refuses(self) -> Option<Vec<u8>> {
        let reasons = ["refusal", "content_filter", "content_filter", "SAFETY", "stop"];
        (self.name != "ollama").then(|| self.body("", "served-1", reasons))
    }

    /// What it says of a model that it does not have.
    pub(crate) fn lacks_model(self) -> Vec<u8> {
        let said = match self.name {
            "anthropic" => {
                json!({ "type": "error", "error": { "type": "not_found_error", "message": "model: model-1" } })
            }
            "gemini" => {
                json!({ "error": { "code": 404, "status": "NOT_FOUND", "message": "models/model-1 is not found for API version v1beta" } })
            }
            "ollama" => json!({ "error": "model \"model-1\" not found, try pulling it first" }),
            _ => {
                json!({ "error": { "message": "The model `model-1` does not exist", "type": "invalid_request_error", "code": "model_not_found" } })
            }
        };
        bytes(&said)
    }

    /// Its list of models.
    pub(crate) fn lists(self, models: &[&str]) -> Vec<u8> {
        let said = match self.name {
            "gemini" => {
                json!({ "models": models.iter().map(|name| json!({ "name": format!("models/{name}") })).collect::<Vec<_>>() })
            }
            "ollama" => {
                json!({ "models": models.iter().map(|name| json!({ "name": format!("{name}:latest") })).collect::<Vec<_>>() })
            }
            _ => json!({ "data": models.iter().map(|name| json!({ "id": name })).collect::<Vec<_>>() }),
        };
        bytes(&said)
    }

    /// What it says of any other failure.
    pub(crate) fn fails(self, message: &str) -> Vec<u8> {
        bytes(&match self.name {
            "ollama" => json!({ "error": message }),
            _ => json!({ "error": { "message": message, "type": "some_error" } }),
        })
    }

    /// The header with the key.
    pub(crate) fn key_header(self) -> (&'static str, String) {
        match self.name {
            "anthropic" => ("x-api-key", KEY.to_owned()),
            "gemini" => ("x-goog-api-key", KEY.to_owned()),
            _ => ("authorization", format!("Bearer {KEY}")),
        }
    }

    fn body(self, text: &str, model: &str, reasons: [&str; 5]) -> Vec<u8> {
        let reason = reasons[PEERS.iter().position(|peer| *peer == self).expect("a peer")];
        bytes(&match self.name {
            "anthropic" => {
                json!({ "model": model, "stop_reason": reason, "content": [{ "type": "text", "text": text }],
                "usage": { "input_tokens": 7, "cache_read_input_tokens": 89, "cache_creation_input_tokens": 4, "output_tokens": 23 } })
            }
            "openai" => json!({ "model": model, "status": reason, "incomplete_details": { "reason": reason },
                "output": [{ "type": "message", "content": [{ "type": "output_text", "text": text }] }],
                "usage": { "input_tokens": 100, "input_tokens_details": { "cached_tokens": 89 }, "output_tokens": 23 } }),
            "openai chat" => {
                json!({ "model": model, "choices": [{ "finish_reason": reason, "message": { "content": text } }],
                "usage": { "prompt_tokens": 100, "prompt_tokens_details": { "cached_tokens": 89 }, "completion_tokens": 23 } })
            }
            "gemini" => {
                json!({ "modelVersion": model, "candidates": [{ "finishReason": reason, "content": { "parts": [{ "text": text }] } }],
                "usageMetadata": { "promptTokenCount": 100, "cachedContentTokenCount": 89, "candidatesTokenCount": 20, "thoughtsTokenCount": 3 } })
            }
            _ => {
                json!({ "model": model, "done_reason": reason, "message": { "content": text }, "prompt_eval_count": 100, "eval_count": 23 })
            }
        })
    }
}

/// Everything a person sees of an error.
pub(crate) fn shown(error: &ProviderError) -> String {
    let mut text = format!("error[{}]: {error}\n", error.code);
    error.notes.iter().for_each(|note| text += &format!("  = note: {note}\n"));
    text += &format!("  = help: {}\n", error.help);
    if let Some(spent) = &error.spent {
        text += &format!(
            "  spent: {} in ({} cached), {} out, {}\n",
            spent.input,
            spent.cached,
            spent.output,
            spent.from.name()
        );
    }
    text
}

fn bytes(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}
