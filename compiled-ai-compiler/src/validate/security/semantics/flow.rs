//! Follows values from the input through a candidate: which texts are built around them, and what work their numbers ask for.
//!
//! Functions are followed into, loops are walked through once, and both branches of an `if` are taken. What is not known of a value
//! is what is known of everything that it was made of.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use syn::{Expr, File, FnArg, Item, Lit, Pat, Signature, Type};

use super::found::Found;
use super::functions::{Function, Functions, of_return, of_type};
use super::guards::{self, Arm, Guards};
use super::handed::{Handed, takes_buffer};
use super::index::Index;
use super::names;
use super::operands;
use super::readings;
use super::references::Target;
use super::taint::{Facts, Value};
use crate::validate::security::literals::Reader;

/// How much is followed: steps in all (a reader of documents of 15 KB takes 2,000), and functions within functions. What takes more
/// is refused. An expression is one step, and long texts and lists are more.
const STEPS: usize = 16_000;
const DEPTH: usize = 8;

/// Follows the input of `run`, and whatever it does not reach by itself.
pub(super) fn follow(
    file: &File,
    functions: &Functions<'_>,
    reader: &Reader<'_>,
    index: &Index,
    handed: &Handed<'_>,
) -> Found {
    let checkers = functions
        .iter()
        .filter(|(_, function)| returns_bool(function.signature))
        .map(|(name, function)| (name.clone(), checks(function)))
        .filter(|(_, facts)| *facts != Facts::NONE)
        .collect();
    let mut flow = Flow {
        functions,
        reader,
        index,
        handed,
        is_unrolled: false,
        closures_open: 0,
        checkers,
        analysed: HashMap::new(),
        constants: HashMap::new(),
        fields: HashMap::new(),
        frames: vec![],
        stack: vec![],
        reached: BTreeSet::new(),
        steps: STEPS,
        literals: HashMap::new(),
        filters: HashMap::new(),
        key_arms: HashMap::new(),
        names: HashMap::new(),
        found: Found::default(),
    };
    flow.frames.push(Frame::default());
    for item in constants(&file.items) {
        let value = flow.expr(&item.expr);
        flow.constants.insert(item.ident.to_string(), value);
    }
    let mut names: Vec<&String> = functions.keys().collect();
    names.sort_by_key(|name| (*name != "run", (*name).clone()));
    for name in names {
        if flow.reached.contains(name) {
            continue;
        }
        let arguments = functions[name].signature.inputs.iter().map(|input| match input {
            FnArg::Typed(typed) => of_type(&typed.ty, Value::of(Facts::TEXT.and(secrecy(&typed.pat)))),
            FnArg::Receiver(_) => Value::of(Facts::TEXT),
        });
        let arguments = arguments.collect();
        flow.call_own(name, arguments, None);
    }
    flow.found
}

/// What a function that answers with a `bool` checks of its arguments.
fn checks(function: &Function<'_>) -> Facts {
    let treated = readings::treatment(function.block);
    let mut facts = Facts::NONE;
    if treated.has(Facts::WORD) {
        facts = guards::CHECKED.without(Facts::BOUNDED).without(Facts::POSITIVE);
    }
    if treated.has(Facts::PATH) {
        facts = facts.and(Facts::PATH);
    }
    facts
}

fn constants(items: &[Item]) -> impl Iterator<Item = &syn::ItemConst> {
    items.iter().filter_map(|item| match item {
        Item::Const(item) => Some(item),
        _ => None,
    })
}

/// What is read off a function once.
pub(super) struct Analysis {
    pub(super) guards: Rc<Guards>,
    treatment: Facts,
    reads_digits: bool,
    /// Its arms make line breaks of what stands for them.
    undoes: bool,
    /// It goes through the signs of a text.
    is_by_sign: bool,
    /// Its parameters that it hands to itself with something taken off.
    pub(super) counted: Vec<Option<String>>,
}

/// The variables of a function that is followed.
#[derive(Default)]
pub(super) struct Frame {
    pub(super) variables: HashMap<String, Value>,
    pub(super) guards: Rc<Guards>,
    /// The variable that is bound to what is followed.
    pub(super) rebound: Option<String>,
    /// The arms that are followed.
    pub(super) arms: Vec<Arm>,
    /// What the function does to the characters that it goes through.
    pub(super) treatment: Facts,
    /// The function makes numbers of digits itself.
    pub(super) reads_digits: bool,
    /// What is bound beside each name by a pair: `v` of `(k, v)`.
    pub(super) beside: HashMap<String, String>,
    /// What is changed where a variable is: it is a reference.
    pub(super) lent: HashMap<String, Vec<Target>>,
    returns: Vec<Value>,
    /// What loops and blocks that are open are left with.
    pub(super) broken: Vec<Value>,
    /// Loops that are open, and variables that are returned from within one: what is put into them further down is returned, too.
    pub(super) loops: usize,
    returned: Vec<String>,
}

pub(super) struct Flow<'f, 'r> {
    pub(super) functions: &'f Functions<'f>,
    pub(super) reader: &'r Reader<'r>,
    pub(super) index: &'r Index,
    pub(super) handed: &'f Handed<'f>,
    /// The values of a list are gone through one by one.
    pub(super) is_unrolled: bool,
    /// Closures that are followed within closures.
    pub(super) closures_open: usize,
    checkers: HashMap<String, Facts>,
    analysed: HashMap<String, Rc<Analysis>>,
    pub(super) constants: HashMap<String, Value>,
    /// What the fields of each name were made with.
    pub(super) fields: HashMap<String, Value>,
    pub(super) frames: Vec<Frame>,
    pub(super) stack: Vec<String>,
    reached: BTreeSet<String>,
    pub(super) steps: usize,
    /// What literals are worth, by their addresses.
    pub(super) literals: HashMap<*const Lit, Value>,
    /// What closures that are filters let through, by their addresses.
    pub(super) filters: HashMap<*const Expr, Facts>,
    /// Arms for the names of secrets, by their addresses.
    pub(super) key_arms: HashMap<*const syn::Arm, bool>,
    /// What names say.
    pub(super) names: HashMap<String, Facts>,
    pub(super) found: Found,
}

impl Flow<'_, '_> {
    pub(super) fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// Follows a call of one of the candidate's own functions; `None` if there is none of the name. Arguments behind `&mut` are
    /// written back.
    pub(super) fn call_own(&mut self, name: &str, arguments: Vec<Value>, given: Option<&[&Expr]>) -> Option<Value> {
        let function = *self.functions.get(name)?;
        let all = arguments.iter().map(Value::facts).reduce(Facts::joined).unwrap_or_default();
        let is_open = self.stack.iter().any(|open| open == name);
        if is_open || self.stack.len() >= DEPTH || self.steps == 0 {
            return Some(of_return(&function.signature.output, Value::of(all)));
        }
        self.reached.insert(name.to_owned());
        let analysis = self.analysis(name, function);
        let treatment = analysis.treatment;
        let (guards, reads_digits) = (analysis.guards.clone(), analysis.reads_digits);
        let mut frame = Frame { guards, treatment, reads_digits, ..Frame::default() };
        let mut names = vec![];
        for (input, argument) in function.signature.inputs.iter().zip(arguments) {
            match input {
                FnArg::Receiver(_) => {
                    names.push("self".to_owned());
                    frame.variables.insert("self".to_owned(), argument);
                }
                FnArg::Typed(typed) => {
                    let value = of_type(&typed.ty, argument);
                    let name = match &*typed.pat {
                        Pat::Ident(name) => name.ident.to_string(),
                        _ => String::new(),
                    };
                    names.push(name.clone());
                    frame.variables.insert(name, value);
                }
            }
        }
        self.stack.push(name.to_owned());
        self.frames.push(frame);
        let last = self.block(function.block);
        let frame = self.frames.pop().unwrap_or_default();
        self.stack.pop();
        // Buffers that are given on by reference.
        let inputs = names.iter().zip(&function.signature.inputs);
        for ((name, input), expr) in inputs.zip(given.unwrap_or_default()) {
            if let Some(value) = frame.variables.get(name)
                && takes_buffer(input)
            {
                self.give_back(expr, value.clone());
            }
        }
        for value in frame.variables.values() {
            self.built(value);
        }
        let mut result = last;
        let later = frame.returned.iter().filter_map(|name| frame.variables.get(name).cloned());
        for value in frame.returns.into_iter().chain(later) {
            result = result.or(value);
        }
        self.built(&result);
        let result = if name == "run" { result } else { result.with(treatment) };
        let result = if analysis.is_by_sign && name != "run" { result.outline() } else { result };
        // Which sign it puts where is not known.
        let result = if analysis.undoes { Value::of(result.facts().without(Facts::LINE)) } else { result };
        Some(of_return(&function.signature.output, result))
    }

    pub(super) fn analysis(&mut self, name: &str, function: Function<'_>) -> Rc<Analysis> {
        if let Some(known) = self.analysed.get(name) {
            return known.clone();
        }
        let read = readings::read(function.block);
        let analysis = Rc::new(Analysis {
            guards: Rc::new(guards::guards(function.block, self.reader, &self.checkers)),
            treatment: read.treatment,
            reads_digits: read.reads_digits,
            undoes: read.decodes || read.arms,
            is_by_sign: read.is_by_sign,
            counted: super::recursion::counted_parameters(function.called(), function.signature, function.block),
        });
        self.analysed.insert(name.to_owned(), analysis.clone());
        analysis
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Value {
        if !self.spend(1) {
            return Value::known();
        }
        match expr {
            Expr::Lit(lit) => self.literal(&lit.lit),
            Expr::Path(path) => match path.path.get_ident() {
                Some(name) => {
                    let name = name.to_string();
                    let handed = self.handed;
                    match handed.closures.get(&name) {
                        // Whoever gets it may call it with anything.
                        Some(_) => self.call_value(Some(&name), &[]).unwrap_or_default_known(),
                        None => self.named(&name),
                    }
                }
                None => {
                    let last = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
                    self.constants.get(&last).cloned().unwrap_or_default_known()
                }
            },
            Expr::Paren(e) => self.expr(&e.expr),
            Expr::Group(e) => self.expr(&e.expr),
            Expr::Reference(e) => self.expr(&e.expr),
            Expr::Try(e) => self.expr(&e.expr),
            Expr::Unary(e) => match e.op {
                syn::UnOp::Deref(_) => self.expr(&e.expr),
                _ => self.expr(&e.expr).as_number(),
            },
            Expr::Cast(e) => self.cast(&e.expr, &e.ty),
            Expr::Field(e) => self.field(e),
            Expr::Index(e) => self.index(e),
            Expr::Tuple(e) => Value::list(e.elems.iter().map(|element| self.expr(element)).collect()),
            Expr::Array(e) => Value::list(e.elems.iter().map(|element| self.expr(element)).collect()),
            Expr::Repeat(e) => {
                let value = self.expr(&e.expr);
                Value::of(value.facts())
            }
            Expr::Struct(e) => {
                let mut facts = Facts::NONE;
                for field in &e.fields {
                    let value = self.expr(&field.expr);
                    if let syn::Member::Named(name) = &field.member {
                        let name = name.to_string();
                        let is_fixed = self.handed.fixed.contains(&name);
                        let is_open = value.facts().has(Facts::TEXT);
                        let mut value = if is_fixed && is_open { Value::known() } else { value.clone() };
                        if value.facts().has(Facts::TEXT) {
                            value = value.with(self.said(&name));
                        }
                        let joined = match self.fields.remove(&name) {
                            Some(before) => before.or(value),
                            None => value,
                        };
                        self.fields.insert(name, joined);
                    }
                    facts = facts.joined(value.facts());
                }
                Value::of(facts)
            }
            Expr::Binary(e) => self.binary(e),
            Expr::Assign(e) => {
                let value = self.expr(&e.right);
                let value = self.unless_skipped(e, value);
                self.assign(&e.left, value);
                Value::known()
            }
            Expr::Block(e) => self.left_with(|this| this.block(&e.block)),
            Expr::If(e) => self.branch(e),
            Expr::Match(e) => self.choose(e),
            Expr::While(e) => {
                self.condition(&e.cond);
                self.while_loop(e);
                self.body(&e.body);
                self.while_progress(e);
                Value::known()
            }
            Expr::Loop(e) => self.left_with(|this| {
                this.body(&e.body);
                this.loop_progress(e);
                Value::default()
            }),
            Expr::ForLoop(e) => self.each(e),
            Expr::Return(e) => {
                if let Some(expr) = &e.expr {
                    let value = self.expr(expr);
                    self.built(&value);
                    let frame = self.frame();
                    frame.returns.push(value);
                    if frame.loops > 0 {
                        frame.returned.extend(operands::returned(expr));
                    }
                }
                Value::of(Facts::NONE)
            }
            Expr::Break(e) => self.leave(e),
            Expr::Range(e) => self.range(e),
            Expr::Closure(e) => {
                let is_named = self.handed.named.contains(&std::ptr::from_ref(e));
                // What has a name is followed where it is called.
                let unknown = if is_named { Value::known() } else { Value::of(Facts::TEXT) };
                for input in &e.inputs {
                    self.bind(input, unknown.clone());
                }
                self.expr(&e.body)
            }
            Expr::Let(_) => {
                self.condition(expr);
                Value::known()
            }
            Expr::Call(e) => self.call(e),
            Expr::MethodCall(e) => self.method(e),
            Expr::Macro(e) => self.macro_call(&e.mac),
            _ => Value::known(),
        }
    }
}

/// A value that nothing is known of does not depend on the input.
pub(super) trait OrKnown {
    fn unwrap_or_default_known(self) -> Value;
}

impl OrKnown for Option<Value> {
    fn unwrap_or_default_known(self) -> Value {
        self.unwrap_or_else(Value::known)
    }
}

fn secrecy(pattern: &Pat) -> Facts {
    match pattern {
        Pat::Ident(name) => names::facts(&name.ident.to_string()),
        _ => Facts::NONE,
    }
}

fn returns_bool(signature: &Signature) -> bool {
    matches!(&signature.output, syn::ReturnType::Type(_, ty) if matches!(&**ty, Type::Path(path) if path.path.is_ident("bool")))
}
