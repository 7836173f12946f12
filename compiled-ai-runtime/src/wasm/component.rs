//! The form of a component, as far as the host must know it: where its one module lies, and what is stamped on it.
//!
//! Whether the module is valid is for the engine to say. What is not understood here is refused.

use std::format;
use std::string::String;
use std::vec::Vec;

use super::LoadError;

/// The first bytes of a component: the magic number, and version 13 of layer 1.
const COMPONENT: [u8; 8] = *b"\0asm\x0d\0\x01\0";
/// The first bytes of a module.
const MODULE: [u8; 8] = *b"\0asm\x01\0\0\0";
/// The section of a component that holds a module.
const CORE_MODULE: u8 = 1;
/// The section of a component that holds a component. Encoders put one there that gives the interface's types their names again.
const NESTED: u8 = 4;
/// Sections for whoever knows their name.
const CUSTOM: u8 = 0;
/// The custom section that says which spec a component was made from: `read_receipt@sha256:…`.
const SPEC: &str = "compiled-ai-spec";
/// The custom section that holds the hash of its interface as WIT: `sha256:…`.
const WIT: &str = "compiled-ai-wit";
/// The section of a module that holds imports, and that of a component.
const IMPORTS: [u8; 2] = [2, 10];
/// The section of a module that holds globals.
const GLOBALS: u8 = 6;

/// A component's parts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Component<'a> {
    /// Its one module.
    pub(crate) module: &'a [u8],
    /// The hash of the spec that it says it was made from.
    pub(crate) spec: &'a str,
    /// The hash of its interface.
    pub(crate) wit: &'a str,
    /// Whether the module keeps its state in its memory, but for the stack pointer: so that putting the memory back puts all of it
    /// back.
    pub(crate) keeps_state_in_memory: bool,
}

impl<'a> Component<'a> {
    /// Finds the parts.
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, LoadError> {
        let mut rest = Reader(bytes.strip_prefix(&COMPONENT).ok_or_else(|| shape("it does not begin like one"))?);
        let (mut modules, mut spec, mut wit) = (Vec::new(), None, None);
        while let Some((id, section)) = rest.section()? {
            match id {
                CORE_MODULE => modules.push(section),
                NESTED => holds_no_code(section)?,
                id if id == IMPORTS[1] => return Err(shape("it has imports")),
                CUSTOM => {
                    let mut section = Reader(section);
                    match section.bytes_of_length()? {
                        name if name == SPEC.as_bytes() => spec = spec.or(Some(section.text()?)),
                        name if name == WIT.as_bytes() => wit = wit.or(Some(section.text()?)),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        let [module] = modules[..] else {
            return Err(LoadError::Shape(format!("it holds {} modules", modules.len())));
        };
        let keeps_state_in_memory = keeps_state_in_memory(module)?;
        let spec = spec.ok_or_else(|| shape("it does not say which spec it was made from"))?;
        let spec = spec.rsplit_once('@').map_or(spec, |(_, hash)| hash);
        let wit = wit.ok_or_else(|| shape("it does not say which interface it has"))?;
        Ok(Self { module, spec, wit, keeps_state_in_memory })
    }
}

/// A component in a component only names things: it may import them from the one around it.
fn holds_no_code(component: &[u8]) -> Result<(), LoadError> {
    let mut rest = Reader(component.strip_prefix(&COMPONENT).ok_or_else(|| shape("a part does not begin like one"))?);
    while let Some((id, _)) = rest.section()? {
        if [CORE_MODULE, NESTED].contains(&id) {
            return Err(shape("it holds other components with code"));
        }
    }
    Ok(())
}

/// Also refuses what imports something.
fn keeps_state_in_memory(module: &[u8]) -> Result<bool, LoadError> {
    let mut rest = Reader(module.strip_prefix(&MODULE).ok_or_else(|| shape("its module does not begin like one"))?);
    let mut mutable = 0;
    while let Some((id, section)) = rest.section()? {
        let mut section = Reader(section);
        match id {
            id if id == IMPORTS[0] && section.number()? != 0 => return Err(shape("its module has imports")),
            GLOBALS => match section.mutable_globals() {
                Ok(count) => mutable += count,
                // Globals of other sorts than Rust makes.
                Err(_) => return Ok(false),
            },
            _ => {}
        }
    }
    // The one that Rust makes is the stack pointer, which is back at its place when a call returns.
    Ok(mutable <= 1)
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn section(&mut self) -> Result<Option<(u8, &'a [u8])>, LoadError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        Ok(Some((self.byte()?, self.bytes_of_length()?)))
    }

    fn byte(&mut self) -> Result<u8, LoadError> {
        let (first, rest) = self.0.split_first().ok_or_else(truncated)?;
        self.0 = rest;
        Ok(*first)
    }

    fn bytes_of_length(&mut self) -> Result<&'a [u8], LoadError> {
        let length = usize::try_from(self.number()?).map_err(|_| truncated())?;
        let (bytes, rest) = self.0.split_at_checked(length).ok_or_else(truncated)?;
        self.0 = rest;
        Ok(bytes)
    }

    /// All that is left.
    fn text(&mut self) -> Result<&'a str, LoadError> {
        core::str::from_utf8(std::mem::take(&mut self.0)).map_err(|_| shape("what it says of itself is not text"))
    }

    /// An unsigned number of up to 32 bits in LEB128.
    fn number(&mut self) -> Result<u32, LoadError> {
        let mut number = 0u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).map_err(|_| truncated());
            }
        }
        Err(truncated())
    }

    /// How many globals can change, if all begin as a constant number.
    fn mutable_globals(&mut self) -> Result<u32, LoadError> {
        const NUMBERS: [u8; 2] = [0x7f, 0x7e];
        const CONSTANTS: [u8; 2] = [0x41, 0x42];
        const END: u8 = 0x0b;
        let mut mutable = 0;
        for _ in 0..self.number()? {
            let (ty, can_change) = (self.byte()?, self.byte()?);
            let begins = self.byte()?;
            while self.byte()? >= 0x80 {}
            if !NUMBERS.contains(&ty) || !CONSTANTS.contains(&begins) || self.byte()? != END {
                return Err(shape("a global of another sort"));
            }
            mutable += u32::from(can_change != 0);
        }
        Ok(mutable)
    }
}

fn shape(why: &str) -> LoadError {
    LoadError::Shape(String::from(why))
}

fn truncated() -> LoadError {
    shape("it is truncated")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        let mut bytes = vec![id, u8::try_from(content.len()).unwrap()];
        bytes.extend(content);
        bytes
    }

    fn module(sections: &[Vec<u8>]) -> Vec<u8> {
        [MODULE.to_vec(), sections.concat()].concat()
    }

    fn component(sections: &[Vec<u8>]) -> Vec<u8> {
        [COMPONENT.to_vec(), sections.concat()].concat()
    }

    /// `(global (mut i32) (i32.const 1048576))`, and one that can't change.
    fn globals(mutable: u8) -> Vec<u8> {
        let mut content = vec![mutable + 1];
        for index in 0..=mutable {
            content.extend([0x7f, u8::from(index < mutable), 0x41, 0x80, 0x80, 0xc0, 0x00, 0x0b]);
        }
        section(GLOBALS, &content)
    }

    fn stamps() -> [Vec<u8>; 2] {
        [section(CUSTOM, b"\x10compiled-ai-specread@sha256:1"), section(CUSTOM, b"\x0fcompiled-ai-witsha256:2")]
    }

    #[test]
    fn finds_the_module_and_what_it_says_of_itself() {
        let inner = module(&[globals(1)]);
        let [spec, wit] = stamps();
        // A part that names what it imports.
        let names = section(NESTED, &component(&[section(IMPORTS[1], b"\x01"), section(11, b"")]));
        let bytes = component(&[section(CUSTOM, b"\x04nameabc"), section(CORE_MODULE, &inner), names, spec, wit]);
        let found = Component::parse(&bytes).unwrap();
        let expected = Component { module: &inner, spec: "sha256:1", wit: "sha256:2", keeps_state_in_memory: true };
        assert_eq!(found, expected);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        let module_of = |sections: &[Vec<u8>]| section(CORE_MODULE, &module(sections));
        let plain = module_of(&[]);
        let [spec, wit] = stamps();
        for (bytes, why) in [
            (vec![], "begin"),
            (module(&[]), "begin"),
            (component(&[]), "0 modules"),
            (component(&[plain.clone(), plain.clone()]), "2 modules"),
            (component(&[plain.clone(), section(IMPORTS[1], b"\x01")]), "imports"),
            (component(&[module_of(&[section(IMPORTS[0], b"\x01")])]), "imports"),
            (component(&[plain.clone(), section(NESTED, b"")]), "begin"),
            (component(&[plain.clone(), section(NESTED, &component(std::slice::from_ref(&plain)))]), "components"),
            (component(&[plain.clone(), section(NESTED, &component(&[section(NESTED, b"")]))]), "components"),
            (component(&[section(CORE_MODULE, b"\0asm")]), "begin"),
            (component(&[plain.clone(), wit]), "spec"),
            (component(&[plain.clone(), spec]), "interface"),
            (component(&[plain.clone(), section(CUSTOM, b"\x10compiled-ai-spec\xff")]), "text"),
            (component(&[plain, vec![CUSTOM, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]]), "truncated"),
        ] {
            let error = std::string::ToString::to_string(&Component::parse(&bytes).unwrap_err());
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn every_truncation_is_refused() {
        let [spec, wit] = stamps();
        let whole = component(&[section(CORE_MODULE, &module(&[globals(1)])), spec, wit]);
        for length in 0..whole.len() {
            assert!(Component::parse(&whole[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn state_outside_memory_is_noticed() {
        let found = |section| keeps_state_in_memory(&module(&[section])).unwrap();
        assert!(found(globals(0)) && found(globals(1)));
        assert!(!found(globals(2)));
        // A global that begins as another one.
        assert!(!found(section(GLOBALS, &[1, 0x7f, 1, 0x23, 0, 0x0b])));
    }
}
