//! Keys: ed25519 (RFC 8032), private ones as PKCS#8 in PEM (RFC 8410), public ones as `ed25519:` and Base64.

use std::fmt;
use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use compiled_ai_core::hash::Hash;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, KeypairBytes};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

/// What a public key begins with.
const PREFIX: &str = "ed25519:";

/// Why a text is no key. It never holds a part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusable(pub &'static str);

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A key that checks signatures. Shown as `ed25519:` and the Base64 of its 32 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads `ed25519:` and the Base64 of 32 bytes.
    ///
    /// # Errors
    /// It is something else, no point of the curve, or one of the few for which anybody can make signatures.
    pub fn parse(text: &str) -> Result<Self, Unusable> {
        let encoded = text.strip_prefix(PREFIX).ok_or(Unusable("a public key begins with `ed25519:`"))?;
        let bytes = STANDARD.decode(encoded).map_err(|_| Unusable("after `ed25519:` there is no Base64"))?;
        let bytes = bytes.try_into().map_err(|_| Unusable("a public key has 32 bytes"))?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| Unusable("it is not a point of the curve"))?;
        if key.is_weak() {
            return Err(Unusable("it is a point of small order, for which anybody can make signatures"));
        }
        Ok(Self(key))
    }

    /// The SHA-256 of its 32 bytes, as 64 hexadecimal digits: the `keyid` in an envelope.
    pub fn id(&self) -> String {
        Hash::of(self.0.as_bytes()).as_str().trim_start_matches("sha256:").to_owned()
    }

    /// Whether `signature` is one over `message`, by the strict rules: no small order, no second form of the same signature.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", STANDARD.encode(self.0.as_bytes()))
    }
}

/// A key that signs. It is wiped from memory when it is dropped, and shows nothing of itself.
pub struct PrivateKey(SigningKey);

impl PrivateKey {
    /// A new key, from the system's source of randomness.
    ///
    /// # Errors
    /// The system has none.
    pub fn generate() -> io::Result<Self> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|error| io::Error::other(error.to_string()))?;
        let key = Self(SigningKey::from_bytes(&seed));
        seed.fill(0);
        Ok(key)
    }

    /// Reads PKCS#8 in PEM, as `openssl genpkey -algorithm ed25519` writes it.
    ///
    /// # Errors
    /// It is something else.
    pub fn from_pem(text: &str) -> Result<Self, Unusable> {
        let text = text.trim();
        if text.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY") {
            return Err(Unusable("the key is encrypted; take the passphrase off with `openssl pkey`"));
        }
        if !text.starts_with("-----BEGIN PRIVATE KEY-----") {
            return Err(Unusable("it does not begin with `-----BEGIN PRIVATE KEY-----`"));
        }
        SigningKey::from_pkcs8_pem(text).map(Self).map_err(|_| Unusable("it is not an ed25519 key in PKCS#8"))
    }

    /// The key in PEM, in the form without the public key, which every version of OpenSSL reads.
    ///
    /// # Errors
    /// It can't be encoded.
    pub fn to_pem(&self) -> Result<impl AsRef<[u8]> + use<>, Unusable> {
        let bytes = KeypairBytes { secret_key: self.0.to_bytes(), public_key: None };
        let pem = bytes.to_pkcs8_pem(LineEnding::LF).map_err(|_| Unusable("the key can't be encoded"))?;
        Ok(Pem(pem))
    }

    /// The key that checks its signatures.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The signature over `message`; the same each time.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey")
    }
}

/// A text that wipes itself.
struct Pem<T>(T);

impl<T: std::ops::Deref<Target = String>> AsRef<[u8]> for Pem<T> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The private key of RFC 8410, section 10.3, and the public key of section 10.1, which belong together.
    const PRIVATE: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
    const PUBLIC: &str = "ed25519:Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    #[test]
    fn the_keys_of_the_standard_are_read_and_written() {
        let key = PrivateKey::from_pem(PRIVATE).unwrap();
        assert_eq!(key.public().to_string(), PUBLIC);
        assert_eq!(key.to_pem().unwrap().as_ref(), PRIVATE.as_bytes());
        assert_eq!(PublicKey::parse(PUBLIC).unwrap(), key.public());
        assert_eq!(format!("{key:?}"), "PrivateKey", "nothing of it is shown");
    }

    #[test]
    fn a_new_key_is_another_one_each_time_and_survives_its_file() {
        let (one, two) = (PrivateKey::generate().unwrap(), PrivateKey::generate().unwrap());
        assert_ne!(one.public(), two.public());
        let pem = one.to_pem().unwrap();
        let again = PrivateKey::from_pem(std::str::from_utf8(pem.as_ref()).unwrap()).unwrap();
        assert_eq!(again.sign(b"a"), one.sign(b"a"));
        assert!(one.public().verifies(b"a", &again.sign(b"a")));
        assert!(!one.public().verifies(b"b", &again.sign(b"a")));
        assert!(!two.public().verifies(b"a", &again.sign(b"a")));
    }

    #[test]
    fn what_is_no_key_is_refused_without_repeating_it() {
        // The neutral element, a point of order 2 and one of order 8: any of them verifies chosen signatures.
        let weak = [
            "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "7P///////////////////////////////////////38=",
            "xxdqcD1N2E+6PAt2DRBnDyogU/osOczGTsf9d5KsA3o=",
        ];
        for weak in weak {
            let why = PublicKey::parse(&format!("ed25519:{weak}")).unwrap_err();
            assert!(why.0.contains("small order"), "{weak}: {why}");
        }
        for wrong in ["", "ed25519:", "ed25519:AAAA", "ed25519:*", &PUBLIC[8..], "rsa:AAAA", &format!("{PUBLIC} ")] {
            assert!(PublicKey::parse(wrong).is_err(), "{wrong}");
        }
        let cut = &PRIVATE[..70];
        for wrong in
            ["", "secret", cut, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nsecret", &PRIVATE.replace("MC4C", "MC4D")]
        {
            let why = PrivateKey::from_pem(wrong).unwrap_err();
            assert!(!why.0.contains("secret") && !why.0.contains("MC4"), "{why}");
        }
    }
}
