//! OpenAI's Chat Completions API, as OpenAI, Azure and compatible servers speak it.

use serde_json::{Value, json};

use super::super::endpoint::Endpoint;
use super::{Answer, Prompt, Request, Settings, Stop, count, limit, measured, text, texts};

pub(super) fn ask(settings: &Settings, prompt: &Prompt) -> Request {
    let mut body = json!({
        "model": settings.model,
        "messages": [
            { "role": "system", "content": prompt.system },
            { "role": "user", "content": prompt.user },
        ],
        "stream": false,
    });
    // OpenAI's newer models refuse the one, older servers of others pass over the other, and then know no limit at all.
    let host = Endpoint::parse(settings.base_url()).map(|endpoint| endpoint.host).unwrap_or_default();
    let is_openai = ["openai.com", "azure.com"].iter().any(|own| host == *own || host.ends_with(&format!(".{own}")));
    let key = if is_openai { "max_completion_tokens" } else { "max_tokens" };
    body[key] = json!(limit(settings, prompt));
    if let Some(temperature) = settings.temperature {
        body["temperature"] = json!(temperature);
    }
    Request { path: "/chat/completions".to_owned(), headers: vec![], body: Some(body) }
}

pub(super) fn read(answer: &Value) -> Answer {
    let (choice, usage) = (&answer["choices"][0], &answer["usage"]);
    let message = &choice["message"];
    let content = match &message["content"] {
        Value::String(content) => content.clone(),
        parts => texts(parts, "text", |part| part["type"] == "text"),
    };
    let (refusal, reason) = (text(&message["refusal"]), text(&choice["finish_reason"]));
    Answer {
        text: content,
        stop: match reason.as_str() {
            "length" => Stop::Limit,
            "content_filter" => Stop::Refused,
            _ if !refusal.is_empty() => Stop::Refused,
            _ => Stop::End,
        },
        why: if refusal.is_empty() { reason } else { refusal },
        model: text(&answer["model"]),
        tokens: measured(
            &usage["prompt_tokens"],
            // DeepSeek has a name of its own for it.
            count(&usage["prompt_tokens_details"]["cached_tokens"]).max(count(&usage["prompt_cache_hit_tokens"])),
            count(&usage["completion_tokens"]),
        ),
    }
}
