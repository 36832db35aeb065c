//! Values of a configuration, as they are written.

use mlua::{Result, Table, Value};

use crate::options::Raw;

/// Pairs that are read of a table within a value.
const MOST_PAIRS: usize = 1_000;

/// The tables that were read, which answers name by their number.
pub(super) struct Tables {
    read: Vec<Table>,
    /// Pairs that may still be read, of all tables together.
    room: usize,
}

impl Default for Tables {
    fn default() -> Self {
        Self { read: Vec::new(), room: usize::MAX }
    }
}

impl Tables {
    /// Leaves room for so many pairs, of all tables that are read from now on. Without a limit all are read.
    pub(super) fn limit(&mut self, room: usize) {
        self.room = room;
    }

    /// Was there no room for something?
    pub(super) fn is_full(&self) -> bool {
        self.room == 0
    }

    /// A value, so many tables deep. Of deeper ones it is known whether they are empty.
    pub(super) fn read(&mut self, value: &Value, depth: usize) -> Result<Raw> {
        self.read_pairs(value, depth, usize::MAX)
    }

    /// The table of this number.
    pub(super) fn get(&self, id: usize) -> Option<Table> {
        self.read.get(id).cloned()
    }

    fn read_pairs(&mut self, value: &Value, depth: usize, most: usize) -> Result<Raw> {
        #[expect(clippy::cast_precision_loss, reason = "no configuration has numbers that a float can't be")]
        let raw = match value {
            Value::Nil => Raw::Nil,
            Value::Boolean(value) => Raw::Boolean(*value),
            Value::Integer(value) => Raw::Number(*value as f64),
            Value::Number(value) => Raw::Number(*value),
            Value::String(text) => Raw::Text(text.as_bytes().to_vec()),
            Value::Table(table) => {
                let id = self.read.len();
                self.read.push(table.clone());
                let mut pairs = Vec::new();
                for pair in table.pairs::<Value, Value>().take(if depth > 0 { most } else { 1 }) {
                    if self.is_full() {
                        break;
                    }
                    self.room -= 1;
                    let (key, value) = pair?;
                    let mut inner = |value| if depth > 0 { self.read_pairs(value, depth - 1, MOST_PAIRS) } else { Ok(Raw::Nil) };
                    pairs.push((inner(&key)?, inner(&value)?));
                }
                Raw::Table(id, pairs)
            }
            Value::Function(_) => Raw::Other("a function"),
            Value::Thread(_) => Raw::Other("a thread"),
            _ => Raw::Other("an object"),
        };
        Ok(raw)
    }
}
