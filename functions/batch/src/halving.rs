//! An engine that takes a smaller batch when the device's memory does not hold the one that was asked for.
//!
//! Engines of a fixed batch need the same memory every time, so that it shows at the start whether it is there. Later it can only go missing
//! when somebody else takes it; then, too, the batch is halved, and the rows from there on name the batch that they were computed in.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use genre::{Engine, EngineError, EngineInfo, Outputs};

/// Makes an engine for so many pictures at a time.
type Make<E> = Box<dyn Fn(usize) -> anyhow::Result<E> + Send + Sync>;
/// Tells people something.
type Tell = Box<dyn Fn(&str) + Send + Sync>;

/// An engine and how to make one for fewer pictures.
pub(crate) struct Halving<E> {
    make: Make<E>,
    tell: Tell,
    running: Mutex<Running<E>>,
    /// What ran first.
    first: EngineInfo,
    /// What ran after one halving of that, two, and so on.
    later: Vec<OnceLock<EngineInfo>>,
    halvings: AtomicUsize,
}

struct Running<E> {
    batch: usize,
    /// `None` after a smaller one could not be made.
    engine: Option<E>,
}

impl<E: Engine> Halving<E> {
    /// The engine for the largest batch that fits, `batch` at most.
    ///
    /// # Errors
    /// Not even one picture fits, or something else is wrong.
    pub(crate) fn new(batch: usize, make: Make<E>, tell: Tell) -> anyhow::Result<Self> {
        let (batch, engine) = largest(batch.max(1), &make, &tell)?;
        let first = engine.info().clone();
        let later = (0..batch.ilog2()).map(|_| OnceLock::new()).collect();
        let running = Mutex::new(Running { batch, engine: Some(engine) });
        Ok(Self { make, tell, running, first, later, halvings: AtomicUsize::new(0) })
    }

    /// Pictures that the engine takes at a time now.
    pub(crate) fn batch(&self) -> usize {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).batch
    }

    /// Makes an engine for half as many pictures, or for fewer still.
    fn halve(&self, running: &mut Running<E>, why: &str) -> anyhow::Result<()> {
        // Its memory is what the next one needs.
        running.engine = None;
        let (batch, engine) = largest(half(running.batch, why, &self.tell)?, &self.make, &self.tell)?;
        let halvings = self.halvings.load(Ordering::Relaxed) + (running.batch.ilog2() - batch.ilog2()) as usize;
        if let Some(info) = halvings.checked_sub(1).and_then(|index| self.later.get(index)) {
            // No number of halvings is come to twice.
            let _ = info.set(engine.info().clone());
        }
        self.halvings.store(halvings, Ordering::Relaxed);
        *running = Running { batch, engine: Some(engine) };
        Ok(())
    }
}

/// The engine for the largest batch that fits, from `batch` down.
fn largest<E>(mut batch: usize, make: &Make<E>, tell: &Tell) -> anyhow::Result<(usize, E)> {
    loop {
        match make(batch) {
            Ok(engine) => return Ok((batch, engine)),
            Err(error) => {
                let Some(why) = out_of_memory(&error) else { return Err(error) };
                batch = half(batch, &why, tell)?;
            }
        }
    }
}

/// Half of it, and tells so.
fn half(batch: usize, why: &str, tell: &Tell) -> anyhow::Result<usize> {
    if batch == 1 {
        return Err(EngineError::OutOfMemory(format!("not even one picture at a time fits: {why}")).into());
    }
    tell(&format!("not enough memory for {batch} pictures at once, going on with {} ({why})", batch / 2));
    Ok(batch / 2)
}

/// What an error says about missing memory, if that is what it is about.
fn out_of_memory(error: &anyhow::Error) -> Option<String> {
    error.chain().find_map(|cause| match cause.downcast_ref::<EngineError>() {
        Some(EngineError::OutOfMemory(why)) => Some(why.clone()),
        _ => None,
    })
}

impl<E: Engine> Engine for Halving<E> {
    fn info(&self) -> &EngineInfo {
        let halvings = self.halvings.load(Ordering::Relaxed);
        halvings.checked_sub(1).and_then(|index| self.later.get(index)?.get()).unwrap_or(&self.first)
    }

    fn run(&self, pictures: &[&[f32]]) -> Result<Outputs, EngineError> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let Some(engine) = &running.engine else {
                return Err(EngineError::Lost("it could not be started again with a smaller batch".to_owned()));
            };
            match engine.run(pictures) {
                Err(EngineError::OutOfMemory(why)) => {
                    self.halve(&mut running, &why).map_err(|error| EngineError::Lost(format!("{error:#}")))?;
                }
                result => return result,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Mutex, PoisonError};

    use genre::{Engine, EngineError, EngineInfo, Outputs};

    use super::Halving;

    /// A device with room for so many pictures, which others may take.
    struct Fake {
        batch: usize,
        room: Arc<AtomicUsize>,
        info: EngineInfo,
    }

    impl Engine for Fake {
        fn info(&self) -> &EngineInfo {
            &self.info
        }

        fn run(&self, pictures: &[&[f32]]) -> Result<Outputs, EngineError> {
            if self.batch > self.room.load(Ordering::SeqCst) {
                return Err(EngineError::OutOfMemory("all taken".to_owned()));
            }
            if pictures[0][0] < 0.0 {
                return Err(EngineError::Lost("fell off the bus".to_owned()));
            }
            Ok(Outputs { logits: pictures.concat(), embeddings: Vec::new() })
        }
    }

    struct Bench {
        room: Arc<AtomicUsize>,
        made: Arc<AtomicUsize>,
        told: Arc<Mutex<Vec<String>>>,
    }

    impl Bench {
        fn with_room(pictures: usize) -> Self {
            Self { room: Arc::new(AtomicUsize::new(pictures)), made: Arc::default(), told: Arc::default() }
        }

        fn engine(&self, batch: usize) -> anyhow::Result<Halving<Fake>> {
            let (room, made, told) = (Arc::clone(&self.room), Arc::clone(&self.made), Arc::clone(&self.told));
            let make = move |batch| {
                made.fetch_add(1, Ordering::SeqCst);
                anyhow::ensure!(batch != 3, "three is no good");
                let info = EngineInfo { name: "fake", version: "1".to_owned(), device: format!("batch {batch}"), threads: 1 };
                let engine = Fake { batch, room: Arc::clone(&room), info };
                // As a real one does: its first run shows whether it fits.
                anyhow::Context::context(engine.run(&[&[0.0]]), "the first run failed")?;
                Ok(engine)
            };
            let tell = move |text: &str| told.lock().unwrap_or_else(PoisonError::into_inner).push(text.to_owned());
            Halving::new(batch, Box::new(make), Box::new(tell))
        }

        fn told(&self) -> Vec<String> {
            self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
        }
    }

    #[test]
    fn the_largest_batch_that_fits_is_found_and_told() {
        for (asked, room, found) in [(64, 100, 64), (64, 64, 64), (64, 63, 32), (64, 1, 1), (48, 7, 6), (1, 1, 1)] {
            let bench = Bench::with_room(room);
            let engine = bench.engine(asked).expect("there is room for one");
            assert_eq!((engine.batch(), engine.info().device.as_str()), (found, format!("batch {found}").as_str()));
            assert_eq!(bench.told().len() + 1, bench.made.load(Ordering::SeqCst));
        }
        let bench = Bench::with_room(20);
        drop(bench.engine(64).expect("there is room for sixteen"));
        assert_eq!(
            bench.told(),
            [
                "not enough memory for 64 pictures at once, going on with 32 (all taken)",
                "not enough memory for 32 pictures at once, going on with 16 (all taken)"
            ]
        );
    }

    #[test]
    fn memory_that_goes_missing_halves_the_batch_and_loses_no_answer() {
        let bench = Bench::with_room(64);
        let engine = bench.engine(64).expect("there is room");
        assert_eq!(engine.run(&[&[1.0], &[2.0]]).expect("there is room").logits, [1.0, 2.0]);
        bench.room.store(9, Ordering::SeqCst);
        assert_eq!(engine.run(&[&[3.0], &[4.0]]).expect("eight fit").logits, [3.0, 4.0]);
        assert_eq!((engine.batch(), engine.info().device.as_str()), (8, "batch 8"));
        // More room does not bring the larger one back: rows would change for no reason.
        bench.room.store(64, Ordering::SeqCst);
        assert_eq!(engine.run(&[&[5.0]]).expect("eight fit").logits, [5.0]);
        assert_eq!(engine.batch(), 8);
        bench.room.store(0, Ordering::SeqCst);
        let error = engine.run(&[&[5.0]]).expect_err("nothing fits");
        assert!(matches!(&error, EngineError::Lost(why) if why.contains("not even one picture at a time fits")), "{error}");
        assert!(matches!(engine.run(&[&[5.0]]), Err(EngineError::Lost(_))), "it stays lost");
        assert_eq!(engine.info().device, "batch 8");
    }

    #[test]
    fn other_errors_halve_nothing() {
        let bench = Bench::with_room(64);
        let engine = bench.engine(64).expect("there is room");
        assert!(matches!(engine.run(&[&[-1.0]]), Err(EngineError::Lost(why)) if why == "fell off the bus"));
        assert_eq!((engine.batch(), bench.told().len()), (64, 0));
        for asked in [3, 6] {
            let refused = Bench::with_room(5).engine(asked).map(drop).expect_err("three is no good");
            assert_eq!(refused.to_string(), "three is no good");
        }
        let nothing = Bench::with_room(0).engine(4).map(drop).expect_err("nothing fits");
        assert!(nothing.to_string().contains("not even one picture"), "{nothing}");
    }
}
