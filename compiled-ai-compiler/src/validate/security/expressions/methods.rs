//! Which methods a candidate may call.

use compiled_ai_core::codes::gate::{METHOD, PORTABILITY, UNSAFE};
use syn::spanned::Spanned as _;
use syn::{ExprMethodCall, GenericArgument, Type};

use super::super::Signature;
use super::super::gate::Gate;
use super::super::similar::most_similar;
use super::Role;

impl Gate<'_> {
    pub(super) fn method_call(&mut self, call: &ExprMethodCall) {
        self.attributes(&call.attrs);
        self.expr(&call.receiver);
        let name = call.method.to_string();
        if !self.profile.allows_method(&name) && !self.own.methods.contains(&name) {
            self.refuse_method(&name, call.method.span());
        }
        if let Some(turbofish) = &call.turbofish {
            self.generic_arguments(turbofish);
            let is_width = |argument: &GenericArgument| match argument {
                GenericArgument::Type(Type::Path(path)) => path.path.is_ident("usize") || path.path.is_ident("isize"),
                _ => false,
            };
            // Without a spec nobody promises the same answer on both.
            let is_locked = self.names.signature == Signature::Template;
            if is_locked && name == "parse" && turbofish.args.iter().any(is_width) {
                let help = "parse an `i64` or a `u32` and convert it with `as usize` or `usize::try_from`";
                let message = "`parse::<usize>` accepts other numbers on wasm32 than on 64 bits";
                self.add(PORTABILITY, Some(758), turbofish.span(), message, help);
            }
        }
        call.args.iter().for_each(|argument| self.expr_as(argument, Role::Argument));
    }

    fn refuse_method(&mut self, name: &str, at: proc_macro2::Span) {
        if self.refusals.is_full() {
            return;
        }
        if let Some(refused) = self.profile.refused_method(name) {
            let code = match refused.cwe {
                Some(758) => PORTABILITY,
                Some(119) => UNSAFE,
                _ => METHOD,
            };
            return self.refusals.known(code, at, &format!("method `{name}`"), refused);
        }
        let known = self.profile.methods.values().flatten().chain(&self.own.methods).map(String::as_str);
        let similar = most_similar(known, name, 1 + name.len() / 8);
        let help = match similar {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => "use the common methods of `core`, or a function of the kit".to_owned(),
        };
        self.add(METHOD, None, at, format!("method `{name}` is not allowed"), help);
    }
}
