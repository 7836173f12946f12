//! Google's Gemini API: `generateContent`.

use serde_json::{Value, json};

use super::{Answer, Prompt, Request, Settings, Stop, count, limit, measured, text, texts};

/// The fixed part comes first, which Google caches by itself.
pub(super) fn ask(settings: &Settings, prompt: &Prompt) -> Request {
    let mut config = json!({ "maxOutputTokens": limit(settings, prompt) });
    if let Some(temperature) = settings.temperature {
        config["temperature"] = json!(temperature);
    }
    let body = json!({
        "systemInstruction": { "parts": [{ "text": prompt.system }] },
        "contents": [{ "role": "user", "parts": [{ "text": prompt.user }] }],
        "generationConfig": config,
    });
    // A tuned model is named with its collection, as in `tunedModels/mine`.
    let model =
        if settings.model.contains('/') { settings.model.clone() } else { format!("models/{}", settings.model) };
    Request { path: format!("/{model}:generateContent"), headers: vec![], body: Some(body) }
}

pub(super) fn read(answer: &Value) -> Answer {
    let (candidate, usage) = (&answer["candidates"][0], &answer["usageMetadata"]);
    let blocked = text(&answer["promptFeedback"]["blockReason"]);
    let why = if blocked.is_empty() { text(&candidate["finishReason"]) } else { blocked.clone() };
    let stop = match why.as_str() {
        _ if !blocked.is_empty() => Stop::Refused,
        "MAX_TOKENS" => Stop::Limit,
        "SAFETY" | "RECITATION" | "LANGUAGE" | "BLOCKLIST" | "PROHIBITED_CONTENT" | "SPII" => Stop::Refused,
        _ => Stop::End,
    };
    Answer {
        // A part that is marked so is what the model thought.
        text: texts(&candidate["content"]["parts"], "text", |part| part["thought"] != true),
        stop,
        why,
        model: text(&answer["modelVersion"]),
        tokens: measured(
            &usage["promptTokenCount"],
            count(&usage["cachedContentTokenCount"]),
            count(&usage["candidatesTokenCount"]).saturating_add(count(&usage["thoughtsTokenCount"])),
        ),
    }
}
