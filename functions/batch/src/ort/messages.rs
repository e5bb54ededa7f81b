//! What ONNX Runtime's messages mean, and how much of them people are shown.

use genre::EngineError;

/// What an error of the runtime means: pictures of one shape either all run, or something is wrong with the device.
pub(super) fn failure(error: &ort::Error) -> EngineError {
    failed(error.message())
}

fn failed(message: &str) -> EngineError {
    // Asked of the whole message: the cause often stands behind a page of C++ types.
    if is_out_of_memory(message) { EngineError::OutOfMemory(one_line(message)) } else { EngineError::Lost(one_line(message)) }
}

/// There is no code for it: the arena, CUDA and its libraries each have words of their own.
pub(super) fn is_out_of_memory(message: &str) -> bool {
    const WORDS: [&str; 7] = [
        "failed to allocate memory",
        "available memory of",
        "out of memory",
        "cudaerrormemoryallocation",
        "cublas_status_alloc_failed",
        "cudnn_status_alloc_failed",
        "bad_alloc",
    ];
    let message = message.to_lowercase();
    WORDS.iter().any(|words| message.contains(words))
}

/// Messages of ONNX Runtime may go on for pages, and begin with the place in its source; a failure of CUDA names the C++ types of its
/// template first, twice.
pub(super) fn one_line(message: &str) -> String {
    const LONGEST: usize = 400;
    const CAUSES: [&str; 3] = ["CUDA failure ", "CUBLAS failure ", "CUDNN failure "];
    let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.rsplit_once("[ONNXRuntimeError] : ").and_then(|(_, rest)| rest.splitn(3, " : ").nth(2)).unwrap_or(&line);
    let line = CAUSES.iter().filter_map(|cause| line.find(cause)).min().map_or(line, |begin| &line[begin..]);
    let line = line.trim_end_matches('.');
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use genre::EngineError;

    use super::{failed, one_line};

    #[test]
    fn what_is_said_of_missing_memory_is_understood() {
        for message in [
            "Non-zero status code returned while running MatMul node. Name:'block0.mlp1.product' Status Message: bfc_arena.cc:376 \
             onnxruntime::BFCArena::AllocateRawInternal(size_t, bool) Failed to allocate memory for requested buffer of size 38731776",
            "bfc_arena.cc:342 Available memory of 32317440 is smaller than requested bytes of 38731776",
            "CUDA failure 2: out of memory ; GPU=0 ; hostname=a ; file=cuda_call.cc ; line=121 ; expr=cudaMalloc((void**)&p, size);",
            "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; expr=cublasCreate(&cublas_handle_);",
            "CUDNN failure 4: CUDNN_STATUS_ALLOC_FAILED ; GPU=0",
            "Exception during initialization: std::bad_alloc",
        ] {
            assert!(matches!(failed(message), EngineError::OutOfMemory(_)), "{message}");
        }
        for message in ["CUDA failure 700: an illegal memory access was encountered", "CUDNN_STATUS_EXECUTION_FAILED", ""] {
            assert!(matches!(failed(message), EngineError::Lost(_)), "{message}");
        }
    }

    #[test]
    fn the_cause_is_found_behind_the_types_of_a_template() {
        let types = "std::conditional_t<THRW, void, onnxruntime::common::Status> onnxruntime::CudaCall(ERRTYPE, const char*, const char*, \
                     ERRTYPE, const char*, const char*, int) [with ERRTYPE = cublasStatus_t; bool THRW = true; std::conditional_t<THRW, \
                     void, common::Status> = void] ";
        let place = "/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_call.cc";
        let cause = "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; hostname=a ; expr=cublasCreate(&cublas_handle_);";
        let message = format!("{place}:123 {types}{place}:116 {types}{cause}");
        assert!(message.len() > 700);
        assert!(matches!(failed(&message), EngineError::OutOfMemory(why) if why == cause), "{message}");
    }

    #[test]
    fn messages_stay_on_one_line() {
        assert_eq!(one_line("a\n  b\tc. "), "a b c");
        let placed = "/src/bridge.cc:2043 Provider& Get() [ONNXRuntimeError] : 1 : FAIL : Failed to load x.so with error: no : file";
        assert_eq!(one_line(placed), "Failed to load x.so with error: no : file");
        let long = one_line(&"ä".repeat(1_000));
        assert_eq!(long.chars().count(), 402);
    }
}
