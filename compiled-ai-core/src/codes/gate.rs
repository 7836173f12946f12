//! Codes of the security gate.

super::codes! {
    /// The source is too large, too deeply nested, or one expression too long.
    LIMIT = "CAI0401", "the code is too large or too deeply nested";
    /// A character, identifier or literal prefix that is not allowed.
    CHARACTER = "CAI0402", "a character that is not allowed";
    /// Not Rust.
    SYNTAX = "CAI0403", "the code does not parse";
    /// An item that is not a function, struct, enum, const, impl or type alias.
    ITEM = "CAI0404", "an item that is not allowed";
    /// A `use` that can't be left away.
    IMPORT = "CAI0405", "an import that is not allowed";
    /// `run` is missing, or has another signature.
    ENTRY = "CAI0406", "`run` is missing or has another signature";
    /// A name that is not in scope of a candidate.
    NAME = "CAI0407", "a name that is not in scope";
    /// A method that is not allowed.
    METHOD = "CAI0408", "a method that is not allowed";
    /// A macro that is not allowed.
    MACRO = "CAI0409", "a macro that is not allowed";
    /// An allowed macro with arguments that are not.
    MACRO_ARGUMENT = "CAI0410", "a macro argument that is not allowed";
    /// An attribute or a derive that is not allowed.
    ATTRIBUTE = "CAI0411", "an attribute that is not allowed";
    /// A kind of type that is not allowed.
    TYPE = "CAI0412", "a type that is not allowed";
    /// Lifetimes, generics or bounds beyond the simple ones.
    GENERICS = "CAI0413", "a lifetime, generic or bound that is not allowed";
    /// A kind of pattern that is not allowed.
    PATTERN = "CAI0414", "a pattern that is not allowed";
    /// A kind of expression or statement that is not allowed.
    EXPRESSION = "CAI0415", "an expression that is not allowed";
    /// Anything `unsafe`, raw pointers, foreign code.
    UNSAFE = "CAI0416", "unsafe code";
    /// An item with the name of something that is in scope already.
    SHADOW = "CAI0417", "a name that is taken";
    /// The value of a `const` that is more than data, or an array that is too long.
    CONSTANT = "CAI0418", "a constant that is not plain data";
    /// A result that differs between native code and wasm32.
    PORTABILITY = "CAI0419", "a value that differs between platforms";
    /// A literal that is not allowed.
    LITERAL = "CAI0420", "a literal that is not allowed";
    /// A literal that holds a key, a token or a password.
    SECRET = "CAI0421", "a secret in a literal";
    /// A literal that holds data of a person.
    PERSONAL = "CAI0422", "personal data in a literal";
    /// A literal that repeats an input or an answer of an example.
    EXAMPLE = "CAI0423", "a literal that repeats an example";
    /// SQL, a shell command, HTML or a path that is built around a value.
    INTERPOLATION = "CAI0424", "a command or markup that is built around a value";
    /// Answers that do not follow the input.
    HARD_CODED = "CAI0425", "answers that do not follow the input";
    /// A hash, a cipher, a random number or a comparison that protects nothing.
    CRYPTOGRAPHY = "CAI0426", "cryptography that protects nothing";
    /// Work or memory of which the input says how much.
    UNBOUNDED = "CAI0427", "work or memory without a bound";
    /// A word, a number or a switch that lets somebody in.
    BACK_DOOR = "CAI0428", "a door that nobody asked for";
    /// A secret, or how a system is built, in what is handed out.
    DISCLOSURE = "CAI0429", "a secret in what is handed out";
}
