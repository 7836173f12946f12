//! Ollama's `POST /api/chat`.

use serde_json::{Value, json};

use super::{Answer, Prompt, Request, Settings, Stop, count, limit, measured, text};

/// What the size of a context is rounded up to: Ollama loads the model anew whenever the size changes.
const STEP: u64 = 8192;

/// The context's size is always given: Ollama's own is small, and what does not fit is cut from the prompt without a word.
pub(super) fn ask(settings: &Settings, prompt: &Prompt) -> Request {
    let context = settings.context_tokens.map_or_else(
        || {
            let prompt = crate::tokens::count(&prompt.system) + crate::tokens::count(&prompt.user);
            // Its tokenizer is another one, which may need more tokens for the same text.
            (prompt + prompt / 4 + u64::from(settings.max_output_tokens)).next_multiple_of(STEP)
        },
        u64::from,
    );
    let mut options = json!({ "num_predict": limit(settings, prompt), "num_ctx": context });
    if let Some(temperature) = settings.temperature {
        options["temperature"] = json!(temperature);
    }
    let body = json!({
        "model": settings.model,
        "messages": [
            { "role": "system", "content": prompt.system },
            { "role": "user", "content": prompt.user },
        ],
        "stream": false,
        "options": options,
    });
    Request { path: "/chat".to_owned(), headers: vec![], body: Some(body) }
}

pub(super) fn read(answer: &Value) -> Answer {
    let why = text(&answer["done_reason"]);
    Answer {
        text: text(&answer["message"]["content"]),
        stop: if why == "length" { Stop::Limit } else { Stop::End },
        why,
        model: text(&answer["model"]),
        tokens: measured(&answer["prompt_eval_count"], 0, count(&answer["eval_count"])),
    }
}
