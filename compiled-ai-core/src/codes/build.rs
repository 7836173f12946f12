//! Codes of the build script and the macro.
//!
//! The macro depends on no other crate of ours: `compiled-ai-macros/src/message.rs` repeats the codes that it uses.

super::codes! {
    /// The attribute's arguments are not what it accepts.
    ARGUMENTS = "CAI0301", "the arguments of the attribute can't be read";
    /// The attribute stands on an item that a spec can't become.
    ITEM = "CAI0302", "the attribute stands on an item of the wrong sort";
    /// The function below the attribute has a body.
    BODY = "CAI0303", "the function has a body of its own";
    /// The module below the attribute is not empty.
    MODULE = "CAI0304", "the module is not empty";
    /// The function is `async`, generic or otherwise not plain.
    QUALIFIER = "CAI0305", "the function is not a plain one";
    /// The crate has no build script.
    NO_BUILD_SCRIPT = "CAI0306", "the crate has no build script";
    /// The build script compiles no specs.
    NOT_COMPILED = "CAI0307", "the build script compiles no specs";
    /// The attribute names a spec that is not there.
    UNKNOWN_SPEC = "CAI0308", "there is no such spec";
    /// The macro and the build script differ in version.
    VERSION = "CAI0309", "`compiled-ai` and `compiled-ai-build` differ in version";
    /// A parameter is no input of the spec.
    UNKNOWN_PARAMETER = "CAI0310", "a parameter is not an input of the spec";
    /// An input of the spec has no parameter.
    MISSING_PARAMETER = "CAI0311", "an input of the spec has no parameter";
    /// A parameter has another type than the spec says.
    PARAMETER_TYPE = "CAI0312", "a parameter has the wrong type";
    /// The function returns another type than the spec says.
    RETURN_TYPE = "CAI0313", "the return type is wrong";
    /// The attribute's `on_abstain` and the spec's do not fit.
    ON_ABSTAIN = "CAI0314", "the attribute and the spec disagree about `on_abstain`";
    /// The crate does not depend on `compiled-ai`.
    NO_FACADE = "CAI0315", "the crate does not depend on `compiled-ai`";
    /// What was given to the build script's `Builder` can't be used.
    BUILDER = "CAI0316", "the build script asks for something impossible";
    /// The build script can't read the specs' folder or write to `OUT_DIR`.
    INFRASTRUCTURE = "CAI0317", "the build script can't read or write";
    /// The spec is built for WebAssembly, and the crate has no host for it.
    FEATURE = "CAI0318", "a feature for WebAssembly is missing";
    /// A component can't be compiled ahead of time.
    AHEAD = "CAI0319", "a component can't be compiled ahead of time";
}
