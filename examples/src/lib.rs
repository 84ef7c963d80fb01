//! Runnable programs a newcomer copies from.
