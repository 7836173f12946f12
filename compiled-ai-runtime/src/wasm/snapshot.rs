//! The state that instances are put back to between calls.

use std::vec::Vec;

/// What is copied or cleared at once. Small enough to tell the empty parts of a stack from its used ones.
const BLOCK: usize = 4096;

/// The memory of an instance before its first call from outside.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Snapshot {
    length: usize,
    /// Alternating: as many bytes that are zero, then bytes that are not all zero.
    parts: Vec<(usize, Vec<u8>)>,
}

impl Snapshot {
    pub(crate) fn of(memory: &[u8]) -> Self {
        let mut parts: Vec<(usize, Vec<u8>)> = Vec::new();
        for block in memory.chunks(BLOCK) {
            let is_zero = block.iter().all(|byte| *byte == 0);
            match parts.last_mut() {
                Some((_, bytes)) if !is_zero => bytes.extend_from_slice(block),
                Some((zero, bytes)) if bytes.is_empty() => *zero += block.len(),
                _ if is_zero => parts.push((block.len(), Vec::new())),
                _ => parts.push((0, block.to_vec())),
            }
        }
        Self { length: memory.len(), parts }
    }

    /// Bytes of the memory.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// Puts a memory back. One that has grown can't be: then nothing is done, and the answer is no.
    #[must_use]
    pub(crate) fn put_back(&self, memory: &mut [u8]) -> bool {
        if memory.len() != self.length {
            return false;
        }
        let mut rest = memory;
        for (zero, bytes) in &self.parts {
            let Some((empty, after)) = rest.split_at_mut_checked(*zero) else { return false };
            let Some((used, after)) = after.split_at_mut_checked(bytes.len()) else { return false };
            empty.fill(0);
            used.copy_from_slice(bytes);
            rest = after;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;

    #[test]
    fn puts_back_every_byte() {
        let mut original = vec![0; 10 * BLOCK + 5];
        for at in [0, 3 * BLOCK, 3 * BLOCK + 7, 4 * BLOCK, 10 * BLOCK + 4] {
            original[at] = 7;
        }
        for original in [original, vec![], vec![1], vec![0; 3 * BLOCK]] {
            let snapshot = Snapshot::of(&original);
            let mut memory = vec![0xaa; original.len()];
            assert!(snapshot.put_back(&mut memory));
            assert_eq!(memory, original);
        }
    }

    #[test]
    fn a_memory_that_has_grown_is_left_alone() {
        let snapshot = Snapshot::of(&[1; 10]);
        let mut memory = [2; 11];
        assert!(!snapshot.put_back(&mut memory));
        assert_eq!(memory, [2; 11]);
    }
}
