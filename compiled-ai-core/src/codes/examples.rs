//! Codes of examples, and of values read against a type.

super::codes! {
    /// There are no examples.
    NO_EXAMPLES = "CAI0101", "there are no examples";
    /// A glob is malformed or leaves the folder.
    GLOB = "CAI0102", "a glob is malformed or leaves the folder";
    /// A glob matches no file.
    EMPTY_GLOB = "CAI0103", "a glob matches no file";
    /// A glob matches no example file.
    EXTENSION = "CAI0104", "a glob matches no example file";
    /// An example file can't be read.
    UNREADABLE = "CAI0105", "an example file can't be read";
    /// An example file holds no example.
    EMPTY_FILE = "CAI0106", "an example file holds no example";
    /// There is too much to read.
    TOO_MUCH = "CAI0107", "there is too much to read";
    /// Two entries match the same file.
    FILE_TWICE = "CAI0108", "two entries match the same file";
    /// An example needs `input` and one of `output` and `abstain`.
    INCOMPLETE = "CAI0109", "an example needs `input` and one of `output` and `abstain`";
    /// `abstain` is malformed.
    ABSTAIN = "CAI0110", "`abstain` is malformed";
    /// A value has the wrong type.
    WRONG_TYPE = "CAI0111", "a value has the wrong type";
    /// A field is missing.
    MISSING_FIELD = "CAI0112", "a field is missing";
    /// A field is unknown.
    UNKNOWN_FIELD = "CAI0113", "a field is unknown";
    /// A required value is absent.
    NULL = "CAI0114", "a required value is absent";
    /// A value is outside its field's limits.
    LIMIT = "CAI0115", "a value is outside its field's limits";
    /// A number does not fit its type.
    NUMBER = "CAI0116", "a number does not fit its type";
    /// A date or time is malformed.
    CALENDAR = "CAI0117", "a date or time is malformed";
    /// Bytes are not in base64.
    BASE64 = "CAI0118", "bytes are not in base64";
    /// A string needs quotes.
    UNQUOTED = "CAI0119", "a string needs quotes";
    /// A variant is unknown.
    UNKNOWN_VARIANT = "CAI0120", "a variant is unknown";
    /// Two examples contradict each other.
    CONTRADICTION = "CAI0121", "two examples contradict each other";
    /// An example is given twice.
    DUPLICATE = "CAI0122", "an example is given twice";
    /// An output breaks a condition of `ensures`.
    BROKEN_CONDITION = "CAI0123", "an output breaks a condition of `ensures`";
    /// Every example is held out.
    NONE_SHOWN = "CAI0124", "every example is held out";
    /// No example is held out.
    NONE_HELD_OUT = "CAI0125", "no example is held out";
}
