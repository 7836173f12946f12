//! Hashes, ciphers and random numbers that are written by hand: weak ones by what is known of them, and what they are used for.

mod arithmetic;
mod generated;
mod known;

use std::collections::BTreeSet;
use std::ptr::from_ref;

use compiled_ai_core::codes::gate::CRYPTOGRAPHY;
use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, File};

use arithmetic::{Arithmetic, holds_cycled, is_cycled, unparen};
use generated::{is_drawn, is_generator};
use known::{BROKEN_NAMES, KNOWN, Kind};

use super::names;
use super::words::Words;
use crate::validate::security::literals::Reader;
use crate::validate::security::place::span_of;
use crate::validate::security::refusal::Refusals;

/// Looks at the numbers, names and operations of a file.
pub(super) fn check(file: &File, reader: &Reader<'_>, words: &Words, refusals: &mut Refusals) {
    let mut facts = Facts::new(reader);
    facts.words(words);
    facts.visit_file(file);
    let is_sensitive = facts.sensitive;
    for (name, kind, cwe, lists) in KNOWN {
        let found =
            lists.iter().find(|list| list.iter().all(|number| words.numbers.iter().any(|(known, _)| known == number)));
        let Some(list) = found else { continue };
        // Small numbers are not proof: they must stand where something is hashed.
        if list.iter().all(|number| *number < 70_000) && !facts.mixes {
            continue;
        }
        let Some((_, at)) = words.numbers.iter().find(|(known, _)| list.contains(known)) else { continue };
        let (message, help) = match kind {
            Kind::Broken => (
                format!("{name} is broken"),
                "a caller with a library of cryptography computes it; return what it needs",
            ),
            Kind::Checksum if is_sensitive => (
                format!("{name} protects no password, token or signature"),
                "return the text; the caller hashes or signs it with a library of cryptography",
            ),
            Kind::Random if is_sensitive => (
                format!("{name} makes numbers that can be foretold"),
                "take a token from `input`; the caller makes it with a generator of cryptography",
            ),
            _ => continue,
        };
        refusals.add(CRYPTOGRAPHY, Some(*cwe), *at, message, help);
    }
    for (name, at) in &facts.functions {
        let words = names::words(name);
        let broken = BROKEN_NAMES
            .iter()
            .find(|(broken, _)| words.iter().any(|word| word == broken) || words.concat() == *broken);
        if let Some((broken, cwe)) = broken {
            // `des` is an ending and a word, too.
            if *broken != "des" || facts.mixes {
                let message = format!("{} is broken", broken.to_uppercase());
                refusals.add(
                    CRYPTOGRAPHY,
                    Some(*cwe),
                    *at,
                    message,
                    "the caller computes it with a library of cryptography",
                );
            }
        }
    }
    if let Some(at) = facts.keyed_xor.or(facts.zipped.filter(|_| facts.xors)) {
        let help = "the caller encrypts with a library of cryptography";
        refusals.add(CRYPTOGRAPHY, Some(327), at, "an exclusive or with a key that repeats hides nothing", help);
    }
    for (at, cwe, message) in std::mem::take(&mut facts.homemade) {
        if cwe != 328 || is_sensitive {
            let help = "the caller hashes, signs or encrypts with a library of cryptography";
            refusals.add(CRYPTOGRAPHY, Some(cwe), at, message, help);
        }
    }
    if let Some(at) = facts.permutes {
        refusals.add(
            CRYPTOGRAPHY,
            Some(327),
            at,
            "RC4 is broken",
            "the caller encrypts with a library of cryptography",
        );
    }
    if let Some(at) = facts.rotates.filter(|_| facts.hides) {
        let help = "the caller hashes or encrypts with a library of cryptography";
        refusals.add(CRYPTOGRAPHY, Some(327), at, "shifted letters hide nothing", help);
    }
    if let Some(at) = facts.shifts.filter(|_| facts.sensitive) {
        let help = "take a token from `input`; the caller makes it with a generator of cryptography";
        refusals.add(CRYPTOGRAPHY, Some(338), at, "xorshift makes numbers that can be foretold", help);
    }
    if let Some(at) = facts.generated.filter(|_| facts.sensitive) {
        let help = "take a token from `input`; the caller makes it with a generator of cryptography";
        refusals.add(CRYPTOGRAPHY, Some(338), at, "numbers that can be foretold", help);
    }
    let hashes = ["hash", "hashed", "digest"];
    if let Some(at) = facts.stirs
        && words.names(&["password", "passwd", "passphrase", "pw", "pwd"])
        && (words.names(&hashes) || words.say_any(&hashes))
    {
        let help = "the caller hashes passwords with a library of cryptography";
        refusals.add(CRYPTOGRAPHY, Some(328), at, "a hash that is made by hand protects no password", help);
    }
    if let Some(at) = facts.hidden() {
        let help = "write the text as it is, if it is one that may be in code";
        refusals.add(compiled_ai_core::codes::gate::LITERAL, Some(506), at, "a text that is hidden in numbers", help);
    }
    for at in facts.computed {
        let help = "take it from `input`; the caller makes it with a generator of cryptography";
        refusals.add(CRYPTOGRAPHY, Some(330), at, "a secret that is computed from what everybody knows", help);
    }
}

struct Facts<'r> {
    reader: &'r Reader<'r>,
    /// Lists of bytes, and the numbers that stand beside an exclusive or.
    tables: Vec<(Vec<u8>, Span)>,
    keys: BTreeSet<u8>,
    functions: Vec<(String, Span)>,
    /// Something is named like what must not be guessed or forged.
    sensitive: bool,
    /// A password or a secret is hidden.
    hides: bool,
    /// Values are mixed: multiplied and added with wrapping, shifted, or put together by exclusive or.
    mixes: bool,
    keyed_xor: Option<Span>,
    zipped: Option<Span>,
    /// Lists that are zipped with weights, by their addresses.
    weighted: BTreeSet<*const syn::ExprMethodCall>,
    xors: bool,
    permutes: Option<Span>,
    rotates: Option<Span>,
    shifts: Option<Span>,
    computed: Vec<Span>,
    /// Functions that are named for hashing or encrypting, and do so by hand.
    homemade: Vec<(Span, u32, &'static str)>,
    arithmetic: Arithmetic,
    shift_kinds: BTreeSet<bool>,
    /// Numbers that follow from the one before alone, and signs that are drawn by a product.
    generated: Option<Span>,
    /// Bits are stirred as hashes do.
    stirs: Option<Span>,
}

impl<'r> Facts<'r> {
    fn new(reader: &'r Reader<'r>) -> Self {
        Self {
            reader,
            tables: vec![],
            keys: BTreeSet::new(),
            functions: vec![],
            sensitive: false,
            hides: false,
            mixes: false,
            keyed_xor: None,
            zipped: None,
            weighted: BTreeSet::new(),
            xors: false,
            permutes: None,
            rotates: None,
            shifts: None,
            computed: vec![],
            homemade: vec![],
            arithmetic: Arithmetic::default(),
            shift_kinds: BTreeSet::new(),
            generated: None,
            stirs: None,
        }
    }

    /// A list of bytes that an exclusive or turns into text.
    fn hidden(&self) -> Option<Span> {
        let is_text = |bytes: &[u8], key: u8| {
            bytes.iter().all(|byte| (byte ^ key).is_ascii_graphic() || byte ^ key == b' ')
                && bytes.iter().filter(|byte| (*byte ^ key).is_ascii_alphabetic()).count() * 2 >= bytes.len()
        };
        self.tables.iter().find(|(bytes, _)| self.keys.iter().any(|key| is_text(bytes, *key))).map(|(_, at)| *at)
    }

    /// What the names and texts of the file say.
    fn words(&mut self, words: &Words) {
        self.sensitive = words.idents.values().any(|words| names::are_sensitive(words)) || words.say_sensitive();
        self.hides = words.idents.values().any(|words| names::are_secret(words))
            || words.names(&["encrypt", "encrypted", "decrypt", "obfuscate"])
            || words.say_any(&["password", "encrypted", "secret"]);
    }
}

impl<'f> Visit<'f> for Facts<'_> {
    fn visit_item_fn(&mut self, function: &'f syn::ItemFn) {
        self.functions.push((function.sig.ident.to_string(), function.sig.ident.span()));
        let within = self.arithmetic_of(|this| visit::visit_item_fn(this, function));
        self.by_hand(&function.sig.ident, within);
    }

    fn visit_impl_item_fn(&mut self, function: &'f syn::ImplItemFn) {
        self.functions.push((function.sig.ident.to_string(), function.sig.ident.span()));
        let within = self.arithmetic_of(|this| visit::visit_impl_item_fn(this, function));
        self.by_hand(&function.sig.ident, within);
    }

    fn visit_item_struct(&mut self, item: &'f syn::ItemStruct) {
        self.functions.push((item.ident.to_string(), item.ident.span()));
        visit::visit_item_struct(self, item);
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        let within = self.arithmetic_of(|this| visit::visit_local(this, local));
        if let syn::Pat::Ident(name) = &local.pat
            && within.multiplies
            && within.reduces
            && is_made_secret(&name.ident.to_string())
        {
            self.computed.push(name.ident.span());
        }
    }

    fn visit_macro(&mut self, mac: &'f syn::Macro) {
        let before = self.arithmetic;
        super::each_argument(self.reader, mac, &mut |argument| self.look(argument));
        self.arithmetic = before;
    }

    fn visit_expr(&mut self, expr: &'f Expr) {
        self.one(expr);
        self.arithmetic.add(expr);
        visit::visit_expr(self, expr);
    }
}

impl Facts<'_> {
    /// The arithmetic in what `visit` goes through, which is in what is around it too.
    fn arithmetic_of(&mut self, visit: impl FnOnce(&mut Self)) -> Arithmetic {
        let before = std::mem::take(&mut self.arithmetic);
        visit(self);
        let within = self.arithmetic;
        self.arithmetic = before.or(within);
        within
    }

    fn by_hand(&mut self, name: &syn::Ident, arithmetic: Arithmetic) {
        let words = names::words(&name.to_string());
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        if arithmetic.xors && has(&["encrypt", "encrypted", "decrypt", "encipher", "decipher", "cipher", "crypt"]) {
            self.homemade.push((name.span(), 327, "an exclusive or encrypts nothing"));
        } else if arithmetic.multiplies
            && has(&["hash", "digest", "mac", "hmac", "fingerprint", "sign", "signature", "derive"])
        {
            self.homemade.push((name.span(), 328, "a hash that is made by hand protects nothing"));
        }
    }

    /// An expression that does not live as long as the file.
    fn look(&mut self, expr: &Expr) {
        Visit::visit_expr(self, expr);
    }

    fn one(&mut self, expr: &Expr) {
        match expr {
            Expr::Array(array) if (6..=512).contains(&array.elems.len()) && self.tables.len() < 64 => {
                let byte =
                    |element: &Expr| super::operands::number(element).and_then(|number| u8::try_from(number).ok());
                if let Some(bytes) = array.elems.iter().map(byte).collect::<Option<Vec<u8>>>() {
                    self.tables.push((bytes, array.bracket_token.span.join()));
                }
            }
            Expr::Binary(e) => {
                let is_xor = matches!(e.op, BinOp::BitXor(_) | BinOp::BitXorAssign(_));
                self.mixes |= is_xor || matches!(e.op, BinOp::Shl(_) | BinOp::Shr(_));
                self.xors |= is_xor;
                if is_xor {
                    for side in [&e.left, &e.right] {
                        let key = super::operands::number(side).and_then(|number| u8::try_from(number).ok());
                        let key = key.or_else(|| super::operands::literal(side).and_then(|text| text.bytes().next()));
                        if self.keys.len() < 16 {
                            self.keys.extend(key.filter(|key| *key != 0));
                        }
                        if is_cycled(side) && self.keyed_xor.is_none() {
                            self.keyed_xor = Some(span_of(&e.left));
                        }
                    }
                    // `x ^= x << 13; x ^= x >> 7`.
                    if let Expr::Binary(shift) = unparen(&e.right)
                        && matches!(shift.op, BinOp::Shl(_) | BinOp::Shr(_))
                        && *e.left == *unparen(&shift.left)
                    {
                        self.shift_kinds.insert(matches!(shift.op, BinOp::Shl(_)));
                        if self.shift_kinds.len() == 2 && self.shifts.is_none() {
                            self.shifts = Some(span_of(&e.left));
                        }
                    }
                }
                // `(j + s[i] + key[i % key.len()]) % 256`.
                if matches!(e.op, BinOp::Rem(_) | BinOp::BitAnd(_)) && holds_cycled(&e.left) && self.permutes.is_none()
                {
                    self.permutes = Some(span_of(&e.left));
                }
                // `c + 13`, `(c - 'a' + 13) % 26`.
                let is_thirteen = |expr: &Expr| super::operands::number(expr) == Some(13);
                if matches!(e.op, BinOp::Add(_) | BinOp::Sub(_)) && is_thirteen(&e.right)
                    || matches!(e.op, BinOp::Rem(_)) && super::operands::number(&e.right) == Some(26)
                {
                    self.rotates.get_or_insert(span_of(&e.left));
                }
            }
            Expr::Assign(e) if is_generator(e) => _ = self.generated.get_or_insert(span_of(&e.left)),
            Expr::Index(e) if is_drawn(e) => _ = self.generated.get_or_insert(span_of(&e.expr)),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                if matches!(name.as_str(), "wrapping_mul" | "rotate_left" | "rotate_right") {
                    self.stirs.get_or_insert(call.method.span());
                }
                self.mixes |= matches!(
                    name.as_str(),
                    "wrapping_mul" | "rotate_left" | "rotate_right" | "wrapping_neg" | "wrapping_add"
                );
                // `data.zip(key.cycle())` beside an exclusive or.
                let is_cycled = |argument: &Expr| matches!(argument, Expr::MethodCall(call) if call.method == "cycle");
                let is_key =
                    |call: &syn::ExprMethodCall| call.method == "zip" && call.args.first().is_some_and(is_cycled);
                if is_key(call) && !self.weighted.contains(&from_ref(call)) {
                    self.zipped.get_or_insert(call.method.span());
                }
                // `digits.zip(weights.cycle()).map(|(digit, weight)| digit * weight)`.
                if let (Expr::MethodCall(zip), Some(Expr::Closure(closure))) = (&*call.receiver, call.args.last())
                    && is_key(zip)
                    && matches!(&*closure.body, Expr::Binary(e) if matches!(e.op, BinOp::Mul(_)))
                {
                    self.weighted.insert(from_ref(zip));
                }
            }
            _ => {}
        }
    }
}

/// Names of what is made up so that nobody else knows it.
fn is_made_secret(name: &str) -> bool {
    let words = names::words(name);
    words.iter().any(|word| {
        matches!(word.as_str(), "otp" | "totp" | "nonce" | "salt" | "csrf" | "password" | "secret" | "captcha")
    }) || words.len() > 1
        && words.iter().any(|word| {
            matches!(word.as_str(), "token" | "session" | "reset" | "invite" | "verification" | "pin" | "access")
        })
        && words.iter().any(|word| matches!(word.as_str(), "id" | "code" | "key" | "token" | "pin"))
        || words == ["token"]
}
