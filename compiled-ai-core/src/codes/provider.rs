//! Codes of model providers.

super::codes! {
    /// The program can't be started.
    COMMAND_START = "CAI0601", "the provider's program can't be started";
    /// The program took too long.
    COMMAND_TIMEOUT = "CAI0602", "the provider's program did not answer in time";
    /// The program failed.
    COMMAND_FAILED = "CAI0603", "the provider's program failed";
    /// The reply can't be used.
    COMMAND_REPLY = "CAI0604", "the provider's reply can't be used";
    /// No reply to the prompt is recorded.
    NOT_RECORDED = "CAI0605", "no reply to this prompt is recorded";
}
