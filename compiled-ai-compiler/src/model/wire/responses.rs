//! OpenAI's Responses API.

use serde_json::{Value, json};

use super::{Answer, Prompt, Request, Settings, Stop, count, limit, measured, text, texts};

/// The fixed part comes first, which OpenAI caches by itself. `store` is off: nothing needs to be kept there.
pub(super) fn ask(settings: &Settings, prompt: &Prompt) -> Request {
    let mut body = json!({
        "model": settings.model,
        "instructions": prompt.system,
        "input": prompt.user,
        "max_output_tokens": limit(settings, prompt),
        "store": false,
    });
    if let Some(temperature) = settings.temperature {
        body["temperature"] = json!(temperature);
    }
    Request { path: "/responses".to_owned(), headers: vec![], body: Some(body) }
}

pub(super) fn read(answer: &Value) -> Answer {
    let usage = &answer["usage"];
    let parts: Vec<Value> = answer["output"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|item| item["type"] == "message")
        .filter_map(|item| item["content"].as_array())
        .flatten()
        .cloned()
        .collect();
    let parts = Value::Array(parts);
    let refusal = texts(&parts, "refusal", |part| part["type"] == "refusal");
    let reason = text(&answer["incomplete_details"]["reason"]);
    let stop = match reason.as_str() {
        "max_output_tokens" => Stop::Limit,
        "content_filter" => Stop::Refused,
        _ if !refusal.is_empty() => Stop::Refused,
        _ => Stop::End,
    };
    let status = text(&answer["status"]);
    Answer {
        text: texts(&parts, "text", |part| part["type"] == "output_text"),
        stop,
        why: [refusal, reason, status].into_iter().find(|why| !why.is_empty()).unwrap_or_default(),
        model: text(&answer["model"]),
        tokens: measured(
            &usage["input_tokens"],
            count(&usage["input_tokens_details"]["cached_tokens"]),
            count(&usage["output_tokens"]),
        ),
    }
}
