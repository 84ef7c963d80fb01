#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| boto_fuzz::json_answers(data));
