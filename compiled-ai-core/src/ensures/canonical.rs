//! The normal form of a condition, which the spec's hash is made of. A change here changes the hashes of specs.

use super::{Expr, Logic, Name, Node};

pub(super) fn canonical(expr: &Expr) -> String {
    let mut out = String::new();
    write(expr, &mut out);
    out
}

fn write(expr: &Expr, out: &mut String) {
    match &expr.node {
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Number(number) => out.push_str(&number.normalize().to_string()),
        Node::Text(text) => quote(text, out),
        Node::Path(names) => path(names, out),
        Node::Not(value) => prefix("not ", value, out),
        Node::Negate(value) => prefix("-", value, out),
        Node::Logic(Logic::And, a, b) => infix(a, "and", b, out),
        Node::Logic(Logic::Or, a, b) => infix(a, "or", b, out),
        Node::Logic(Logic::Implies, a, b) => {
            out.push_str("(if ");
            write(a, out);
            out.push_str(" then ");
            write(b, out);
            out.push(')');
        }
        Node::Compare(operator, a, b) => infix(a, operator.symbol(), b, out),
        Node::Calculate(operator, a, b) => infix(a, operator.symbol(), b, out),
        Node::InList { negated, item, list } => {
            membership(item, *negated, out);
            out.push('[');
            separated(list, out);
            out.push_str("])");
        }
        Node::InValue { negated, item, list } => {
            membership(item, *negated, out);
            write(list, out);
            out.push(')');
        }
        Node::Presence { present, value } => {
            out.push('(');
            write(value, out);
            out.push_str(if *present { " is present)" } else { " is absent)" });
        }
        Node::Call(function, arguments) => {
            out.push_str(function.name());
            out.push('(');
            separated(arguments, out);
            out.push(')');
        }
        Node::Quantified { all, variable, list, condition } => {
            out.push_str(if *all { "all(" } else { "any(" });
            out.push_str(&variable.text);
            out.push_str(" in ");
            write(list, out);
            out.push_str(": ");
            write(condition, out);
            out.push(')');
        }
    }
}

fn prefix(operator: &str, value: &Expr, out: &mut String) {
    out.push('(');
    out.push_str(operator);
    write(value, out);
    out.push(')');
}

fn infix(a: &Expr, operator: &str, b: &Expr, out: &mut String) {
    out.push('(');
    write(a, out);
    out.push(' ');
    out.push_str(operator);
    out.push(' ');
    write(b, out);
    out.push(')');
}

fn membership(item: &Expr, negated: bool, out: &mut String) {
    out.push('(');
    write(item, out);
    out.push_str(if negated { " not in " } else { " in " });
}

fn separated(list: &[Expr], out: &mut String) {
    for (index, expr) in list.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write(expr, out);
    }
}

fn path(names: &[Name], out: &mut String) {
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            out.push('.');
        }
        out.push_str(&name.text);
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
}
