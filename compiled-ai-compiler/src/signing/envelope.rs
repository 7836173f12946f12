//! The DSSE envelope: a payload, its type, and signatures over both.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use serde::{Deserialize, Serialize};

use super::LARGEST;

/// The type of an in-toto statement in JSON.
pub const PAYLOAD_TYPE: &str = "application/vnd.in-toto+json";

/// More signatures than anybody has signers.
const MOST_SIGNATURES: usize = 16;

/// What stands in `lock.dsse.json`, decoded. Nothing in it is to be believed before a signature fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The statement's bytes.
    pub payload: Vec<u8>,
    /// What the payload is; [`PAYLOAD_TYPE`] in ours.
    pub payload_type: String,
    /// At least one.
    pub signatures: Vec<Signature>,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signature {
    /// A hint at the key, which is not signed; may be empty.
    pub keyid: String,
    /// The signature's bytes.
    pub sig: Vec<u8>,
}

/// Why a file is no envelope. It never holds a part of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed(pub String);

#[derive(Serialize, Deserialize)]
struct Encoded {
    payload: String,
    #[serde(rename = "payloadType")]
    payload_type: String,
    signatures: Vec<EncodedSignature>,
}

#[derive(Serialize, Deserialize)]
struct EncodedSignature {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    keyid: String,
    sig: String,
}

impl Envelope {
    /// Reads a file. As the standard asks, fields that it does not name are ignored; a field that stands twice is an error.
    ///
    /// # Errors
    /// It is no envelope, has no signature, or is larger than any real one.
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        let malformed = |why: &str| Malformed(why.to_owned());
        if bytes.len() as u64 > LARGEST {
            return Err(Malformed(format!("it has more than {LARGEST} bytes")));
        }
        // Only the place: what stands there is whoever's.
        let encoded: Encoded = serde_json::from_slice(bytes).map_err(|error| {
            Malformed(format!("it is no DSSE envelope: line {}, column {}", error.line(), error.column()))
        })?;
        if encoded.signatures.is_empty() {
            return Err(malformed("it holds no signature"));
        }
        if encoded.signatures.len() > MOST_SIGNATURES {
            return Err(Malformed(format!("it holds more than {MOST_SIGNATURES} signatures")));
        }
        let payload = decode(&encoded.payload).ok_or_else(|| malformed("its payload is no Base64"))?;
        let signatures: Option<Vec<Signature>> = encoded
            .signatures
            .into_iter()
            .map(|EncodedSignature { keyid, sig }| Some(Signature { keyid, sig: decode(&sig)? }))
            .collect();
        let signatures = signatures.ok_or_else(|| malformed("a signature is no Base64"))?;
        Ok(Self { payload, payload_type: encoded.payload_type, signatures })
    }

    /// The text of the file.
    pub fn to_json(&self) -> String {
        let encoded = Encoded {
            payload: STANDARD.encode(&self.payload),
            payload_type: self.payload_type.clone(),
            signatures: self
                .signatures
                .iter()
                .map(|Signature { keyid, sig }| EncodedSignature { keyid: keyid.clone(), sig: STANDARD.encode(sig) })
                .collect(),
        };
        serde_json::to_string_pretty(&encoded).expect("texts can be written as JSON") + "\n"
    }

    /// What its signatures are over.
    pub fn signed(&self) -> Vec<u8> {
        pre_authentication_encoding(&self.payload_type, &self.payload)
    }
}

/// What is signed: `DSSEv1 LEN(type) type LEN(body) body`, from the
/// [protocol](https://github.com/secure-systems-lab/dsse/blob/master/protocol.md).
pub fn pre_authentication_encoding(payload_type: &str, body: &[u8]) -> Vec<u8> {
    let mut encoded = format!("DSSEv1 {} {payload_type} {} ", payload_type.len(), body.len()).into_bytes();
    encoded.extend_from_slice(body);
    encoded
}

/// Either alphabet, as the standard asks of who verifies.
fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).or_else(|_| URL_SAFE.decode(text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_that_of_the_standard() {
        // The test vector of the protocol.
        let encoded = pre_authentication_encoding("http://example.com/HelloWorld", b"hello world");
        assert_eq!(encoded, b"DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assert_eq!(pre_authentication_encoding("\u{e9}", b""), "DSSEv1 2 \u{e9} 0 ".as_bytes(), "lengths count bytes");
    }

    #[test]
    fn an_envelope_is_read_as_the_standard_says() {
        let text = r#"{"payload": "aGVsbG8gd29ybGQ=", "payloadType": "http://example.com/HelloWorld", "later": {"a": 1},
            "signatures": [{"sig": "-_8=", "cert": "x"}]}"#;
        let envelope = Envelope::parse(text.as_bytes()).unwrap();
        assert_eq!(envelope.payload, b"hello world");
        assert_eq!(envelope.signatures, [Signature { keyid: String::new(), sig: vec![0xfb, 0xff] }], "URL-safe too");
        assert_eq!(Envelope::parse(envelope.to_json().as_bytes()), Ok(envelope));
    }
}
