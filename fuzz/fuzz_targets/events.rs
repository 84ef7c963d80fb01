#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| boto_fuzz::event_frames(data));
