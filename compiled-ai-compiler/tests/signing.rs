//! Signatures: what is written, and that nothing that an attacker may write in its place is taken for it.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use compiled_ai_compiler::locking;
use compiled_ai_compiler::signing::{
    Envelope, PAYLOAD_TYPE, PREDICATE_TYPE, PrivateKey, PublicKey, Signature, Signed, Standing, Statement, judge,
    pre_authentication_encoding, read_trusted, sign, standing,
};
use compiled_ai_core::lock::{
    ARTIFACT_FILE, ARTIFACT_NEXT, Accuracies, Accuracy, COMPONENT_FILE, ExampleCounts, LOCK_FILE, Lock, LockedSpec,
    Made, SIGNATURE_FILE, Score, VERSION,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

const ARTIFACT: &str = "pub fn run(input: Input) -> Result<Output, Abstain> {\n    Ok(input.n)\n}\n";
/// The private key of RFC 8410, section 10.3. A test key that everybody has.
const KNOWN: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";

fn known() -> PrivateKey {
    PrivateKey::from_pem(KNOWN).unwrap()
}

/// Something locked; test data, no model took part.
fn locked() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), ARTIFACT);
    folder
}

fn write(folder: &Path, source: &str) {
    locking::write(folder, lock(), locking::Artifact { source, component: None }).unwrap();
}

fn lock() -> Lock {
    let accuracy = |right, of| Accuracy { examples: Score::new(right, of), abstained: 0, fields: BTreeMap::new() };
    Lock {
        version: VERSION,
        spec: LockedSpec {
            file: "double.yaml".into(),
            name: "double".into(),
            hash: "sha256:00".into(),
            parts: BTreeMap::new(),
        },
        artifact: BTreeMap::new(),
        made: Made {
            compiler: "0.1.0".into(),
            gate: "gate-1".into(),
            kit: "0.1.0".into(),
            toolchain: "rustc 1.95.0".into(),
            target: "rust".into(),
            provider: "replay".into(),
            model: String::new(),
            prompt: "1".into(),
            component: None,
        },
        examples: ExampleCounts { shown: 3, in_prompt: 3, held_out: 1 },
        accuracy: Accuracies { shown: accuracy(3, 3), held_out: Some(accuracy(1, 1)) },
        attempts: vec![],
        coverage: None,
    }
}

fn read(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap()
}

fn envelope(folder: &Path) -> Envelope {
    Envelope::parse(read(folder, SIGNATURE_FILE).as_bytes()).unwrap()
}

fn trusted(key: &PrivateKey) -> Standing {
    Standing::Trusted { keyid: key.public().id() }
}

#[test]
fn the_statement_and_the_envelope() {
    let folder = locked();
    assert_eq!(sign(folder.path(), &known()).unwrap(), Signed::Written { kept: 0, replaced: false });
    let envelope = envelope(folder.path());
    let payload: Value = serde_json::from_slice(&envelope.payload).unwrap();
    // The hash of the lock differs between versions of its format.
    let payload = serde_json::to_string_pretty(&payload).unwrap();
    let hash = compiled_ai_core::hash::Hash::of(read(folder.path(), LOCK_FILE));
    insta::assert_snapshot!(payload.replace(hash.as_str().trim_start_matches("sha256:"), "[hash of lock.toml]"));
    assert_eq!(envelope.payload_type, PAYLOAD_TYPE);
    let message =
        [format!("DSSEv1 28 {PAYLOAD_TYPE} {} ", envelope.payload.len()).as_bytes(), &envelope.payload].concat();
    assert_eq!(envelope.signatures.len(), 1);
    assert!(known().public().verifies(&message, &envelope.signatures[0].sig));
}

#[test]
fn the_same_files_and_key_give_the_same_bytes() {
    let (one, two) = (locked(), locked());
    for folder in [&one, &two] {
        sign(folder.path(), &known()).unwrap();
    }
    let bytes = read(one.path(), SIGNATURE_FILE);
    assert_eq!(bytes, read(two.path(), SIGNATURE_FILE));
    assert_eq!(sign(one.path(), &known()).unwrap(), Signed::Current);
    assert_eq!(bytes, read(one.path(), SIGNATURE_FILE));
}

#[test]
fn who_signed_decides() {
    let (folder, other) = (locked(), PrivateKey::generate().unwrap());
    assert_eq!(standing(folder.path(), &[known().public()]), Standing::Unsigned);
    sign(folder.path(), &other).unwrap();
    assert_eq!(standing(folder.path(), &[]), Standing::Unknown { keyids: vec![other.public().id()] });
    assert_eq!(standing(folder.path(), &[known().public()]), Standing::Unknown { keyids: vec![other.public().id()] });
    assert_eq!(standing(folder.path(), &[known().public(), other.public()]), trusted(&other));
    assert_eq!(sign(folder.path(), &known()).unwrap(), Signed::Written { kept: 1, replaced: false });
    assert_eq!(standing(folder.path(), &[known().public()]), trusted(&known()), "one of several is enough");
    assert_eq!(standing(folder.path(), &[other.public()]), trusted(&other), "the first one stayed");
    let ids: Vec<String> = envelope(folder.path()).signatures.into_iter().map(|signature| signature.keyid).collect();
    assert!(ids.is_sorted(), "whoever signs last, the bytes are the same");
}

#[test]
fn what_is_locked_anew_has_no_signature() {
    let folder = locked();
    sign(folder.path(), &known()).unwrap();
    write(folder.path(), "fn other() {}\n");
    assert!(!folder.path().join(SIGNATURE_FILE).exists());
    assert_eq!(standing(folder.path(), &[known().public()]), Standing::Unsigned);
}

#[test]
fn a_kill_between_the_two_renames_leaves_no_signature_after_tidying() {
    let folder = locked();
    sign(folder.path(), &known()).unwrap();
    let signature = read(folder.path(), SIGNATURE_FILE);
    // As it is when the new lock stands and nothing else was done yet.
    write(folder.path(), "fn other() {}\n");
    std::fs::rename(folder.path().join(ARTIFACT_FILE), folder.path().join(ARTIFACT_NEXT)).unwrap();
    std::fs::write(folder.path().join(ARTIFACT_FILE), ARTIFACT).unwrap();
    std::fs::write(folder.path().join(SIGNATURE_FILE), signature).unwrap();
    assert!(matches!(standing(folder.path(), &[known().public()]), Standing::DoesNotFit { .. }));
    locking::settle(folder.path()).unwrap();
    assert_eq!(standing(folder.path(), &[known().public()]), Standing::Unsigned);
    assert_eq!(read(folder.path(), ARTIFACT_FILE), "fn other() {}\n");
}

#[test]
fn an_artifact_that_waits_for_its_place_is_what_is_signed() {
    let folder = locked();
    std::fs::rename(folder.path().join(ARTIFACT_FILE), folder.path().join(ARTIFACT_NEXT)).unwrap();
    std::fs::write(folder.path().join(ARTIFACT_FILE), "old").unwrap();
    let statement = Statement::of_folder(folder.path()).unwrap();
    assert_eq!(statement, about(&lock_of(folder.path()), &read(folder.path(), LOCK_FILE), ARTIFACT.as_bytes()));
}

fn about(lock: &Lock, text: &str, artifact: &[u8]) -> Statement {
    Statement::of(lock, text, &[(ARTIFACT_FILE, artifact.to_vec())])
}

fn lock_of(folder: &Path) -> Lock {
    Lock::parse(&read(folder, LOCK_FILE)).unwrap()
}

#[test]
fn a_component_is_signed_too() {
    let (folder, keys) = (locked(), [known().public()]);
    sign(folder.path(), &known()).unwrap();
    std::fs::write(folder.path().join(COMPONENT_FILE), b"\0asm").unwrap();
    assert_fits_not(&standing(folder.path(), &keys), "other files");
    let files = locking::Artifact { source: ARTIFACT, component: Some(b"\0asm") };
    locking::write(folder.path(), lock(), files).unwrap();
    sign(folder.path(), &known()).unwrap();
    assert_eq!(standing(folder.path(), &keys), trusted(&known()));
    std::fs::write(folder.path().join(COMPONENT_FILE), b"\0ASM").unwrap();
    assert_fits_not(&standing(folder.path(), &keys), "`artifact.wasm` is not what was signed");
    std::fs::remove_file(folder.path().join(COMPONENT_FILE)).unwrap();
    assert_fits_not(&standing(folder.path(), &keys), "what is locked can't be read");
}

#[test]
fn files_that_changed_after_they_were_signed() {
    for (file, why) in
        [(ARTIFACT_FILE, "`artifact.rs` is not what was signed"), (LOCK_FILE, "`lock.toml` is not what was signed")]
    {
        let folder = locked();
        sign(folder.path(), &known()).unwrap();
        std::fs::write(folder.path().join(file), read(folder.path(), file) + "\n").unwrap();
        assert_fits_not(&standing(folder.path(), &[known().public()]), why);
        std::fs::remove_file(folder.path().join(file)).unwrap();
        assert_fits_not(&standing(folder.path(), &[known().public()]), "what is locked can't be read");
    }
}

#[track_caller]
fn assert_fits_not(standing: &Standing, why: &str) {
    match standing {
        Standing::DoesNotFit { why: said } if said.contains(why) => {}
        other => panic!("{other:?} instead of {why:?}"),
    }
}

/// A statement, and an envelope over it by the known key, as JSON.
fn good() -> (Statement, Value) {
    let text = lock().to_toml();
    let statement = about(&lock(), &text, ARTIFACT.as_bytes());
    let envelope = signed(&statement.to_json(), PAYLOAD_TYPE, &known());
    (statement, serde_json::from_str(&envelope.to_json()).unwrap())
}

fn signed(payload: &[u8], payload_type: &str, key: &PrivateKey) -> Envelope {
    let sig = key.sign(&pre_authentication_encoding(payload_type, payload)).to_vec();
    let signatures = vec![Signature { keyid: key.public().id(), sig }];
    Envelope { payload: payload.to_vec(), payload_type: payload_type.to_owned(), signatures }
}

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

#[test]
fn what_no_signature_can_be_is_no_panic() {
    let folder = locked();
    std::fs::create_dir(folder.path().join(SIGNATURE_FILE)).unwrap();
    assert_fits_not(&standing(folder.path(), &[]), "it can't be read");
    std::fs::remove_dir(folder.path().join(SIGNATURE_FILE)).unwrap();
    std::fs::write(folder.path().join(SIGNATURE_FILE), vec![b' '; 10 << 20]).unwrap();
    assert_fits_not(&standing(folder.path(), &[]), "larger than");
    assert_eq!(sign(folder.path(), &known()).unwrap(), Signed::Written { kept: 0, replaced: true });
    assert_eq!(standing(folder.path(), &[known().public()]), trusted(&known()));
}

#[test]
fn lists_of_trusted_keys() {
    let folder = tempfile::tempdir().unwrap();
    let key = known().public();
    let read = |name: &str, text: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        read_trusted(&file)
            .map_err(|error| error.problems[0].message.replace(&folder.path().display().to_string(), "[folder]"))
    };
    assert_eq!(read("keys", &format!("# who may sign\n\n{key}  # me\n")), Ok(vec![key.clone()]));
    assert_eq!(read("keys", ""), Ok(vec![]));
    let toml = format!("provider = \"of a later version\"\n[signing]\nkey_env = \"KEY\"\ntrusted = [\"{key}\"]\n");
    assert_eq!(read("keys.toml", &toml), Ok(vec![key]));
    assert_eq!(read("keys.toml", "attempts = 2\n"), Ok(vec![]));
    let wrong = [
        read("keys", "ed25519:AAAA\nssh-ed25519 AAAA\ned25519:AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"),
        read("keys", KNOWN),
        read("keys", &format!("{}\n", known().public()).repeat(65)),
        read("keys.toml", "[signing]\ntrusted = \"MC4CAQAwBQ\"\n"),
        read("keys.toml", "[signing]\nkey = \"MC4CAQAwBQ\"\n"),
        read("keys.toml", "[signing]\nkey_env = \"-----BEGIN PRIVATE KEY-----\"\n"),
        read("keys.toml", "[[["),
    ]
    .map(|result| result.expect_err("no keys"));
    assert!(wrong.iter().all(|message| !message.contains("MC4C")), "{wrong:?}");
    insta::assert_snapshot!(wrong.join("\n"));
    assert!(read_trusted(&folder.path().join("none")).is_err());
    assert!(PublicKey::parse(PREDICATE_TYPE).is_err());
}

proptest! {
    /// Whatever bytes are changed, cut out or put in: no panic, and what is trusted states what is locked, signed by the key.
    #[test]
    fn a_changed_envelope_is_trusted_only_for_what_was_signed(
        at in any::<prop::sample::Index>(), cut in 0usize..40, put in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let (statement, good) = good();
        let mut bytes = serde_json::to_vec_pretty(&good).unwrap();
        let start = at.index(bytes.len());
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, put);
        if judge(&bytes, &statement, &[known().public()]) == trusted(&known()) {
            let envelope = Envelope::parse(&bytes).unwrap();
            prop_assert_eq!(&envelope.payload, &statement.to_json());
            let message = pre_authentication_encoding(PAYLOAD_TYPE, &statement.to_json());
            prop_assert!(envelope.signatures.iter().any(|signature| known().public().verifies(&message, &signature.sig)));
        }
    }

    /// Bytes that nobody signed are never trusted.
    #[test]
    fn any_bytes_are_no_signature(bytes in prop::collection::vec(any::<u8>(), 0..2000), payload in any::<Vec<u8>>(),
        payload_type in "\\PC*", keyid in "\\PC*", sig in prop::collection::vec(any::<u8>(), 0..70)) {
        let (statement, _) = good();
        let keys = [known().public()];
        prop_assert_eq!(judge(&bytes, &statement, &keys).name(), "does-not-fit");
        let signatures = vec![Signature { keyid, sig }];
        let envelope = Envelope { payload, payload_type, signatures: signatures.clone() };
        prop_assert_eq!(judge(envelope.to_json().as_bytes(), &statement, &keys).name(), "does-not-fit");
        let envelope = Envelope { payload: statement.to_json(), payload_type: PAYLOAD_TYPE.to_owned(), signatures };
        prop_assert_ne!(judge(envelope.to_json().as_bytes(), &statement, &keys).name(), "signed");
    }

    /// Whatever is changed in a file, its signature does not fit any more.
    #[test]
    fn a_changed_file_has_no_signature(at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let (_, good) = good();
        let mut artifact = ARTIFACT.as_bytes().to_vec();
        let at = at.index(artifact.len());
        prop_assume!(artifact[at] != to);
        artifact[at] = to;
        let statement = about(&lock(), &lock().to_toml(), &artifact);
        let standing = judge(good.to_string().as_bytes(), &statement, &[known().public()]);
        prop_assert_eq!(standing.name(), "does-not-fit");
    }
}
