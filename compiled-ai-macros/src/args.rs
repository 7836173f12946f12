//! The arguments of the attribute: `"receipt.yaml", on_abstain = ask_a_person, export = false`.

use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitBool, LitStr, Path, Token};

use crate::message::{Message, codes};
use crate::similar::{closest, list};

const OPTIONS: [&str; 2] = ["export", "on_abstain"];

/// The arguments.
pub(crate) struct Args {
    /// The spec's path, as written.
    pub(crate) path: LitStr,
    /// The function to call where the compiled one abstains.
    pub(crate) on_abstain: Option<Path>,
    /// Whether the spec's named types come into scope beside the output.
    pub(crate) export: bool,
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut args = Self { path: path(input)?, on_abstain: None, export: true };
        while !input.is_empty() {
            if !input.peek(Token![,]) {
                return Err(Message::new(codes::ARGUMENTS, "expected `,` after an argument").at(input.span()));
            }
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                args.option(input)?;
            }
        }
        Ok(args)
    }
}

impl Args {
    fn option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let name = Ident::parse_any(input).map_err(|error| {
            let options = list(OPTIONS);
            Message::new(codes::ARGUMENTS, "expected an option")
                .note(format!("the options are {options}"))
                .at(error.span())
        })?;
        let known = name.to_string();
        let (form, value) = match known.as_str() {
            "on_abstain" => {
                ("on_abstain = path::of::a_function", equals(input).and_then(|()| input.parse().map(Value::Path)))
            }
            "export" => ("export = false", equals(input).and_then(|()| input.parse().map(Value::Bool))),
            _ => return Err(unknown(&name)),
        };
        match value {
            Ok(Value::Path(path)) => self.on_abstain = Some(path),
            Ok(Value::Bool(export)) => self.export = export.value,
            Err(error) => {
                let message = Message::new(codes::ARGUMENTS, format!("`{known}` has no such value"));
                return Err(message.help(format!("write `{form}`")).at(error.span()));
            }
        }
        Ok(())
    }
}

enum Value {
    Path(Path),
    Bool(LitBool),
}

fn path(input: ParseStream<'_>) -> syn::Result<LitStr> {
    if input.peek(LitStr) {
        return input.parse();
    }
    let message =
        if input.is_empty() { "the path of a spec is missing" } else { "the path of a spec must be a string literal" };
    Err(Message::new(codes::ARGUMENTS, message).help("write `#[compiled_ai::spec(\"receipt.yaml\")]`").at(input.span()))
}

fn equals(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<Token![=]>().map(drop)
}

fn unknown(name: &Ident) -> syn::Error {
    let message = Message::new(codes::ARGUMENTS, format!("unknown option `{name}`"));
    let message = match closest(&name.to_string(), OPTIONS) {
        Some(meant) => message.help(format!("did you mean `{meant}`?")),
        None if name == "crate" => message.help(
            "the path of the runtime is the build script's choice: \
             `compiled_ai_build::Builder::new().specs_dir(\"specs\").facade(\"::my_ai\").compile()`",
        ),
        None => message.note(format!("the options are {}", list(OPTIONS))),
    };
    message.at(name.span())
}
