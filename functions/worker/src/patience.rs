//! What stops a file's work when the invocation's time is over: a source that delivers no more bytes, an engine that begins no more
//! pictures. Between the two, nothing takes long.

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::time::Instant;

use genre::{Engine, EngineError, EngineInfo, Outputs, Source};

thread_local! {
    /// When the work on this thread has to stop.
    static END: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// Runs `work`, which is over at `end`.
pub(crate) fn within<T>(end: Instant, work: impl FnOnce() -> T) -> T {
    let outer = END.replace(Some(end));
    let done = work();
    END.set(outer);
    done
}

/// True where the time of the work on this thread is over.
fn is_over() -> bool {
    END.get().is_some_and(|end| Instant::now() >= end)
}

/// A source that fails once the time of the thread that reads it is over.
pub(crate) fn timed(source: Source) -> Source {
    let len = source.len();
    Source::reader(Timed(source), len)
}

struct Timed(Source);

impl Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if is_over() { Err(io::ErrorKind::TimedOut.into()) } else { self.0.read(buffer) }
    }
}

impl Seek for Timed {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

/// An engine that gets pictures in small batches, and none any more once the time is over. A long track has hundreds of them.
pub(crate) struct TimedEngine<E>(pub(crate) E);

impl<E: Engine> Engine for TimedEngine<E> {
    fn info(&self) -> &EngineInfo {
        self.0.info()
    }

    fn run(&self, pictures: &[&[f32]]) -> Result<Outputs, EngineError> {
        let mut all = Outputs { logits: Vec::new(), embeddings: Vec::new() };
        for some in pictures.chunks(self.0.info().threads.max(1)) {
            if is_over() {
                return Err(over());
            }
            let some = self.0.run(some)?;
            all.logits.extend(some.logits);
            all.embeddings.extend(some.embeddings);
        }
        Ok(all)
    }
}

fn over() -> EngineError {
    EngineError::Run("the invocation's time is over".to_owned())
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Seek, SeekFrom};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{Duration, Instant};

    use genre::{Engine, EngineError, EngineInfo, Outputs, Source};

    use super::{TimedEngine, timed, within};

    /// Adds one to every picture, which is one number; counts its calls.
    struct Adder(EngineInfo, AtomicUsize);

    impl Engine for Adder {
        fn info(&self) -> &EngineInfo {
            &self.0
        }

        fn run(&self, pictures: &[&[f32]]) -> Result<Outputs, EngineError> {
            assert!(pictures.len() <= self.0.threads);
            self.1.fetch_add(1, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(2));
            Ok(Outputs { logits: pictures.iter().map(|picture| picture[0] + 1.0).collect(), embeddings: pictures.concat() })
        }
    }

    fn adder() -> TimedEngine<Adder> {
        let info = EngineInfo { name: "adder", version: "1".to_owned(), device: "cpu".to_owned(), threads: 3 };
        TimedEngine(Adder(info, AtomicUsize::new(0)))
    }

    /// Pictures of one pixel each.
    fn pictures(pixels: &[f32]) -> Vec<&[f32]> {
        pixels.chunks(1).collect()
    }

    #[test]
    fn pictures_are_handed_on_in_order_and_in_small_batches() {
        let engine = adder();
        let pixels: Vec<f32> = (0..8_u8).map(f32::from).collect();
        let outputs = within(Instant::now() + Duration::from_secs(60), || engine.run(&pictures(&pixels))).expect("in time");
        assert_eq!(outputs.logits, pixels.iter().map(|pixel| pixel + 1.0).collect::<Vec<_>>());
        assert_eq!((outputs.embeddings, engine.0.1.into_inner()), (pixels, 3));
    }

    #[test]
    fn nothing_is_begun_when_the_time_is_over() {
        let engine = adder();
        let pixels = [0.0; 3000];
        let result = within(Instant::now() + Duration::from_millis(20), || engine.run(&pictures(&pixels)));
        assert!(matches!(result, Err(EngineError::Run(_))));
        assert!(engine.0.1.load(Ordering::Relaxed) <= 11, "it stopped in the middle");
        assert!(within(Instant::now(), || engine.run(&[&[0.0]])).is_err() && engine.run(&[&[0.0]]).is_ok(), "the bound is the work's");

        let mut source = timed(Source::bytes([1, 2, 3]));
        let mut byte = [0];
        assert_eq!((source.len(), source.seek(SeekFrom::Start(2)).expect("within"), source.read(&mut byte).expect("within")), (3, 2, 1));
        assert_eq!(byte, [3]);
        assert!(within(Instant::now(), || source.read(&mut byte)).is_err());
    }
}
