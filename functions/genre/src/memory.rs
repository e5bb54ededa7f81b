//! What a program does with memory that was freed.

#![expect(unsafe_code, reason = "a call into the C library, whose arguments are numbers")]

/// Memory that was freed and is the program's still, at most, bytes of each of its heaps.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const KEPT: i32 = 64 << 20;
/// What is larger is asked of the system and given back to it, bytes; the most that the C library takes.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE: i32 = 32 << 20;

/// Keeps memory that was freed for the next picture, in the place of giving it back to the system. To be called by a program when it starts;
/// a library's user may want something else. Does nothing where the C library is not glibc.
///
/// A network asks for the same few megabytes at every picture. glibc gives them back in between, and the system clears every page of them
/// before it hands them out again, which takes long on a virtual machine. Measured (2026-11-29, medians of six rounds in turn, one thread): the
/// built-in model 5.8 → 4.7 ms, a ViT-B/16 in int8 109 → 98 ms, in f32 318 → 295 ms; memory at its peak 1 MB more or 3 MB less.
pub fn keep_freed() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    for (what, bytes) in [(libc::M_TRIM_THRESHOLD, KEPT), (libc::M_MMAP_THRESHOLD, LARGE)] {
        // SAFETY: it takes any numbers, and refuses those that make no sense.
        unsafe { libc::mallopt(what, bytes) };
    }
}
