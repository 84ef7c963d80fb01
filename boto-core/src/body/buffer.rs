//! The one buffer that a body is collected into.

use bytes::Bytes;
use std::collections::TryReserveError;

/// The most that is allocated from the heap on the word of a `Content-Length` alone; beyond, the buffer grows with what
/// has really arrived.
pub(super) const TRUSTED: u64 = 128 << 20;

/// From this size on, memory comes straight from the system in huge pages where it has them. Touching fresh memory in
/// pages of 4 KiB costs several times as much as copying the body into it.
#[cfg(target_os = "linux")]
const LARGE: u64 = 8 << 20;

/// Grows as needed; never aborts the process when memory is short.
pub(super) enum Buffer {
    Heap(Vec<u8>),
    #[cfg(target_os = "linux")]
    Mapped {
        map: memmap2::MmapMut,
        filled: usize,
    },
}

impl Buffer {
    /// A buffer for about `length` bytes, where that is known. Of mapped memory only what is used costs anything, so
    /// there a false length does no harm.
    pub(super) fn new(length: Option<u64>) -> Result<Buffer, TryReserveError> {
        let length = length.unwrap_or(0);
        #[cfg(target_os = "linux")]
        if length >= LARGE {
            let wanted = usize::try_from(length).ok();
            if let Some(map) = wanted.and_then(|length| memmap2::MmapMut::map_anon(length).ok()) {
                // Without huge pages it is as good as the heap.
                let _ = map.advise(memmap2::Advice::HugePage);
                return Ok(Buffer::Mapped { map, filled: 0 });
            }
        }
        let mut heap = Vec::new();
        heap.try_reserve_exact(length.min(TRUSTED) as usize)?;
        Ok(Buffer::Heap(heap))
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Buffer::Heap(heap) => heap.len(),
            #[cfg(target_os = "linux")]
            Buffer::Mapped { filled, .. } => *filled,
        }
    }

    pub(super) fn append(&mut self, chunk: &[u8]) -> Result<(), TryReserveError> {
        match self {
            Buffer::Heap(heap) => {
                heap.try_reserve(chunk.len())?;
                heap.extend_from_slice(chunk);
                Ok(())
            }
            #[cfg(target_os = "linux")]
            Buffer::Mapped { map, filled } => {
                let end = *filled + chunk.len();
                if let Some(room) = map.get_mut(*filled..end) {
                    room.copy_from_slice(chunk);
                    *filled = end;
                    return Ok(());
                }
                // More than was announced: whoever watches over the length will say so.
                let mut heap = Vec::new();
                heap.try_reserve(end)?;
                heap.extend_from_slice(&map[..*filled]);
                heap.extend_from_slice(chunk);
                *self = Buffer::Heap(heap);
                Ok(())
            }
        }
    }

    pub(super) fn into_bytes(self) -> Bytes {
        match self {
            Buffer::Heap(heap) => Bytes::from(heap),
            #[cfg(target_os = "linux")]
            Buffer::Mapped { map, filled } => Bytes::from_owner(map).slice(..filled),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_buffer_keeps_what_it_is_given() {
        let chunk: Vec<u8> = (0..3_000_000u32).map(|i| (i / 3) as u8).collect();
        for length in [None, Some(1), Some(3_000_000), Some(9_000_000), Some(12_000_000), Some(u64::MAX), Some(1 << 45)]
        {
            let mut buffer = Buffer::new(length).unwrap();
            for _ in 0..3 {
                buffer.append(&chunk).unwrap();
            }
            assert_eq!(buffer.len(), 9_000_000);
            let bytes = buffer.into_bytes();
            assert!(bytes.chunks(3_000_000).all(|part| part == chunk), "{length:?}");
        }
        // One that was announced too short moves to the heap.
        let mut buffer = Buffer::new(Some(8 << 20)).unwrap();
        for _ in 0..4 {
            buffer.append(&chunk).unwrap();
        }
        assert_eq!(buffer.into_bytes().len(), 12_000_000);
    }
}
