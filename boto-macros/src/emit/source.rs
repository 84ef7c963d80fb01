//! Source text in pieces, each belonging to an operation or to none.

use std::fmt;

/// A run of whole items.
#[derive(Debug)]
pub struct Piece {
    /// The source.
    pub text: String,
    /// The operation that asked for it, by its index.
    pub owner: Option<usize>,
}

/// Takes source text.
pub struct Source {
    pieces: Vec<Piece>,
    split: bool,
}

impl Source {
    /// An empty source; without `split`, everything goes into one piece.
    pub fn new(split: bool) -> Source {
        Source { pieces: vec![Piece { text: String::new(), owner: None }], split }
    }

    /// Whether pieces are kept apart.
    pub fn splits(&self) -> bool {
        self.split
    }

    /// What follows belongs to that operation.
    pub fn belongs_to(&mut self, owner: Option<usize>) {
        if self.split && self.pieces.last().is_some_and(|piece| piece.owner != owner) {
            self.pieces.push(Piece { text: String::new(), owner });
        }
    }

    /// Appends text.
    pub fn text(&mut self, text: &str) {
        self.buffer().push_str(text);
    }

    /// Appends several texts.
    pub fn texts(&mut self, texts: &[&str]) {
        let buffer = self.buffer();
        for text in texts {
            buffer.push_str(text);
        }
    }

    /// Appends formatted text.
    pub fn write(&mut self, text: fmt::Arguments<'_>) {
        // Writing into a String cannot fail.
        let _ = fmt::Write::write_fmt(self.buffer(), text);
    }

    /// The text being written.
    pub fn buffer(&mut self) -> &mut String {
        if self.pieces.is_empty() {
            self.pieces.push(Piece { text: String::new(), owner: None });
        }
        let last = self.pieces.len() - 1;
        &mut self.pieces[last].text
    }

    /// All pieces that hold something.
    pub fn finish(mut self) -> Vec<Piece> {
        self.pieces.retain(|piece| !piece.text.is_empty());
        self.pieces
    }
}
