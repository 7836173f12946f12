//! Anthropic's Messages API, version 2023-06-01.

use serde_json::{Value, json};

use super::{Answer, Prompt, Request, Settings, Stop, Tokens, count, limit, measured, text, texts};

pub(super) fn headers() -> Vec<(&'static str, String)> {
    vec![("anthropic-version", "2023-06-01".to_owned())]
}

/// The fixed part of the prompt is marked, so that the next prompt that begins alike reads it from the cache.
pub(super) fn ask(settings: &Settings, prompt: &Prompt) -> Request {
    let mut body = json!({
        "model": settings.model,
        "max_tokens": limit(settings, prompt),
        "system": [{ "type": "text", "text": prompt.system, "cache_control": { "type": "ephemeral" } }],
        "messages": [{ "role": "user", "content": prompt.user }],
    });
    if let Some(temperature) = settings.temperature {
        body["temperature"] = json!(temperature);
    }
    Request { path: "/messages".to_owned(), headers: headers(), body: Some(body) }
}

pub(super) fn read(answer: &Value) -> Answer {
    let usage = &answer["usage"];
    let (cached, written) = (count(&usage["cache_read_input_tokens"]), count(&usage["cache_creation_input_tokens"]));
    let output = count(&usage["output_tokens"]);
    // `input_tokens` is what was neither read from the cache nor written to it.
    let input = usage["input_tokens"].as_u64().map(|fresh| fresh.saturating_add(cached).saturating_add(written));
    let why = text(&answer["stop_reason"]);
    Answer {
        text: texts(&answer["content"], "text", |part| part["type"] == "text"),
        stop: match why.as_str() {
            "max_tokens" | "model_context_window_exceeded" => Stop::Limit,
            "refusal" => Stop::Refused,
            _ => Stop::End,
        },
        why,
        model: text(&answer["model"]),
        tokens: measured(&json!(input), cached, output).map(|tokens| Tokens { written, ..tokens }),
    }
}
