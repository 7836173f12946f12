//! What tokens cost. Prices are the user's: none is shipped, because none would stay true.

use rust_decimal::Decimal;

use crate::model::Tokens;

/// What the vendor of this `provider` charges for a token that it writes to its cache, as a multiple of one that it does not cache; `None`
/// where that is no different. Holds for caches of five minutes, the only ones asked for.
///
/// Anthropic: 1.25 (<https://platform.claude.com/docs/en/build-with-claude/prompt-caching#pricing>).
pub fn cache_writing(provider: &str) -> Option<Decimal> {
    (provider == "anthropic").then(|| Decimal::new(125, 2))
}

/// Prices of one model in US dollars per million tokens, and the day on which somebody read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// Of tokens of a prompt.
    pub input: Decimal,
    /// Of those that the provider read from its cache; where it is not stated, as much as others.
    pub cached: Option<Decimal>,
    /// Of those that the provider wrote to its cache; where it is not stated, as much as others.
    pub written: Option<Decimal>,
    /// Of tokens of a reply.
    pub output: Decimal,
    /// The day on which the prices were read, `2026-05-01`.
    pub date: String,
}

impl Price {
    /// What a request cost, in US dollars, rounded up to millionths.
    pub fn of(&self, tokens: &Tokens) -> Decimal {
        let cached = tokens.cached.min(tokens.input);
        let written = tokens.written.min(tokens.input - cached);
        let million = |count: u64, price: Decimal| Decimal::from(count).saturating_mul(price);
        let sum = million(tokens.input - cached - written, self.input)
            .saturating_add(million(cached, self.cached.unwrap_or(self.input)))
            .saturating_add(million(written, self.written.unwrap_or(self.input)))
            .saturating_add(million(tokens.output, self.output));
        up(sum / Decimal::from(1_000_000))
    }

    /// What a request costs at most, in US dollars: nothing of the prompt comes from a cache, and all of it goes there if that is dearer.
    pub fn at_most(&self, input: u64, output: u64) -> Decimal {
        let dearest = self.written.map_or(self.input, |written| written.max(self.input));
        let price = Self { input: dearest, cached: None, written: None, ..self.clone() };
        price.of(&Tokens { input, cached: 0, written: 0, output, from: crate::model::TokenSource::Estimated })
    }
}

/// An amount of US dollars as people read it: `$0.0123`, `$12.50`.
pub fn dollars(amount: Decimal) -> String {
    if amount > Decimal::ZERO && amount < Decimal::new(1, 4) {
        return "<$0.0001".to_owned();
    }
    let digits = if amount >= Decimal::from(10) || amount.is_zero() { 2 } else { 4 };
    format!(
        "${:.digits$}",
        amount.round_dp_with_strategy(digits as u32, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
    )
}

fn up(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(6, rust_decimal::RoundingStrategy::AwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TokenSource;

    fn tokens(input: u64, cached: u64, output: u64) -> Tokens {
        Tokens { input, cached, written: 0, output, from: TokenSource::Provider }
    }

    #[test]
    fn a_request_costs_what_its_tokens_cost() {
        let price = Price {
            input: Decimal::from(3),
            cached: Some(Decimal::new(3, 1)),
            written: None,
            output: Decimal::from(15),
            date: "2026-05-01".to_owned(),
        };
        // 800 at 3, 200 at 0.3 and 100 at 15 dollars a million.
        assert_eq!(price.of(&tokens(1000, 200, 100)).to_string(), "0.00396");
        assert_eq!(price.at_most(1000, 100).to_string(), "0.0045");
        assert_eq!(Price { cached: None, ..price.clone() }.of(&tokens(1000, 1000, 0)).to_string(), "0.003");
        // Never rounded down: 1 token at 3 dollars a million is 3 millionths; at 0.3 it is rounded up to one.
        assert_eq!(price.of(&tokens(1, 1, 0)).to_string(), "0.000001");
        // More cached than read is a provider's mistake, and no reason to panic.
        assert_eq!(price.of(&tokens(1, 5, 0)), price.of(&tokens(1, 1, 0)));
        assert!(price.of(&tokens(u64::MAX, 0, u64::MAX)) > Decimal::from(1_000_000));
    }

    #[test]
    fn what_is_written_to_a_cache_has_a_price_of_its_own() {
        let input = Decimal::from(3);
        let written = cache_writing("anthropic").map(|times| input * times);
        let price = Price { input, cached: None, written, output: Decimal::ZERO, date: "2026-05-01".to_owned() };
        let of = |input, cached, written| price.of(&Tokens { written, ..tokens(input, cached, 0) }).to_string();
        // 1,000 at 3.75; then 400 of them at 3, because only 600 were written.
        assert_eq!((of(1000, 0, 1000).as_str(), of(1000, 0, 600).as_str()), ("0.00375", "0.00345"));
        // More than there are is a provider's mistake.
        assert_eq!(of(1000, 400, 5000), of(1000, 400, 600));
        // A budget that is checked before knows neither.
        assert_eq!(price.at_most(1000, 0).to_string(), "0.00375");
        assert_eq!(cache_writing("openai"), None);
    }

    #[test]
    fn dollars_read_as_people_write_them() {
        assert_eq!(dollars(Decimal::new(39600, 7)), "$0.0040");
        assert_eq!(dollars(Decimal::new(12, 0)), "$12.00");
        assert_eq!(dollars(Decimal::ZERO), "$0.00");
        assert_eq!(dollars(Decimal::new(1, 6)), "<$0.0001");
    }
}
