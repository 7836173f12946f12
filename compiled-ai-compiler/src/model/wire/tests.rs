//! Requests and answers of every provider, as snapshots.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::*;

fn settings(kind: Kind, api: Option<Api>, base_url: Option<&str>) -> Settings {
    Settings { api, base_url: base_url.map(str::to_owned), ..Settings::new(kind, "model-1") }
}

fn everyone() -> Vec<(&'static str, Settings)> {
    vec![
        ("anthropic", settings(Kind::Anthropic, None, None)),
        ("openai", settings(Kind::OpenAi, None, None)),
        ("openai, chat", settings(Kind::OpenAi, Some(Api::Chat), None)),
        ("compatible", settings(Kind::OpenAi, None, Some("http://localhost:8000/v1"))),
        (
            "azure",
            Settings {
                key_header: Some("api-key".to_owned()),
                key_env: Some("AZURE_OPENAI_API_KEY".to_owned()),
                ..settings(Kind::OpenAi, None, Some("https://mine.openai.azure.com/openai/v1?api-version=preview"))
            },
        ),
        ("gemini", settings(Kind::Gemini, None, None)),
        ("ollama", settings(Kind::Ollama, None, None)),
    ]
}

fn shown(settings: &Settings, request: &Request) -> String {
    let endpoint = settings.check().expect("settings");
    let (header, prefix) = key_header(settings);
    let method = if request.body.is_some() { "POST" } else { "GET" };
    let mut text = format!("{method} {}\n", endpoint.join(&request.path));
    if let Some(variable) = settings.key_env() {
        text += &format!("{header}: {prefix}${variable}\n");
    }
    for (name, value) in &request.headers {
        text += &format!("{name}: {value}\n");
    }
    if let Some(body) = &request.body {
        text += &serde_json::to_string_pretty(body).expect("JSON");
    }
    text
}

#[test]
fn requests() {
    let mut prompt = Prompt::new("What never changes.", "What does.");
    let all = |prompt: &Prompt| -> String {
        everyone()
            .iter()
            .map(|(name, settings)| format!("== {name}\n{}\n\n", shown(settings, &ask(settings, prompt))))
            .collect()
    };
    assert_snapshot!("requests", all(&prompt));
    prompt.max_output_tokens = Some(700);
    let warm: String = everyone()
        .into_iter()
        .map(|(name, mut settings)| {
            settings.temperature = Some(0.5);
            format!("== {name}\n{}\n\n", ask(&settings, &prompt).body.expect("a body"))
        })
        .collect();
    assert_snapshot!("requests_with_a_budget_and_a_temperature", warm);
}

#[test]
fn requests_for_models() {
    let all: String = everyone()
        .iter()
        .map(|(name, settings)| format!("== {name}\n{}\n", shown(settings, &list(settings))))
        .collect();
    assert_snapshot!("models", all);
}

#[test]
fn a_budget_never_raises_the_limit() {
    let settings = settings(Kind::Anthropic, None, None);
    let limits = [Some(0), Some(9), Some(u32::MAX), None].map(|max_output_tokens| {
        let prompt = Prompt { max_output_tokens, ..Prompt::new("", "") };
        ask(&settings, &prompt).body.expect("a body")["max_tokens"].as_u64()
    });
    assert_eq!(limits, [Some(1), Some(9), Some(16_000), Some(16_000)]);
}

#[test]
fn answers() {
    let end = [
        json!({ "model": "claude-1", "stop_reason": "end_turn",
            "content": [{ "type": "thinking", "thinking": "hm" }, { "type": "text", "text": "fn " }, { "type": "text", "text": "a" }],
            "usage": { "input_tokens": 10, "cache_read_input_tokens": 200, "cache_creation_input_tokens": 30, "output_tokens": 7 } }),
        json!({ "model": "gpt-1", "status": "completed", "output": [
                { "type": "reasoning", "summary": [] },
                { "type": "message", "content": [{ "type": "output_text", "text": "fn a" }] }],
            "usage": { "input_tokens": 240, "input_tokens_details": { "cached_tokens": 200 }, "output_tokens": 7 } }),
        json!({ "model": "gpt-1", "choices": [{ "finish_reason": "stop", "message": { "content": "fn a", "reasoning_content": "hm" } }],
            "usage": { "prompt_tokens": 240, "prompt_tokens_details": { "cached_tokens": 200 }, "completion_tokens": 7 } }),
        json!({ "model": "local", "choices": [{ "finish_reason": "stop", "message": { "content": [{ "type": "text", "text": "fn a" }] } }],
            "usage": { "prompt_tokens": 240, "prompt_cache_hit_tokens": 200, "completion_tokens": 7 } }),
        json!({ "model": "gpt-1", "choices": [{ "finish_reason": "stop", "message": { "content": "fn a" } }] }),
        json!({ "modelVersion": "gemini-1", "candidates": [{ "finishReason": "STOP", "content": { "parts": [
                { "text": "hm", "thought": true }, { "text": "fn a" }] } }],
            "usageMetadata": { "promptTokenCount": 240, "cachedContentTokenCount": 200, "candidatesTokenCount": 4, "thoughtsTokenCount": 3 } }),
        json!({ "model": "llama:8b", "done_reason": "stop", "message": { "content": "fn a", "thinking": "hm" },
            "prompt_eval_count": 240, "eval_count": 7 }),
    ];
    for ((name, settings), answer) in everyone().iter().zip(&end) {
        let answer = read(settings, answer);
        assert_eq!((answer.text.as_str(), answer.stop), ("fn a", Stop::End), "{name}");
        assert!(!answer.model.is_empty(), "{name}");
        let cached = if *name == "ollama" { 0 } else { 200 };
        let written = if *name == "anthropic" { 30 } else { 0 };
        let measured = Tokens { input: 240, cached, written, output: 7, from: TokenSource::Provider };
        assert_eq!(answer.tokens, (*name != "azure").then_some(measured), "{name}");
    }
}

#[test]
fn reasons_to_stop() {
    let cases = [
        ("anthropic", json!({ "stop_reason": "max_tokens" }), Stop::Limit),
        ("anthropic", json!({ "stop_reason": "model_context_window_exceeded" }), Stop::Limit),
        ("anthropic", json!({ "stop_reason": "refusal" }), Stop::Refused),
        ("openai", json!({ "incomplete_details": { "reason": "max_output_tokens" } }), Stop::Limit),
        ("openai", json!({ "incomplete_details": { "reason": "content_filter" } }), Stop::Refused),
        (
            "openai",
            json!({ "output": [{ "type": "message", "content": [{ "type": "refusal", "refusal": "No." }] }] }),
            Stop::Refused,
        ),
        ("compatible", json!({ "choices": [{ "finish_reason": "length" }] }), Stop::Limit),
        ("compatible", json!({ "choices": [{ "finish_reason": "content_filter" }] }), Stop::Refused),
        (
            "compatible",
            json!({ "choices": [{ "finish_reason": "stop", "message": { "refusal": "No." } }] }),
            Stop::Refused,
        ),
        ("gemini", json!({ "candidates": [{ "finishReason": "MAX_TOKENS" }] }), Stop::Limit),
        ("gemini", json!({ "candidates": [{ "finishReason": "SAFETY" }] }), Stop::Refused),
        ("gemini", json!({ "promptFeedback": { "blockReason": "OTHER" } }), Stop::Refused),
        ("ollama", json!({ "done_reason": "length" }), Stop::Limit),
    ];
    for (name, answer, stop) in cases {
        let settings = everyone().into_iter().find(|(other, _)| *other == name).expect(name).1;
        assert_eq!(read(&settings, &answer).stop, stop, "{name} {answer}");
    }
}

#[test]
fn strange_answers_are_empty_ones() {
    let strange = [
        json!(null),
        json!([]),
        json!("text"),
        json!({ "content": 1, "choices": {}, "output": [1, { "type": "message", "content": { "a": 1 } }], "candidates": [null], "usage": [] }),
        json!({ "usage": { "input_tokens": -1, "output_tokens": 1e300, "prompt_tokens": "9" }, "choices": [[]], "message": [] }),
    ];
    for (name, settings) in everyone() {
        for answer in &strange {
            let read = read(&settings, answer);
            assert_eq!((read.text.as_str(), read.tokens, read.stop), ("", None, Stop::End), "{name} {answer}");
        }
    }
    let huge = json!({ "usage": { "input_tokens": u64::MAX, "cache_read_input_tokens": u64::MAX, "output_tokens": u64::MAX } });
    assert_eq!(read(&settings(Kind::Anthropic, None, None), &huge).tokens.map(|tokens| tokens.input), Some(u64::MAX));
}

#[test]
fn faults_in_every_form() {
    let say = |answer: Value| {
        fault(&answer)
            .map(|fault| format!("{} | {} | {:?} | {:?}", fault.code, fault.message, fault.status, fault.wait))
    };
    let faults: Vec<String> = [
        json!({ "type": "error", "error": { "type": "overloaded_error", "message": "Overloaded" } }),
        json!({ "error": { "message": "No such model", "type": "invalid_request_error", "code": "model_not_found" } }),
        json!({ "error": "model \"x\" not found, try pulling it first" }),
        json!({ "object": "error", "message": "No such model", "code": 404 }),
        json!({ "detail": "Not Found" }),
        json!({ "error": { "code": 502, "message": "Provider returned error" } }),
        json!([{ "error": { "code": 429, "message": "Quota", "status": "RESOURCE_EXHAUSTED",
            "details": [{ "@type": "x" }, { "retryDelay": "34.5s" }] } }]),
        json!({ "error": [] }),
        json!({ "error": { "code": 7 } }),
    ]
    .into_iter()
    .map(|answer| say(answer).unwrap_or_default())
    .collect();
    assert_snapshot!("faults", faults.join("\n"));
    assert_eq!(say(json!({ "choices": [] })), None);
    assert_eq!(say(json!({ "error": null })), None);
}

#[test]
fn lists_of_models() {
    assert_eq!(
        models(&json!({ "data": [{ "id": "a" }, {}, { "id": "b" }] })),
        Some(vec!["a".to_owned(), "b".to_owned()])
    );
    assert_eq!(models(&json!({ "models": [{ "name": "models/a" }] })), Some(vec!["a".to_owned()]));
    assert_eq!(models(&json!({ "html": 1 })), None);
    assert!(
        is_model("llama3:latest", "llama3")
            && is_model("gemini-1", "models/gemini-1")
            && !is_model("llama3:8b", "llama3")
    );
}
