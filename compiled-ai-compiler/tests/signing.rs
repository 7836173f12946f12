//! Signatures: what is written, and that nothing that an attacker may write in its place is taken for it.

#[path = "signing/changed.rs"]
mod changed;
#[path = "signing/properties.rs"]
mod properties;

use std::collections::BTreeMap;
use std::path::Path;

use compiled_ai_compiler::locking;
use compiled_ai_compiler::signing::{
    Envelope, PAYLOAD_TYPE, PREDICATE_TYPE, PrivateKey, PublicKey, Signature, Signed, Standing, Statement,
    pre_authentication_encoding, read_trusted, sign, standing,
};
use compiled_ai_core::lock::{
    ARTIFACT_FILE, ARTIFACT_NEXT, Accuracies, Accuracy, COMPONENT_FILE, ExampleCounts, LOCK_FILE, Lock, LockedSpec,
    Made, SIGNATURE_FILE, Score, VERSION,
};
use serde_json::Value;
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
