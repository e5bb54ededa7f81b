//! What is loaded into this process: its versions are told from the files themselves, never assumed.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files that are mapped into this process. Only Linux tells.
pub(super) fn files() -> Vec<PathBuf> {
    files_of(&std::fs::read_to_string("/proc/self/maps").unwrap_or_default())
}

/// The files of a list in the form of `/proc/PID/maps`: the path begins at the first slash of a line.
fn files_of(maps: &str) -> Vec<PathBuf> {
    let paths: BTreeSet<&str> = maps.lines().filter_map(|line| line.find('/').map(|at| &line[at..])).collect();
    paths.into_iter().map(PathBuf::from).collect()
}

/// What a library's name says of its version: `libcuda.so.580.95.05` is 580.95.05.
fn version_in_name<'f>(files: &'f [PathBuf], library: &str) -> Option<&'f str> {
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    names.filter_map(|name| name.strip_prefix(library)?.strip_prefix('.')).next()
}

/// Versions of CUDA, cuDNN and the driver, as far as the names of what is loaded tell.
pub(super) fn cuda_versions() -> Vec<String> {
    let files = files();
    let parts = [("CUDA", "libcudart.so"), ("cuDNN", "libcudnn.so"), ("driver", "libcuda.so")];
    parts.iter().filter_map(|(what, library)| Some(format!("{what} {}", version_in_name(&files, library)?))).collect()
}

/// The GPU's name, as its driver tells it.
pub(super) fn gpu() -> String {
    let named = from_driver(Path::new("/proc/driver/nvidia/gpus"));
    let named = if named.is_empty() { from_tool() } else { named };
    if named.is_empty() {
        "a GPU whose driver does not tell its name".to_owned()
    } else {
        named.into_iter().collect::<Vec<_>>().join(" or ")
    }
}

/// One folder per GPU, with a file of `Key: value` lines.
fn from_driver(folder: &Path) -> BTreeSet<String> {
    let folders = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let texts = folders.filter_map(|entry| std::fs::read_to_string(entry.path().join("information")).ok());
    let models = texts.filter_map(|text| Some(text.lines().find_map(|line| line.strip_prefix("Model:"))?.trim().to_owned()));
    models.filter(|model| !model.is_empty() && model != "Unknown").collect()
}

/// The driver's own tool, where containers and WSL show no folder.
fn from_tool() -> BTreeSet<String> {
    let output = Command::new("nvidia-smi").args(["--query-gpu=name", "--format=csv,noheader"]).output();
    let text = output.ok().filter(|output| output.status.success()).map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&text).lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The version of an ELF library whose symbols carry it, as those of ONNX Runtime do: `VERS_1.31.1`.
pub(super) fn symbol_version(library: &Path) -> Option<String> {
    const MARK: &[u8] = b"VERS_";
    const LONGEST: usize = 32;
    let mut file = File::open(library).ok()?;
    let mut window = Vec::new();
    loop {
        // The end of one piece stays, since the mark may lie across.
        let kept = window.len().min(MARK.len() + LONGEST);
        window.drain(..window.len() - kept);
        if file.by_ref().take(1 << 20).read_to_end(&mut window).ok()? == 0 {
            return None;
        }
        for at in (0..window.len().saturating_sub(MARK.len())).filter(|&at| window[at..].starts_with(MARK)) {
            let rest = &window[at + MARK.len()..];
            let length = rest.iter().take(LONGEST).take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
            // Strings of a library end with a zero; one that is cut off here comes again whole.
            if length > 0 && rest.get(length) == Some(&0) {
                return Some(String::from_utf8_lossy(&rest[..length]).into_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{files_of, from_driver, symbol_version, version_in_name};

    const MAPS: &str = "\
55d0c7a00000-55d0c7a21000 r--p 00000000 08:01 1234   /usr/bin/acousticsense
7f0000000000-7f0000100000 r-xp 00000000 08:01 77     /usr/lib/x86_64-linux-gnu/libcuda.so.580.95.05
7f0000100000-7f0000200000 r-xp 00000000 08:01 78     /usr/local/cuda-13.0/lib/libcudart.so.13.0.88
7f0000200000-7f0000300000 rw-p 00000000 08:01 78     /usr/local/cuda-13.0/lib/libcudart.so.13.0.88
7f0000300000-7f0000400000 rw-p 00000000 00:00 0      [heap]
7f0000400000-7f0000500000 r-xp 00000000 08:01 79     /opt/with a space/libcudnn_ops.so.9.13.0
7f0000500000-7f0000600000 rw-p 00000000 00:00 0
";

    #[test]
    fn versions_come_from_what_is_loaded() {
        let files = files_of(MAPS);
        assert_eq!(files.len(), 4);
        assert!(files.contains(&PathBuf::from("/opt/with a space/libcudnn_ops.so.9.13.0")));
        assert_eq!(version_in_name(&files, "libcuda.so"), Some("580.95.05"));
        assert_eq!(version_in_name(&files, "libcudart.so"), Some("13.0.88"));
        // Another library of the same family is not it.
        assert_eq!(version_in_name(&files, "libcudnn.so"), None);
    }

    #[test]
    fn a_driver_names_its_gpus() {
        let folder = std::env::temp_dir().join(format!("acousticsense-gpus-{}", std::process::id()));
        for (bus, text) in [("0000:01:00.0", "Model: \t\t NVIDIA H200\nIRQ: 42\n"), ("0000:02:00.0", "IRQ: 43\n")] {
            std::fs::create_dir_all(folder.join(bus)).expect("it is a folder of our own");
            std::fs::write(folder.join(bus).join("information"), text).expect("it is a folder of our own");
        }
        let named: Vec<String> = from_driver(&folder).into_iter().collect();
        std::fs::remove_dir_all(&folder).expect("it is a folder of our own");
        assert_eq!(named, ["NVIDIA H200"]);
        assert!(from_driver(Path::new("/nowhere")).is_empty());
    }

    #[test]
    fn a_version_is_found_across_pieces() {
        let path = std::env::temp_dir().join(format!("acousticsense-elf-{}", std::process::id()));
        for before in [0, (1 << 20) - 8, (1 << 20) - 3, (1 << 20) - 1, 3 << 20] {
            let bytes = [&vec![b'V'; before][..], b"VERS_%s\0VERS_1.31.1\0rest"].concat();
            std::fs::write(&path, bytes).expect("it is a file of our own");
            assert_eq!(symbol_version(&path).as_deref(), Some("1.31.1"), "behind {before} bytes");
        }
        std::fs::write(&path, b"nothing of the kind").expect("it is a file of our own");
        let none = symbol_version(&path);
        std::fs::remove_file(&path).expect("it is a file of our own");
        assert_eq!(none, None);
    }
}
