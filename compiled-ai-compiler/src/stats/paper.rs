//! The figures of the paper that this project follows (CompiledAI, arXiv 2604.05150). They are its authors' own, over other
//! tasks, models and prompts; nothing here was measured by this program.

/// Where the figures come from.
pub const SOURCE: &str = "arXiv 2604.05150";
/// Tokens that compiling took, once.
pub const COMPILED: f64 = 9_600.0;
/// The break-even that the paper states, against direct calls.
pub const BREAK_EVEN: f64 = 17.0;
/// The median latency of a workflow that it compiled (Python, executing a YAML plan), in milliseconds.
pub const COMPILED_P50_MS: f64 = 4.5;
/// What it states as that latency's jitter, in milliseconds.
pub const COMPILED_JITTER_MS: f64 = 10.5;
/// The median latency of a direct call of a model, in milliseconds.
pub const DIRECT_P50_MS: f64 = 2_004.0;

/// A way of asking a model at every call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// Tokens a call.
    pub tokens: f64,
}

/// The methods of the paper's table.
pub const METHODS: [Method; 3] = [
    Method { name: "direct LLM", tokens: 552.0 },
    Method { name: "LangChain", tokens: 740.0 },
    Method { name: "AutoGen", tokens: 805.0 },
];
