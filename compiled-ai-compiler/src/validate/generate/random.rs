//! The source of choices: SHA-256 over a seed and a counter.
//!
//! A generator of random numbers may change its sequence with its version; this one can't, so that the same spec and the
//! same candidate are tested with the same inputs for good. Speed does not matter here: running a case takes far longer.

use sha2::{Digest as _, Sha256};

/// Choices that depend on the seed and on nothing else.
#[derive(Debug, Clone)]
pub(super) struct Random {
    seed: [u8; 32],
    counter: u64,
    /// What is left of the last block.
    left: Vec<u64>,
}

impl Random {
    pub(super) fn new(seed: &str) -> Self {
        Self { seed: Sha256::digest(seed).into(), counter: 0, left: vec![] }
    }

    pub(super) fn number(&mut self) -> u64 {
        if let Some(number) = self.left.pop() {
            return number;
        }
        let block = Sha256::new().chain_update(self.seed).chain_update(self.counter.to_le_bytes()).finalize();
        self.counter += 1;
        self.left = block
            .chunks_exact(8)
            .map(|bytes| bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
            .collect();
        self.left.pop().unwrap_or_default()
    }

    /// A number below `limit`; 0 if that is 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        // The bias of a remainder is of no account at these sizes.
        (self.number() % (limit.max(1) as u64)) as usize
    }

    /// One of them; `None` of none.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// True once in `times`.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// Puts them into another order.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
    }
}
