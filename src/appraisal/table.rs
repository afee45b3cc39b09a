//! A small table from words to values: one look a word, the same order on every machine.

/// A table by hash, open addressing; filled once, read often.
#[derive(Debug)]
pub(in crate::appraisal) struct Table<T> {
    slots: Vec<Option<(u64, T)>>,
    filled: usize,
}

/// The hash of a word (FNV-1a).
pub(in crate::appraisal) fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// One hash for two in their order.
pub(in crate::appraisal) const fn pair(first: u64, second: u64) -> u64 {
    // The multiplier is that of splitmix64; the rotation keeps the order apart.
    (first.rotate_left(23) ^ second).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), filled: 0 }
    }
}

/// A set of hashes.
#[derive(Debug, Default)]
pub(in crate::appraisal) struct Keys(Table<()>);

impl Keys {
    /// Puts one in; whether it is new.
    pub(in crate::appraisal) fn insert(&mut self, hash: u64) -> bool {
        let before = self.0.filled;
        self.0.entry(hash);
        self.0.filled > before
    }

    /// Whether it is in.
    pub(in crate::appraisal) fn has(&self, hash: u64) -> bool {
        self.0.get(hash).is_some()
    }

    /// How many there are.
    pub(in crate::appraisal) const fn len(&self) -> usize {
        self.0.filled
    }
}

impl FromIterator<u64> for Keys {
    fn from_iter<I: IntoIterator<Item = u64>>(hashes: I) -> Self {
        let mut keys = Self::default();
        for hash in hashes {
            keys.insert(hash);
        }
        keys
    }
}

impl<T> Table<T> {
    /// The value at a hash, made when it is not there yet.
    pub(in crate::appraisal) fn entry(&mut self, hash: u64) -> &mut T
    where
        T: Default,
    {
        if self.slots.len() < (self.filled + 1) * 2 {
            self.grow();
        }
        let at = self.find(hash);
        if self.slots[at].is_none() {
            self.filled += 1;
        }
        &mut self.slots[at].get_or_insert_with(|| (hash, T::default())).1
    }

    /// The value at a hash.
    pub(in crate::appraisal) fn get(&self, hash: u64) -> Option<&T> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.find(hash)].as_ref().map(|slot| &slot.1)
    }

    /// The slot that holds a hash, or the free one where it would go.
    fn find(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        // The low bits of FNV-1a are weak on short words, so the high ones are folded in.
        let mut at = (hash ^ (hash >> 32)) as usize & mask;
        while self.slots[at].as_ref().is_some_and(|slot| slot.0 != hash) {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(16);
        let old = std::mem::take(&mut self.slots);
        self.slots.resize_with(size, || None);
        for slot in old.into_iter().flatten() {
            let at = self.find(slot.0);
            self.slots[at] = Some(slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_found() {
        let mut table: Table<usize> = Table::default();
        for number in 0..500_usize {
            *table.entry(hash(&number.to_string())) = number;
        }
        for number in 0..500_usize {
            assert_eq!(table.get(hash(&number.to_string())), Some(&number));
        }
        assert_eq!(table.get(hash("other")), None);
        assert_eq!(Table::<usize>::default().get(1), None);
    }
}
