//! Codes of the spec file, and of YAML and JSON as such.

super::codes! {
    /// The file is not valid YAML.
    SYNTAX = "CAI0001", "the file is not valid YAML";
    /// The spec can't be read.
    UNREADABLE = "CAI0002", "the spec can't be read";
    /// A key is unknown.
    UNKNOWN_KEY = "CAI0003", "a key is unknown";
    /// The file is not UTF-8.
    NOT_UTF8 = "CAI0004", "the file is not UTF-8";
    /// The file is too large.
    TOO_LARGE = "CAI0005", "the file is too large";
    /// A key is given twice.
    DUPLICATE_KEY = "CAI0006", "a key is given twice";
    /// A required key is missing.
    MISSING_KEY = "CAI0007", "a required key is missing";
    /// The YAML value is of the wrong kind.
    WRONG_KIND = "CAI0008", "the YAML value is of the wrong kind";
    /// YAML tags are not supported.
    TAG = "CAI0009", "YAML tags are not supported";
    /// YAML aliases expand to too much.
    ALIASES = "CAI0010", "YAML aliases expand to too much";
    /// The YAML nests too deep.
    DEPTH = "CAI0011", "the YAML nests too deep";
    /// YAML merge keys are not supported.
    MERGE_KEY = "CAI0012", "YAML merge keys are not supported";
    /// A spec file holds exactly one document.
    DOCUMENTS = "CAI0013", "a spec file holds exactly one document";
    /// The version of the spec format is not supported.
    VERSION = "CAI0014", "the version of the spec format is not supported";
    /// A name is malformed.
    NAME = "CAI0015", "a name is malformed";
    /// A name is taken by Rust or the generated code.
    RESERVED = "CAI0016", "a name is taken by Rust or the generated code";
    /// Two names become one in Rust.
    SAME_NAME = "CAI0017", "two names become one in Rust";
    /// A type is unknown.
    UNKNOWN_TYPE = "CAI0018", "a type is unknown";
    /// A type is malformed.
    TYPE_SYNTAX = "CAI0019", "a type is malformed";
    /// A definition must say exactly one thing.
    SHAPE = "CAI0020", "a definition must say exactly one thing";
    /// Two inline types have the same name.
    COLLISION = "CAI0021", "two inline types have the same name";
    /// A type contains itself.
    RECURSIVE = "CAI0022", "a type contains itself";
    /// A record or enum is empty.
    EMPTY = "CAI0023", "a record or enum is empty";
    /// A type is never used.
    UNUSED_TYPE = "CAI0024", "a type is never used";
    /// The type can't have `min` or `max`.
    LIMIT_TYPE = "CAI0025", "the type can't have `min` or `max`";
    /// A limit is malformed.
    LIMIT = "CAI0026", "a limit is malformed";
    /// A setting has an unknown value.
    UNKNOWN_CHOICE = "CAI0027", "a setting has an unknown value";
    /// A module is unknown.
    UNKNOWN_MODULE = "CAI0028", "a module is unknown";
    /// An entry is repeated.
    REPEATED = "CAI0029", "an entry is repeated";
    /// A text is empty.
    EMPTY_TEXT = "CAI0030", "a text is empty";
    /// A share of `accuracy` is out of range.
    ACCURACY = "CAI0031", "a share of `accuracy` is out of range";
    /// `of: fields` needs an output with fields.
    COUNT_FIELDS = "CAI0032", "`of: fields` needs an output with fields";
    /// `output` takes fields or a type.
    OUTPUT_SHAPE = "CAI0033", "`output` takes fields or a type";
    /// A condition of `ensures` is malformed.
    CONDITION = "CAI0034", "a condition of `ensures` is malformed";
    /// Two names are one in WIT.
    SAME_IN_WIT = "CAI0035", "two names become one in WIT";
    /// This kind of spec is not built yet.
    KIND_NOT_YET = "CAI0040", "this kind of spec is not built yet";
    /// Compliance blocks are not built yet.
    COMPLIANCE_NOT_YET = "CAI0041", "compliance blocks are not built yet";
}
