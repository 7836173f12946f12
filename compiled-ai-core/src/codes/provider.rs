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
    /// The environment variable with the key can't be used.
    NO_KEY = "CAI0606", "there is no key for the provider";
    /// The server does not take the key.
    KEY_REFUSED = "CAI0607", "the provider refuses the key";
    /// The server does not have the model, or nothing at the address.
    MODEL = "CAI0608", "the provider does not have the model";
    /// The server takes no more requests, or the account has no credit.
    RATE_LIMIT = "CAI0609", "the provider takes no more requests";
    /// The server fails.
    SERVER = "CAI0610", "the provider's server fails";
    /// There is no connection.
    UNREACHABLE = "CAI0611", "the provider can't be reached";
    /// The connection can't be trusted.
    TLS = "CAI0612", "the provider's certificate can't be trusted";
    /// The server took too long.
    TIMEOUT = "CAI0613", "the provider did not answer in time";
    /// The server points elsewhere.
    REDIRECT = "CAI0614", "the provider redirects to another address";
    /// The answer can't be read.
    ANSWER = "CAI0615", "the provider's answer can't be used";
    /// The model refuses.
    REFUSED = "CAI0616", "the model refuses to answer";
    /// The reply is not whole.
    CUT = "CAI0617", "the reply is cut off at the limit of tokens";
    /// The server does not take the request.
    REQUEST = "CAI0618", "the provider does not take the request";
    /// The settings can't be used.
    PROVIDER_SETTINGS = "CAI0619", "the settings of the provider can't be used";
}
