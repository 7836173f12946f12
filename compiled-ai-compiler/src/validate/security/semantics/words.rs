//! What the texts and names of a whole file say together.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use compiled_ai_core::codes::gate::{BACK_DOOR, CRYPTOGRAPHY, DISCLOSURE, SECRET};
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Expr, File, Item, Lit, Pat};

use super::names;
use super::operands::literal;
use crate::validate::security::refusal::Refusals;

/// The texts of a file, and the ways in which they are used.
#[derive(Default)]
pub(super) struct Words {
    /// All texts.
    pub(super) texts: Vec<(String, Span)>,
    /// The words of each text that differs from those before.
    said: BTreeMap<String, Vec<String>>,
    /// Texts that something of the input is compared with, or searched for.
    pub(super) compared: Vec<(String, Span)>,
    /// Texts that input is taken apart at.
    pub(super) separators: Vec<(String, Span)>,
    /// All names, with their words.
    pub(super) idents: BTreeMap<String, Vec<String>>,
    /// All whole numbers.
    pub(super) numbers: Vec<(u128, Span)>,
}

impl Words {
    pub(super) fn of(file: &File) -> Self {
        let mut words = Self::default();
        words.visit_file(file);
        words
    }

    pub(super) fn tokens(&mut self, stream: proc_macro2::TokenStream) {
        for token in stream {
            match token {
                proc_macro2::TokenTree::Group(group) => self.tokens(group.stream()),
                proc_macro2::TokenTree::Ident(name) => self.visit_ident(&name),
                proc_macro2::TokenTree::Literal(literal) => self.visit_lit(&Lit::new(literal)),
                proc_macro2::TokenTree::Punct(_) => {}
            }
        }
    }

    /// Whether a name has one of these words.
    pub(super) fn names(&self, wanted: &[&str]) -> bool {
        self.idents.values().flatten().any(|word| wanted.contains(&word.as_str()))
    }

    /// Whether a short text says what must not be guessed or forged: `X-Signature`, `session=`, `one-time code`.
    pub(super) fn say_sensitive(&self) -> bool {
        self.said.iter().any(|(text, words)| text.len() <= 200 && names::are_sensitive(words))
    }

    /// Whether a text has one of these words.
    pub(super) fn say_any(&self, wanted: &[&str]) -> bool {
        self.said.values().flatten().any(|word| wanted.contains(&word.as_str()))
    }

    /// Whether a name, or a short text, has one of these words.
    pub(super) fn speak_of(&self, wanted: &[&str]) -> bool {
        self.names(wanted)
            || self
                .said
                .iter()
                .any(|(text, words)| text.len() <= 80 && words.iter().any(|word| wanted.contains(&word.as_str())))
    }

    /// Whether a name, or a short text, has this in it, in letters of any size.
    pub(super) fn hold(&self, wanted: &str) -> bool {
        let texts = self.said.keys().filter(|text| text.len() <= 200);
        self.idents.keys().chain(texts).any(|text| text.to_ascii_lowercase().contains(wanted))
    }

    fn says(&self, wanted: &[&str]) -> bool {
        self.said.values().any(|words| {
            words.iter().enumerate().any(|(index, word)| {
                let is_denied = index > 0 && matches!(words[index - 1].as_str(), "not" | "never" | "un" | "in" | "no");
                wanted.contains(&word.as_str()) && !is_denied
            })
        })
    }
}

impl<'f> Visit<'f> for Words {
    fn visit_ident(&mut self, name: &'f proc_macro2::Ident) {
        let name = name.to_string();
        if let Entry::Vacant(entry) = self.idents.entry(name) {
            let words = names::words(entry.key());
            entry.insert(words);
        }
    }

    fn visit_lit(&mut self, literal: &'f Lit) {
        match literal {
            Lit::Str(text) => {
                let (text, at) = (text.value(), text.span());
                if let Entry::Vacant(entry) = self.said.entry(text.clone()) {
                    entry.insert(names::words(&text));
                }
                self.texts.push((text, at));
            }
            Lit::Int(int) => {
                self.numbers.extend(int.base10_parse().ok().map(|number: u128| (number, int.span())));
            }
            _ => {}
        }
    }

    fn visit_macro(&mut self, mac: &'f syn::Macro) {
        self.visit_path(&mac.path);
        self.tokens(mac.tokens.clone());
    }
}

/// A token is taken apart at its dots and believed, while its signature is at most asked to be there.
pub(super) fn unverified_token(words: &Words, refusals: &mut Refusals) {
    let splits = words.separators.iter().any(|(text, _)| text == ".");
    let none = words.compared.iter().chain(&words.texts).find(|(text, _)| {
        if !text.as_bytes().windows(3).any(|three| three.eq_ignore_ascii_case(b"alg")) {
            return false;
        }
        let text = text.to_lowercase().replace(' ', "");
        text.contains("\"alg\":\"none\"") || text == "alg=none" || text == "alg:none"
    });
    if let Some((_, at)) = none {
        let help = "refuse tokens without a signature, and leave verifying the others to the caller";
        refusals.add(CRYPTOGRAPHY, Some(347), *at, "a token without a signature is taken", help);
        return;
    }
    let believes = words.says(&[
        "authenticated",
        "verified",
        "valid",
        "trusted",
        "authorized",
        "granted",
        "accepted",
        "welcome",
        "admin",
        "ok",
    ]);
    let is_token = words.names(&["jwt", "claims", "payload", "bearer", "jws"]);
    // What is compared with a signature that was computed is verified.
    let computes = words.names(&["expected", "hmac", "sha256", "verify", "computed", "digest"]);
    if splits
        && believes
        && is_token
        && !computes
        && let Some((_, at)) = words.separators.iter().find(|(text, _)| text == ".")
    {
        let help = "say that the token was not verified, and leave verifying to the caller";
        refusals.add(CRYPTOGRAPHY, Some(347), *at, "a token is believed whose signature nobody verifies", help);
    }
}

/// Dangerous types of files are listed, so that all others are let in.
pub(super) fn denied_types(words: &Words, refusals: &mut Refusals) {
    const DANGEROUS: &[&str] = &[
        ".exe", ".php", ".phtml", ".jsp", ".jspx", ".asp", ".aspx", ".sh", ".bat", ".cmd", ".cgi", ".pl", ".com",
        "exe", "php", "jsp", "asp", "aspx", "bat",
    ];
    let denied = words.compared.iter().find(|(text, _)| DANGEROUS.contains(&text.to_lowercase().as_str()));
    let uploads = words.says(&[
        "upload", "uploads", "uploaded", "accept", "accepted", "saved", "stored", "store", "allowed", "rejected",
        "denied", "blocked",
    ]);
    if let Some((_, at)) = denied.filter(|_| uploads) {
        let help = "list the types that are let in";
        refusals.add(BACK_DOOR, Some(434), *at, "files of all types but a few are let in", help);
    }
}

/// A type with a secret in it that shows itself with `{:?}`.
pub(super) fn shown_by_debug(file: &File, words: &Words, refusals: &mut Refusals) {
    let shows = words.texts.iter().any(|(text, _)| text.contains(":?}") || text.contains(":#?}"));
    if !shows {
        return;
    }
    let knows_secret = words.idents.values().any(|words| names::are_secret(words));
    for item in &file.items {
        let (attributes, fields): (_, Vec<&syn::Field>) = match item {
            Item::Struct(item) => (&item.attrs, item.fields.iter().collect()),
            Item::Enum(item) => (&item.attrs, item.variants.iter().flat_map(|variant| variant.fields.iter()).collect()),
            _ => continue,
        };
        let derives = attributes.iter().any(|attribute| {
            attribute.path().is_ident("derive")
                && quote::ToTokens::to_token_stream(attribute).to_string().contains("Debug")
        });
        let is_secret = |field: &&&syn::Field| {
            field.ident.as_ref().is_some_and(|name| {
                let words = names::words(&name.to_string());
                names::are_secret(&words) || knows_secret && words.iter().any(|word| word == "expected")
            })
        };
        if let (true, Some(field)) = (derives, fields.iter().find(is_secret)) {
            let help = "leave `Debug` away, or the field out of what is shown";
            refusals.add(DISCLOSURE, Some(209), field.span(), "a secret shows in the debug output of its type", help);
        }
    }
}

/// Words of letters that look like those of another script.
pub(super) fn lookalikes(words: &Words, refusals: &mut Refusals) {
    for (text, at) in words.texts.iter().filter(|(text, _)| !text.is_ascii()) {
        let mixed = text.split(|c: char| !c.is_alphabetic()).any(|word| {
            let has_latin = word.chars().any(|c| c.is_ascii_alphabetic());
            let has_other = word.chars().any(|c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' | '\u{13a0}'..='\u{13ff}' | '\u{ff21}'..='\u{ff5a}'));
            has_latin && has_other && word.chars().count() > 2
        });
        if mixed {
            let help = "write the word with the letters of one script";
            refusals.add(
                compiled_ai_core::codes::gate::CHARACTER,
                Some(1007),
                *at,
                "a word of letters that look like others",
                help,
            );
        }
    }
}

/// A list of users with what they prove themselves by.
pub(super) fn accounts(file: &File, words: &Words, refusals: &mut Refusals) {
    let asks = words.names(&["password", "pass", "pw", "pwd", "passwd", "pin", "passcode", "secret"]);
    let mut lists = Lists(vec![]);
    lists.visit_file(file);
    if let (true, Some(at)) = (asks, lists.0.first()) {
        let help = "generated code knows no users and no passwords; take them from `input`";
        refusals.add(SECRET, Some(798), *at, "users and their passwords are in the code", help);
    }
}

/// Lists that are named for users, of tuples with two texts at least.
struct Lists(Vec<Span>);

impl Lists {
    fn look(&mut self, name: &str, value: &Expr) {
        let is_users = names::words(name).iter().any(|word| {
            matches!(
                word.as_str(),
                "users" | "accounts" | "credentials" | "logins" | "passwords" | "admins" | "creds" | "operators"
            )
        });
        let value = match value {
            Expr::Reference(reference) => &*reference.expr,
            value => value,
        };
        let Expr::Array(array) = value else { return };
        let is_pair = |element: &Expr| match element {
            Expr::Tuple(tuple) => tuple.elems.iter().filter(|field| literal(field).is_some()).count() >= 2,
            _ => false,
        };
        if is_users && array.elems.iter().any(is_pair) {
            self.0.push(array.bracket_token.span.join());
        }
    }
}

impl<'f> Visit<'f> for Lists {
    fn visit_item_const(&mut self, item: &'f syn::ItemConst) {
        self.look(&item.ident.to_string(), &item.expr);
    }

    fn visit_local(&mut self, local: &'f syn::Local) {
        if let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init) {
            self.look(&name.ident.to_string(), &init.expr);
        }
        visit::visit_local(self, local);
    }
}
