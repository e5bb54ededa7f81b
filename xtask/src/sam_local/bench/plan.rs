//! What is started: every model with every size of memory, and beside Python where it has whole cores.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use genre::probe::Bounds;

use super::measure::{Program, Room, Start};
use super::share::Share;
use super::{Subject, price};

/// What two decoders and two front ends may make of a probability in any precision; a network that was not run, or another one, is far beyond.
const DECODED: f64 = 5e-3;

/// Python, and where AWS's runtime client for it is.
pub(super) type Peer = (PathBuf, PathBuf);

/// All starts, those of Python behind ours; with shares of a processor or without, on so many processors.
pub(super) fn starts(
    root: &Path,
    (subjects, peer): (&[Subject], Option<&Peer>),
    program: &Path,
    (shares, all): (bool, usize),
) -> anyhow::Result<Vec<Start>> {
    let (mut starts, mut groups) = (Vec::new(), BTreeMap::new());
    for (memory_mb, threads) in settings(shares, all) {
        if shares && !groups.contains_key(&memory_mb) {
            groups.insert(memory_mb, Rc::new(Share::of(price::cores(memory_mb))?));
        }
        let processors = if shares { all.min(2) } else { threads };
        let room = Rc::new(Room { memory_mb, threads, processors, share: groups.get(&memory_mb).cloned() });
        for (number, subject) in subjects.iter().enumerate() {
            let allowed = Bounds::of(subject.precision).probability.max(DECODED);
            let start = |program, peer| Start { program, room: Rc::clone(&room), subject: number, allowed, peer };
            starts.push(start(ours(subject, program, threads), false));
            // Beside Python where the function has whole cores, and uses them.
            if let Some(peer) = peer.filter(|_| price::WHOLE_MB.get(threads - 1) == Some(&memory_mb)) {
                starts.push(start(theirs(root, subject, peer, threads), true));
            }
        }
    }
    Ok(starts)
}

/// Memory and threads: below a core one thread, from there on also two, which Lambda's two processors let run side by side for a part of
/// the time.
fn settings(shares: bool, all: usize) -> Vec<(u32, usize)> {
    let sizes = price::SIZES_MB.into_iter().filter(|size| shares || price::WHOLE_MB.contains(size));
    let with_threads = sizes.flat_map(|size| [(size, 1), (size, 2)]);
    let sensible = |&(size, threads): &(u32, usize)| {
        let cores = price::cores(size);
        threads <= all && (shares || threads as f64 == cores) && (threads == 1 || cores >= 1.0) && cores <= all as f64
    };
    with_threads.filter(sensible).collect()
}

fn ours(subject: &Subject, program: &Path, threads: usize) -> Program {
    let mut ours = Program::new("ours", &[program]);
    ours.set("ACOUSTICSENSE_THREADS", &threads.to_string());
    if let Some(folder) = &subject.folder {
        ours.set("ACOUSTICSENSE_MODEL", &folder.to_string_lossy()).set("ACOUSTICSENSE_PRECISION", subject.precision.as_str());
    }
    ours
}

fn theirs(root: &Path, subject: &Subject, (python, client): &Peer, threads: usize) -> Program {
    let handler = ["-m", "awslambdaric", "lambda_peer.handler"].map(Path::new);
    let mut other = Program::new("Python", &[&[python.as_path()], handler.as_slice()].concat());
    other.set("PYTHONPATH", &format!("{}:{}", client.display(), root.join("tools").display()));
    other.set("MODEL", &subject.onnx.to_string_lossy()).set("THREADS", &threads.to_string());
    other.set("TEMPERATURE", &subject.temperature.to_string()).set("OMP_NUM_THREADS", &threads.to_string());
    other
}

#[cfg(test)]
mod tests {
    use super::settings;

    #[test]
    fn whole_cores_are_measured_where_there_are_no_shares_of_one() {
        assert_eq!(settings(false, 2), [(1769, 1), (3538, 2)]);
        assert_eq!(settings(false, 1), [(1769, 1)]);
        assert_eq!(settings(true, 1), [(1024, 1), (1536, 1), (1769, 1)]);
        let both = [(1769, 1), (1769, 2), (2048, 1), (2048, 2), (2560, 1), (2560, 2), (3008, 1), (3008, 2), (3538, 1), (3538, 2)];
        assert_eq!(settings(true, 2), [&[(1024, 1), (1536, 1)], both.as_slice()].concat());
    }
}
