//! Statements and envelopes that somebody changed, by hand.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use compiled_ai_compiler::signing::{PAYLOAD_TYPE, Standing, judge};
use serde_json::{Value, json};

use super::{good, known, signed, trusted};

/// What a trusted key has signed for another purpose, or somebody else has changed: with the right signature over the wrong
/// statement, so that the statement alone is what refuses it.
#[test]
fn statements_that_do_not_state_what_is_locked() {
    let (statement, _) = good();
    let payload: Value = serde_json::from_slice(&statement.to_json()).unwrap();
    type Change = fn(&mut Value);
    let changes: &[(&str, Change)] = &[
        ("form", |value| value["_type"] = json!("https://in-toto.io/Statement/v0.1")),
        ("predicate type", |value| value["predicateType"] = json!("https://slsa.dev/provenance/v1")),
        ("digest", |value| value["subject"][0]["digest"]["sha256"] = json!("00".repeat(32))),
        ("digest in capitals", |value| {
            let digest = value["subject"][0]["digest"]["sha256"].as_str().unwrap().to_uppercase();
            value["subject"][0]["digest"]["sha256"] = json!(digest);
        }),
        ("no digest", |value| value["subject"][0]["digest"] = json!({})),
        ("weak digest", |value| value["subject"][0]["digest"] = json!({ "md5": "00" })),
        ("path up", |value| value["subject"][0]["name"] = json!("../double/artifact.rs")),
        ("path down", |value| value["subject"][0]["name"] = json!("./artifact.rs")),
        ("absolute path", |value| value["subject"][0]["name"] = json!("/etc/passwd")),
        ("one file less", |value| _ = value["subject"].as_array_mut().unwrap().pop()),
        ("no file", |value| value["subject"] = json!([])),
        ("one file more", |value| {
            let more = json!({ "name": "../../Cargo.toml", "digest": { "sha256": "00" } });
            value["subject"].as_array_mut().unwrap().push(more);
        }),
        ("a file twice", |value| {
            let again = value["subject"][0].clone();
            value["subject"].as_array_mut().unwrap().push(again);
        }),
        ("spec hash", |value| value["predicate"]["spec"]["hash"] = json!("sha256:01")),
        ("spec name", |value| value["predicate"]["spec"]["name"] = json!("triple")),
        ("gate", |value| value["predicate"]["gate"] = json!("gate-2")),
        ("kit", |value| value["predicate"]["kit"] = json!("0.2.0")),
        ("toolchain", |value| value["predicate"]["toolchain"] = json!("rustc 2.0.0")),
        ("accuracy", |value| value["predicate"]["accuracy"]["shown"]["of"] = json!(4)),
        ("no held-out part", |value| _ = value["predicate"]["accuracy"].as_object_mut().unwrap().remove("heldOut")),
        ("a negative number", |value| value["predicate"]["accuracy"]["shown"]["of"] = json!(-1)),
        ("a field more", |value| value["predicate"]["reviewed"] = json!(true)),
        ("no predicate", |value| value["predicate"] = Value::Null),
        ("a list", |value| *value = json!([value.clone()])),
        ("nothing", |value| *value = Value::Null),
    ];
    for (name, change) in changes {
        let mut changed = payload.clone();
        change(&mut changed);
        assert_ne!(changed, payload, "{name}");
        let envelope = signed(&serde_json::to_vec(&changed).unwrap(), PAYLOAD_TYPE, &known());
        let standing = judge(envelope.to_json().as_bytes(), &statement, &[known().public()]);
        assert!(matches!(standing, Standing::DoesNotFit { .. }), "{name}: {standing:?}");
    }
    // A key that stands twice could mean one thing here and another elsewhere.
    let text = String::from_utf8(statement.to_json()).unwrap();
    for (key, twice) in [
        ("\"gate\":\"gate-1\"", "\"gate\":\"gate-0\",\"gate\":\"gate-1\""),
        ("\"_type\":", "\"_type\":\"x\",\"_type\":"),
        ("\"sha256\":", "\"sha256\":\"00\",\"sha256\":"),
    ] {
        let envelope = signed(text.replacen(key, twice, 1).as_bytes(), PAYLOAD_TYPE, &known());
        let standing = judge(envelope.to_json().as_bytes(), &statement, &[known().public()]);
        assert!(matches!(standing, Standing::DoesNotFit { .. }), "{key}: {standing:?}");
    }
    // White space and the order of keys mean nothing.
    let envelope = signed(serde_json::to_string_pretty(&payload).unwrap().as_bytes(), PAYLOAD_TYPE, &known());
    assert_eq!(judge(envelope.to_json().as_bytes(), &statement, &[known().public()]), trusted(&known()));
}

/// Envelopes that were changed by somebody who has no key.
#[test]
fn envelopes_that_were_changed() {
    let (statement, good) = good();
    let text = good.to_string();
    let sig = STANDARD.decode(good["signatures"][0]["sig"].as_str().unwrap()).unwrap();
    let with_sig = |bytes: &[u8]| {
        let mut changed = good.clone();
        changed["signatures"][0]["sig"] = json!(STANDARD.encode(bytes));
        changed.to_string()
    };
    // S + L verifies the same where a verifier does not ask for S < L.
    let mut malleable = sig.clone();
    let order: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut carry = 0;
    for (byte, add) in malleable[32..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        (*byte, carry) = (sum as u8, sum >> 8);
    }
    let retyped = |payload_type: &str| signed(&statement.to_json(), payload_type, &known()).to_json();
    let set = |key: &str, value: Value| {
        let mut changed = good.clone();
        changed[key] = value;
        changed.to_string()
    };
    let cases: Vec<(&str, String)> = vec![
        ("empty", String::new()),
        ("no JSON", "{".to_owned()),
        ("another value", "[]".to_owned()),
        ("cut", text[..text.len() - 1].to_owned()),
        ("followed by something", text.clone() + "{}"),
        ("nested without end", "[".repeat(60_000)),
        ("huge", text.clone() + &" ".repeat(70_000)),
        ("payload twice", text.replacen('{', "{\"payload\":\"\",", 1)),
        ("signatures twice", text.replacen('{', "{\"signatures\":[],", 1)),
        ("sig twice", text.replacen("\"sig\":", "\"sig\":\"\",\"sig\":", 1)),
        ("payload of another sort", set("payload", json!(1))),
        ("no payload", set("payload", Value::Null)),
        ("empty payload", set("payload", json!(""))),
        ("payload that is no Base64", set("payload", json!("*"))),
        ("payload without padding", set("payload", json!("e30"))),
        ("no signatures", set("signatures", json!([]))),
        ("signatures of another sort", set("signatures", json!({}))),
        ("more signatures than anybody has", set("signatures", vec![good["signatures"][0].clone(); 17].into())),
        ("no type", set("payloadType", json!(""))),
        ("type of another sort", set("payloadType", json!(["application/vnd.in-toto+json"]))),
        ("type in capitals", set("payloadType", json!("Application/vnd.in-toto+json"))),
        ("type that was not signed", set("payloadType", json!("application/json"))),
        ("another type, signed", retyped("application/json")),
        ("a type that shifts lengths, signed", retyped("application/vnd.in-toto+json 2 {} ")),
        ("empty signature", with_sig(&[])),
        ("short signature", with_sig(&sig[..63])),
        ("long signature", with_sig(&[sig.as_slice(), &[0]].concat())),
        ("zeros", with_sig(&[0; 64])),
        ("another form of the same signature", with_sig(&malleable)),
        (
            "one bit",
            with_sig(&{
                let mut sig = sig.clone();
                sig[7] ^= 1;
                sig
            }),
        ),
        ("signature of the payload alone", with_sig(&known().sign(&statement.to_json()))),
        ("signature that is no Base64", set("signatures", json!([{ "sig": "*" }]))),
    ];
    for (name, envelope) in cases {
        let standing = judge(envelope.as_bytes(), &statement, &[known().public()]);
        assert!(matches!(standing, Standing::DoesNotFit { .. }), "{name}: {standing:?}");
    }
    // An id is a hint: without it, or with another, the signature is as good, and a bad one is by whoever it may be.
    for keyid in [json!("00".repeat(32)), json!(""), json!("\u{1b}[2J\u{202e}")] {
        let mut renamed = good.clone();
        renamed["signatures"][0]["keyid"] = keyid.clone();
        assert_eq!(judge(renamed.to_string().as_bytes(), &statement, &[known().public()]), trusted(&known()));
        renamed["signatures"][0]["sig"] = json!(STANDARD.encode([1; 64]));
        match judge(renamed.to_string().as_bytes(), &statement, &[known().public()]) {
            Standing::Unknown { keyids } => assert!(keyids.iter().all(|keyid| keyid.starts_with("0000"))),
            other => panic!("{keyid}: {other:?}"),
        }
    }
    // A wrong signature beside a right one takes nothing from it; neither does another alphabet, nor what nobody asked for.
    let mut beside = good.clone();
    beside["signatures"] =
        json!([{ "keyid": known().public().id(), "sig": "" }, good["signatures"][0], { "sig": "AA==" }]);
    beside["payload"] = json!(URL_SAFE.encode(statement.to_json()));
    beside["unasked"] = json!({ "a": [1] });
    assert_eq!(judge(beside.to_string().as_bytes(), &statement, &[known().public()]), trusted(&known()));
}
