//! A decoder that panics must cost one file, not the process, and must not print paths of our build.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::error::AudioError;

thread_local! {
    static DECODING: Cell<bool> = const { Cell::new(false) };
}

static QUIET_HOOK: Once = Once::new();

/// Runs `decode`; a panic in it becomes [`AudioError::Damaged`] without a word on standard error.
///
/// The first call wraps the process's panic hook: panics on a thread that is decoding stay silent, all others reach the hook that was
/// set before. Works only where panics unwind, which the workspace's profiles see to.
pub(super) fn catch<T>(decode: impl FnOnce() -> Result<T, AudioError>) -> Result<T, AudioError> {
    QUIET_HOOK.call_once(|| {
        let outer = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !DECODING.get() {
                outer(info);
            }
        }));
    });
    let before = DECODING.replace(true);
    // Everything that `decode` touches is dropped with it, so no broken state can be seen afterwards.
    let result = panic::catch_unwind(AssertUnwindSafe(decode));
    DECODING.set(before);
    result.unwrap_or_else(|_| Err(AudioError::Damaged { why: "it broke the decoder".to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::catch;
    use crate::error::AudioError;

    #[test]
    fn a_panic_is_a_damaged_file() {
        let result: Result<(), _> = catch(|| panic!("index out of bounds in /home/somebody/decoder.rs"));
        let message = result.expect_err("the panic must come back as an error").to_string();
        assert_eq!(message, "the audio is damaged: it broke the decoder");
    }

    #[test]
    fn results_pass_through() {
        assert_eq!(catch(|| Ok(7)).expect("no panic, no error"), 7);
        assert!(matches!(catch(|| Err::<(), _>(AudioError::Empty)), Err(AudioError::Empty)));
    }
}
