//! Loops over numbers, compiled for what this processor knows: releases are built for any x86-64 processor, whose vectors hold four
//! numbers, and most machines have vectors of eight or sixteen.

#![expect(unsafe_code, reason = "calling a function that is compiled for more than every processor has; what it needs is looked up first")]

/// A loop over numbers. Marked `#[inline(always)]`, it becomes part of the function that [`widest`] chooses and is compiled as that is.
pub(crate) trait Loop {
    type Done;

    fn run(self) -> Self::Done;
}

/// Runs a loop in the widest instructions that this processor has. The compiler may use them, nothing else changes: products and sums are
/// not contracted but where a loop says `mul_add`, which is exact everywhere, so that every width gives the same bits. Processors without AVX2 call
/// a function for it.
pub(crate) fn widest<L: Loop>(work: L) -> L::Done {
    #[cfg(target_arch = "x86_64")]
    {
        #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
        fn avx512<L: Loop>(work: L) -> L::Done {
            work.run()
        }
        #[target_feature(enable = "avx2,fma")]
        fn avx2<L: Loop>(work: L) -> L::Done {
            work.run()
        }
        let has = |name: &str| match name {
            "avx512" => {
                is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512bw")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vl")
            }
            _ => is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma"),
        };
        if has("avx512") {
            // SAFETY: this processor has all that the function is compiled for.
            return unsafe { avx512(work) };
        }
        if has("avx2") {
            // SAFETY: as above.
            return unsafe { avx2(work) };
        }
    }
    work.run()
}
