//! Work spread over threads, results in the order of the inputs, memory bounded.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, Scope, ScopedJoinHandle};

use anyhow::Context;

/// Calls `work` on every input with `jobs` threads and hands the results to `take` on this thread, in the order of the inputs.
///
/// At most `jobs` · `ahead` inputs are between being taken from `inputs` and being handed to `take`, whatever their number. Where the
/// system lets it start fewer threads than `jobs`, those do all of the work.
///
/// # Errors
/// The first error of `take`; no more inputs are begun then. The system lets it start no thread at all.
pub(crate) fn for_each<I: Send, O: Send>(
    inputs: impl Iterator<Item = I> + Send,
    jobs: usize,
    ahead: usize,
    work: impl Fn(I) -> O + Sync,
    mut take: impl FnMut(O) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let in_flight = jobs * ahead;
    // A full channel of permits is what keeps the walk from running ahead: one goes in per input, one comes out per result taken.
    let (take_permit, free_permit) = sync_channel::<()>(in_flight);
    let (give, get) = sync_channel::<(usize, I)>(jobs);
    let (done, results) = channel();
    std::thread::scope(|scope| {
        // Moved in, so that leaving early drops them: every thread then finds its channel closed and ends.
        let (results, free_permit) = (results, free_permit);
        start(scope, move || {
            for numbered in inputs.enumerate() {
                if take_permit.send(()).is_err() || give.send(numbered).is_err() {
                    break;
                }
            }
        })?;
        let get = Arc::new(Mutex::new(get));
        for number in 0..jobs {
            let (done, get, work) = (done.clone(), Arc::clone(&get), &work);
            let started = start(scope, move || {
                loop {
                    let next = get.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((index, input)) = next else { break };
                    // A panic must not leave a hole in the order that everybody waits for; it is thrown again below.
                    let result = catch_unwind(AssertUnwindSafe(|| work(input)));
                    if done.send((index, result)).is_err() {
                        break;
                    }
                }
            });
            match started {
                Ok(_) => {}
                Err(error) if number == 0 => return Err(error),
                Err(_) => break,
            }
        }
        drop((done, get));
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        for (index, result) in results {
            waiting.insert(index, result);
            while let Some(result) = waiting.remove(&next) {
                next += 1;
                take(result.unwrap_or_else(|panic| resume_unwind(panic)))?;
                // The feeder put it in before the input that this result is of.
                let _ = free_permit.recv();
            }
        }
        Ok(())
    })
}

/// What to do where the system refuses a thread.
pub(crate) const NO_THREAD: &str =
    "the system lets this program start no more threads; give it more processes or memory, or take fewer --jobs";

/// Starts a thread.
///
/// # Errors
/// The system refuses: a container's bound on processes, or no memory for a stack.
pub(crate) fn start<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> anyhow::Result<ScopedJoinHandle<'scope, T>> {
    Builder::new().spawn_scoped(scope, work).context(NO_THREAD)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::for_each;

    #[test]
    fn results_come_in_order_and_the_walk_does_not_run_ahead() {
        for jobs in [1, 2, 7] {
            let (begun, taken, most) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
            let inputs = (0..500).inspect(|_| {
                let ahead = begun.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
                most.fetch_max(ahead, Ordering::SeqCst);
            });
            // The first takes longest: all others have to wait for it.
            let work = |n: usize| {
                std::thread::sleep(Duration::from_millis(if n == 0 { 30 } else { 0 }));
                n * n
            };
            let mut results = Vec::new();
            let all = for_each(inputs, jobs, 8, work, |result| {
                results.push(result);
                taken.fetch_add(1, Ordering::SeqCst);
                Ok(())
            });
            assert!(all.is_ok());
            assert_eq!(results, (0..500).map(|n| n * n).collect::<Vec<_>>());
            assert!(most.into_inner() <= jobs * 8 + 2, "{jobs} jobs");
        }
    }

    #[test]
    fn an_error_ends_it_even_when_inputs_never_end() {
        let result = for_each(0_u64.., 3, 8, |n| n, |n| if n < 20 { Ok(()) } else { Err(anyhow::anyhow!("enough")) });
        assert_eq!(result.map_err(|error| error.to_string()), Err("enough".to_owned()));
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_comes_through() {
        let _ = for_each(0_u64.., 2, 8, |n| assert!(n != 7, "seven"), |()| Ok(()));
    }
}
