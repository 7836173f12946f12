//! Token counts without a provider: for plans, budgets, and replies of providers that report none.

/// The vocabulary's name, as locks record it.
pub const TOKENIZER: &str = "o200k_base";

/// How many tokens `text` has in OpenAI's `o200k_base` vocabulary, which every OpenAI model since GPT-4o uses.
pub fn count(text: &str) -> u64 {
    tiktoken_rs::o200k_base_singleton().count_ordinary(text) as u64
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn counts_tokens_of_the_vocabulary() {
        // The vocabulary has both words, the second with its space.
        assert_eq!(count("hello world"), 2);
        assert_eq!(count(""), 0);
    }
}
