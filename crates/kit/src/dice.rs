//! Chance, handed in. Only here is the machine asked for randomness.

use std::sync::{Arc, Mutex};

use sha2::{Digest as _, Sha256};

/// A source of random bytes: the operating system's, or a seeded one for tests.
#[derive(Clone, Debug)]
pub struct Dice(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Seeded(Arc<Mutex<(u64, u64)>>),
}

impl Dice {
    /// The operating system's generator.
    pub fn system() -> Dice {
        Dice(Source::System)
    }

    /// The same bytes in the same order, for tests only: anybody can foresee them.
    pub fn seeded(seed: u64) -> Dice {
        Dice(Source::Seeded(Arc::new(Mutex::new((seed, 0)))))
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match &self.0 {
            Source::System => from_the_system(&mut bytes),
            Source::Seeded(state) => from_the_seed(state, &mut bytes),
        }
        bytes
    }

    /// 256 bits as text for addresses and cookies (base64url).
    pub fn token(&self) -> String {
        use base64::Engine;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that asks for chance"
)]
fn from_the_system(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("an operating system without randomness cannot keep secrets");
}

fn from_the_seed(state: &Mutex<(u64, u64)>, bytes: &mut [u8]) {
    let mut state = state
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    for chunk in bytes.chunks_mut(32) {
        state.1 += 1;
        let mut hash = Sha256::new();
        hash.update(state.0.to_be_bytes());
        hash.update(state.1.to_be_bytes());
        chunk.copy_from_slice(&hash.finalize()[..chunk.len()]);
    }
}
