//! The same by chance: whatever the bytes, no panic and no trust that nobody gave.

use compiled_ai_compiler::signing::{Envelope, PAYLOAD_TYPE, Signature, judge, pre_authentication_encoding};
use proptest::prelude::*;

use super::{ARTIFACT, about, good, known, lock, trusted};

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
