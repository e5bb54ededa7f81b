//! A share of the processor, as Lambda gives it: a control group with a quota, of either version, where this system lets one be made.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, bail};

/// What Lambda's own quota was seen to be counted over: a share of 0.5 is 10 ms of work, then 10 ms of waiting.
const PERIOD_US: u32 = 20_000;
/// A group can be removed once its last process has been collected.
const PATIENCE: Duration = Duration::from_millis(20);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Version {
    One,
    Two,
}

/// A control group; removed when dropped.
pub(super) struct Share(PathBuf);

impl Share {
    /// # Errors
    /// Why none can be made here.
    pub(super) fn of(cores: f64) -> anyhow::Result<Self> {
        let mounts = fs::read_to_string("/proc/mounts").context("failed to read /proc/mounts")?;
        for (version, place) in hierarchies(&mounts) {
            let controllers = fs::read_to_string(place.join("cgroup.controllers")).unwrap_or_default();
            if version == Version::Two && !controllers.split_whitespace().any(|controller| controller == "cpu") {
                continue;
            }
            let share = Self(place.join(format!("acousticsense-{}-{:.0}", std::process::id(), 1000.0 * cores)));
            fs::create_dir(&share.0).with_context(|| format!("failed to make the control group {}", share.0.display()))?;
            let quota = (cores * f64::from(PERIOD_US)).round();
            match version {
                Version::One => {
                    share.set("cpu.cfs_period_us", &PERIOD_US.to_string())?;
                    share.set("cpu.cfs_quota_us", &quota.to_string())?;
                }
                Version::Two => share.set("cpu.max", &format!("{quota} {PERIOD_US}"))?,
            }
            return Ok(share);
        }
        bail!("no control groups for processors are mounted here")
    }

    fn set(&self, name: &str, value: &str) -> anyhow::Result<()> {
        let path = self.0.join(name);
        fs::write(&path, value).with_context(|| format!("failed to write {value} into {}", path.display()))
    }

    /// The file that takes in a process.
    pub(super) fn door(&self) -> PathBuf {
        self.0.join("cgroup.procs")
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let gone = (0..50).any(|_| {
            fs::remove_dir(&self.0).is_ok() || {
                sleep(PATIENCE);
                false
            }
        });
        if !gone {
            crate::terminal::progress(format_args!("{} could not be removed", self.0.display()));
        }
    }
}

/// Mounted hierarchies that may know of processors.
fn hierarchies(mounts: &str) -> Vec<(Version, PathBuf)> {
    let read = |line: &str| {
        let mut words = line.split_whitespace().skip(1);
        let (place, kind, options) = (Path::new(words.next()?).to_owned(), words.next()?, words.next()?);
        match kind {
            "cgroup" if options.split(',').any(|option| option == "cpu") => Some((Version::One, place)),
            "cgroup2" => Some((Version::Two, place)),
            _ => None,
        }
    };
    mounts.lines().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Version, hierarchies};

    #[test]
    fn both_versions_are_found() {
        let mounts = "tmpfs /sys/fs/cgroup tmpfs rw,mode=755 0 0\n\
                      cgroup /sys/fs/cgroup/cpuset cgroup rw,relatime,cpuset 0 0\n\
                      cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,relatime,cpu,cpuacct 0 0\n\
                      cgroup2 /sys/fs/cgroup/unified cgroup2 rw,relatime 0 0\n";
        let [one, two] = ["/sys/fs/cgroup/cpu,cpuacct", "/sys/fs/cgroup/unified"].map(PathBuf::from);
        assert_eq!(hierarchies(mounts), [(Version::One, one), (Version::Two, two)]);
        assert!(hierarchies("proc /proc proc rw 0 0\n").is_empty());
    }
}
