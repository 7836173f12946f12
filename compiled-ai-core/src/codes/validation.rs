//! Codes of validation of a candidate.

super::codes! {
    /// There is no `rustc`.
    NO_RUSTC = "CAI0501", "there is no Rust compiler";
    /// The toolchain has no standard library for WebAssembly.
    NO_WASM_TARGET = "CAI0502", "the toolchain has no WebAssembly target";
    /// Cargo can't build the kit.
    KIT = "CAI0503", "the kit can't be built";
    /// `rustc` or the linker does not work.
    TOOLCHAIN = "CAI0504", "the toolchain can't compile a candidate";
    /// The sandbox does not work.
    SANDBOX = "CAI0505", "the sandbox refuses a module";
    /// The candidate does not compile.
    DOES_NOT_COMPILE = "CAI0510", "the candidate does not compile";
    /// The candidate panicked.
    PANIC = "CAI0511", "the candidate panicked";
    /// The candidate used up its fuel.
    TIME = "CAI0512", "the candidate does not end";
    /// The candidate asked for too much memory.
    MEMORY = "CAI0513", "the candidate uses too much memory";
    /// The candidate used up its stack.
    STACK = "CAI0514", "the candidate recurses too deeply";
    /// What the candidate returned is no value of the output's type.
    ANSWER = "CAI0515", "the candidate's answer is no value of the output's type";
    /// The output is outside a `min` or `max`.
    LIMIT = "CAI0516", "the output is outside its limits";
    /// A condition of `ensures` does not hold.
    ENSURES = "CAI0517", "a condition of `ensures` does not hold";
    /// Two runs gave different answers.
    UNREPEATABLE = "CAI0518", "the candidate answers differently when run again";
    /// The native program's answer is another than the sandbox's.
    DIFFERS = "CAI0519", "the candidate answers differently as a native program";
    /// Too few answers are right.
    ACCURACY = "CAI0520", "too few examples are right";
    /// The compiled candidate holds a symbol, section, import or export that no benign one has.
    REACHES_OUT = "CAI0521", "the compiled candidate reaches outside";
    /// The candidate fails on an input that was made from the spec's types and shown examples.
    GENERATED = "CAI0530", "the candidate fails on an input that no example holds";
    /// A branch or literal of an artifact that no example and no generated input reaches; a note, no refusal.
    UNREACHED = "CAI0531", "no example and no generated input reaches this place";
    /// The component can't be made of a candidate that passed.
    COMPONENT = "CAI0540", "the component can't be made";
    /// The component answers differently than the native program.
    COMPONENT_DIFFERS = "CAI0541", "the component answers differently than the native program";
}
