//! How much memory the current thread holds: a hostile file must not make us allocate what its header claims.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// The system's allocator, which also counts per thread.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most bytes that `work` held at a time, on this thread, and what it returned.
pub(crate) fn peak_of<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD.get();
    PEAK.set(before);
    let result = work();
    (result, usize::try_from(PEAK.get() - before).unwrap_or(0))
}

fn count(bytes: isize) {
    // Not reachable while a thread is being taken down, when nobody measures any more.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.get())));
    });
}

#[expect(unsafe_code, reason = "a global allocator is an unsafe trait; every call is handed on to the system's unchanged")]
// SAFETY: all four methods are System's own, with the same arguments; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: the caller's promise is System's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: the caller's promise is System's.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: the caller's promise is System's.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size as isize - layout.size() as isize);
        // SAFETY: the caller's promise is System's.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[test]
fn the_count_is_right() {
    let (kept, peak) = peak_of(|| {
        drop(vec![0_u8; 3 << 20]);
        vec![1_u8; 1 << 20]
    });
    assert_eq!(kept.len(), 1 << 20);
    assert!((3 << 20..(3 << 20) + 4096).contains(&peak), "{peak}");
}
