//! Codes of configuration and the command line.

super::codes! {
    /// `compiled-ai.toml` can't be used.
    CONFIG = "CAI0701", "compiled-ai.toml can't be used";
    /// No provider is configured.
    NO_PROVIDER = "CAI0702", "no provider is configured";
    /// Another process holds the spec.
    BUSY = "CAI0703", "another process is compiling this spec";
    /// The artifact can't be written.
    NOT_WRITTEN = "CAI0704", "the artifact can't be written";
    /// No candidate passed.
    NOT_COMPILED = "CAI0705", "no candidate passed every stage";
    /// The crate has no specs.
    NO_SPECS = "CAI0706", "there is no such spec";
    /// What is locked does not pass.
    NOT_VERIFIED = "CAI0707", "what is locked does not pass";
    /// The crate can't be understood.
    CRATE = "CAI0708", "the crate can't be used";
    /// A code that does not exist was asked for.
    UNKNOWN_CODE = "CAI0709", "there is no such code";
    /// A file can't be read, or there is none.
    NOT_JUDGED = "CAI0710", "a file can't be judged";
    /// `new` can't begin a spec under this name.
    NOT_BEGUN = "CAI0711", "a spec can't be begun under this name";
    /// The key that signs is missing, or is none.
    SIGNING_KEY = "CAI0720", "the signing key can't be used";
    /// Nobody is trusted, or the list of who is can't be read.
    TRUSTED_KEYS = "CAI0721", "the trusted keys can't be used";
    /// `review` can't do what was asked for.
    REVIEW = "CAI0730", "there is nothing to review, or nobody to ask";
    /// The next request could pass a limit.
    OVER_BUDGET = "CAI0740", "the budget does not allow another request";
    /// A limit in dollars, and a model without a price.
    NO_PRICE = "CAI0741", "a limit in dollars needs a price";
}
