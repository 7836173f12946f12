//! Asking models: which one in which turn, within the budget, and so that nothing that was paid for is lost.

mod prepare;

use std::time::Instant;

use compiled_ai_core::codes::provider as codes;
use compiled_ai_core::hash::Hash;
use compiled_ai_core::lock::{Attempt, Verdicts};
use rust_decimal::prelude::ToPrimitive as _;

use crate::budget::{Purse, Short, WorstCase};
use crate::compile::{Event, Failed};
use crate::kept::{Found, Kept};
use crate::ledger::{self, Answered, Entry, Ledger};
use crate::model::{Prompt, Provider, Reply, Stop, TokenSource, Tokens};
use crate::price::Price;
use crate::tokens;

pub use prepare::Place;

/// How often a model is asked before the next of `escalate`, unless its table says: gains of repair come in the first two
/// rounds (arXiv 2604.10508).
pub const TURNS: u8 = 2;

/// What a request took for which nothing was paid.
const NOTHING: Tokens = Tokens { input: 0, cached: 0, written: 0, output: 0, from: TokenSource::Estimated };

/// A model that may be asked.
pub struct Model {
    /// Its name in `escalate`; empty if there is only one.
    pub name: String,
    /// What reaches it.
    pub provider: Box<dyn Provider>,
    /// What its tokens cost, if that is configured.
    pub price: Option<Price>,
    /// The longest reply, in tokens.
    pub max_output: u64,
    /// How often it is asked before the next one; `None` is [`TURNS`]. The last model has all that remains.
    pub attempts: Option<u8>,
    /// What its replies depend on beside the prompt: provider, model, address, temperature.
    pub identity: String,
    /// Whether asking it costs nothing and is no request to anybody, as with recorded replies.
    pub is_free: bool,
}

/// Who is asked for one spec, and with which money.
pub struct Asker<'a> {
    /// The models, the one that is asked first at the front; never empty.
    pub models: Vec<Model>,
    /// How many replies to the same prompt are asked for, until one passes; at least 1.
    pub candidates: u8,
    /// The stem of the spec's file.
    pub stem: String,
    /// What may be spent.
    pub purse: &'a mut Purse,
    /// Where replies are kept that were paid for; `None` keeps none.
    pub kept: Option<Kept>,
    /// Where requests are noted; `None` notes none.
    pub ledger: Option<Ledger>,
    /// The ids of the requests so far.
    pub ids: Vec<String>,
}

/// One turn of a compilation: which model is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn {
    model: usize,
    /// From 1.
    number: u8,
    of: u8,
    /// Whether another model is asked in a later turn.
    has_other: bool,
}

/// A reply, and what it took to get it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    /// The reply.
    pub(crate) reply: Reply,
    /// The kind of provider.
    pub(crate) provider: &'static str,
    dollars: Option<f64>,
    price_date: Option<String>,
}

impl Answer {
    /// The attempt as a lock records it, without verdicts yet.
    pub(crate) fn attempt(&self, prompt: &Hash) -> Attempt {
        let Reply { tokens, model, took, .. } = &self.reply;
        // TOML's integers are signed; a provider may say anything.
        let count = |tokens: u64| tokens.min(i64::MAX as u64);
        Attempt {
            prompt: prompt.to_string(),
            candidate: None,
            provider: self.provider.to_owned(),
            model: model.clone(),
            tokens_in: count(tokens.input),
            tokens_cached: count(tokens.cached),
            tokens_written: count(tokens.written),
            tokens_out: count(tokens.output),
            tokens_from: tokens.from.name().to_owned(),
            tokenizer: (tokens.from == TokenSource::Estimated).then(|| tokens::TOKENIZER.to_owned()),
            dollars: self.dollars,
            price_date: self.price_date.clone(),
            seconds: (took.as_secs_f64() * 10.0).round() / 10.0,
            verdicts: Verdicts::default(),
        }
    }
}

impl Asker<'_> {
    /// Whether the budget allows the first request: asked before anything else takes its time.
    ///
    /// # Errors
    /// The limits that it could pass.
    pub fn afford(&self, first: &Prompt) -> Result<(), Vec<Short>> {
        let Some(model) = self.models.first() else { return Ok(()) };
        let is_kept = || self.kept.as_ref().is_some_and(|kept| kept.find(first, &model.identity, 0).is_some());
        if model.is_free || is_kept() {
            return Ok(());
        }
        let worst = WorstCase::new(tokens::count(&first.text()), model.max_output, model.price.as_ref());
        self.purse.check(&self.stem, &worst)
    }

    /// The turns of a compilation with at most `attempts` of them.
    pub(crate) fn turns(&self, attempts: u8) -> Vec<Turn> {
        let own: Vec<Option<u8>> = self.models.iter().map(|model| model.attempts).collect();
        let turns = schedule(&own, attempts);
        let last = turns.last().copied();
        let turn = |(number, model)| Turn { model, number, of: attempts, has_other: last != Some(model) };
        (1..).zip(turns).map(turn).collect()
    }

    /// Gets the `sample`-th reply to `prompt`: one that was kept, or a new one if the budget allows its worst case.
    pub(crate) fn ask(
        &mut self,
        turn: &Turn,
        sample: u8,
        prompt: &Prompt,
        before: usize,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<Answer, Failed> {
        let several = self.models.len() > 1;
        let model = &mut self.models[turn.model];
        let provider = model.provider.kind();
        if let Some(found) = self.kept.as_ref().and_then(|kept| kept.find(prompt, &model.identity, sample)) {
            let Found { reply, id, dollars, price_date } = found;
            self.ids.push(id);
            on_event(Event::Replied { tokens: reply.tokens.clone(), took: reply.took, dollars, kept: true });
            return Ok(Answer { reply, provider, dollars, price_date });
        }
        let text = prompt.text();
        let counted = tokens::count(&text);
        if !model.is_free {
            let worst = WorstCase::new(counted, model.max_output, model.price.as_ref());
            self.purse.check(&self.stem, &worst).map_err(|short| Failed::OverBudget { short, attempts: before })?;
        }
        on_event(Event::Asking {
            attempt: turn.number,
            of: turn.of,
            bytes: text.len(),
            model: several.then(|| model.name.clone()),
            candidate: (self.candidates > 1).then_some((sample + 1, self.candidates)),
            left: self.purse.left(&self.stem),
        });
        let id = ledger::id(&prompt.hash());
        let note = |entry: Entry, on_event: &mut dyn FnMut(Event)| {
            if let Some(ledger) = self.ledger.as_ref().filter(|_| !model.is_free)
                && let Err(error) = ledger.add(&entry)
            {
                on_event(Event::NotKept(format!("`{}` can't be written: {error}", ledger.path().display())));
            }
        };
        note(
            Entry::Asked {
                id: id.clone(),
                at: ledger::now(),
                spec: self.stem.clone(),
                prompt: prompt.hash().to_string(),
                provider: provider.to_owned(),
                tokens_in: counted,
            },
            on_event,
        );
        let started = Instant::now();
        let result = model.provider.ask(prompt, &mut |pause| on_event(Event::Waiting(pause)));
        let answered = Answered { id: id.clone(), at: ledger::now(), spec: self.stem.clone(), ..Answered::default() };
        let reply = match result {
            Ok(reply) => reply,
            Err(error) => {
                let spent = error.spent.as_deref().cloned().unwrap_or(NOTHING);
                let cost = model.price.as_ref().filter(|_| !model.is_free).map(|price| price.of(&spent));
                if !model.is_free {
                    self.purse.spend(&self.stem, &spent, cost);
                }
                note(
                    Entry::Answered(Answered {
                        tokens_in: spent.input,
                        tokens_cached: spent.cached,
                        tokens_written: spent.written,
                        tokens_out: spent.output,
                        tokens_from: spent.from.name().to_owned(),
                        dollars: cost.and_then(|cost| cost.to_f64()),
                        error: Some(error.code.0.to_owned()),
                        ..answered
                    }),
                    on_event,
                );
                let stop = match error.code {
                    codes::CUT => Stop::Limit,
                    codes::REFUSED => Stop::Refused,
                    _ => return Err(Failed::Provider(error)),
                };
                if !turn.has_other {
                    return Err(Failed::Provider(error));
                }
                // What this model can't do, the next one may.
                self.ids.push(id);
                on_event(Event::Replied {
                    tokens: spent.clone(),
                    took: started.elapsed(),
                    dollars: cost.and_then(|cost| cost.to_f64()),
                    kept: false,
                });
                let reply =
                    Reply { text: String::new(), tokens: spent, stop, model: String::new(), took: started.elapsed() };
                let price_date = model.price.as_ref().map(|price| price.date.clone());
                return Ok(Answer { reply, provider, dollars: cost.and_then(|cost| cost.to_f64()), price_date });
            }
        };
        let price = model.price.as_ref().filter(|_| !model.is_free);
        let cost = price.map(|price| price.of(&reply.tokens));
        let dollars = cost.and_then(|cost| cost.to_f64());
        let found = Found { reply, id: id.clone(), dollars, price_date: price.map(|price| price.date.clone()) };
        if !model.is_free {
            // Before anything else: from here on it is not lost.
            if let Some(Err(error)) = self.kept.as_ref().map(|kept| kept.keep(prompt, &model.identity, sample, &found))
            {
                on_event(Event::NotKept(error.to_string()));
            }
            self.purse.spend(&self.stem, &found.reply.tokens, cost);
        }
        let tokens = &found.reply.tokens;
        note(
            Entry::Answered(Answered {
                model: found.reply.model.clone(),
                tokens_in: tokens.input,
                tokens_cached: tokens.cached,
                tokens_written: tokens.written,
                tokens_out: tokens.output,
                tokens_from: tokens.from.name().to_owned(),
                dollars,
                seconds: found.reply.took.as_secs_f64(),
                ..answered
            }),
            on_event,
        );
        on_event(Event::Replied { tokens: tokens.clone(), took: found.reply.took, dollars, kept: false });
        let Found { reply, id, dollars, price_date } = found;
        self.ids.push(id);
        Ok(Answer { reply, provider, dollars, price_date })
    }

    /// The last reply was locked.
    pub(crate) fn locked(&mut self) {
        let is_paid = self.models.iter().any(|model| !model.is_free);
        if let Some(ledger) = self.ledger.as_ref().filter(|_| is_paid) {
            let replies = std::mem::take(&mut self.ids);
            // What the lock holds is not lost; that it then also counts as spent in vain is the lesser evil.
            let _ = ledger.add(&Entry::Locked { at: ledger::now(), spec: self.stem.clone(), replies });
        }
        self.ended();
    }

    /// The compilation came to an end, so its replies are not needed again.
    pub(crate) fn ended(&mut self) {
        self.ids.clear();
        if let Some(kept) = &self.kept {
            kept.forget();
        }
    }
}

/// Which model has which of at most `attempts` turns, by its index: each has its `own`, the last one all that remains.
pub(crate) fn schedule(own: &[Option<u8>], attempts: u8) -> Vec<usize> {
    let mut turns = Vec::new();
    for (index, attempts_of_model) in own.iter().enumerate() {
        let remaining = usize::from(attempts) - turns.len();
        let after = own.len() - 1 - index;
        let wanted = if after == 0 { remaining } else { usize::from(attempts_of_model.unwrap_or(TURNS)) };
        // Each later model should have a turn; but the first one goes first.
        let count = wanted.min(remaining.saturating_sub(after).max(1)).min(remaining);
        turns.extend(std::iter::repeat_n(index, count));
    }
    turns
}

#[cfg(test)]
mod tests;
