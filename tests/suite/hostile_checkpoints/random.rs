//! Chance that is the same on every machine, and the numbers that parsers stumble over.

/// Marsaglia's xorshift64.
pub(super) struct Random(u64);

impl Random {
    /// Neighbouring seeds must not give similar streams.
    pub(super) fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..4 {
            random.next();
        }
        random
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `limit`, or 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        ((self.next() >> 11) % limit.max(1) as u64) as usize
    }

    /// Whether something of so many per cent happens.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(super) fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// A number for a field of `width` bytes that holds `old`: an extreme one, a neighbour, or any.
    pub(super) fn number(&mut self, old: u64, width: usize) -> u64 {
        let most = u64::MAX >> (64 - 8 * width.clamp(1, 8));
        let step = 1 << self.below(12);
        let chosen = match self.below(12) {
            0 => 0,
            1 => 1,
            2 => most,
            3 => most - 1,
            4 => most >> 1,
            5 => (most >> 1) + 1,
            6 => u64::from(u32::MAX),
            7 => 1 << self.below(64),
            8 => self.next(),
            9 => old.wrapping_sub(step),
            10 => old.wrapping_mul(2),
            _ => old.wrapping_add(step),
        };
        chosen & most
    }
}

/// The little-endian number at `at`, of at most eight bytes.
pub(super) fn get(bytes: &[u8], at: usize, width: usize) -> u64 {
    let mut wide = [0; 8];
    wide[..width].copy_from_slice(&bytes[at..at + width]);
    u64::from_le_bytes(wide)
}

pub(super) fn put(bytes: &mut [u8], at: usize, width: usize, value: u64) {
    bytes[at..at + width].copy_from_slice(&value.to_le_bytes()[..width]);
}
