//! Cards: invites that were printed together on one sheet. `additional_data.sheet` says so of each: `{ id, number, of, title }`.

use serde::Serialize;
use serde_json::Value;

use crate::{CreateRequest, text};

/// The place of an invite on its sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The id that all cards of the sheet have.
    pub sheet: String,
    /// Its number, from 1.
    pub number: i64,
    /// How many cards were made.
    pub of: i64,
    /// What the sheet is for, in one line, as it is printed on each card.
    pub title: Option<String>,
}

impl Card {
    /// Bytes of an id.
    const LONGEST_ID: usize = 64;
    /// Cards of a sheet.
    const MOST: i64 = 1_000_000;

    /// The card that `additional_data` says an invite is. Other modules may keep something else under that name: that is no card.
    #[must_use]
    pub fn of(data: Option<&Value>) -> Option<Self> {
        let sheet = data?.get("sheet")?;
        let count = |key: &str| sheet.get(key)?.as_i64().filter(|count| (1..=Self::MOST).contains(count));
        let id = sheet.get("id")?.as_str().filter(|id| (1..=Self::LONGEST_ID).contains(&id.len()) && id.chars().all(text::is_plain))?;
        let title = sheet.get("title").and_then(Value::as_str).filter(|title| !title.is_empty());
        let (number, of) = (count("number")?, count("of")?);
        (number <= of).then(|| Self {
            sheet: id.to_owned(),
            number,
            of,
            title: title.map(|title| text::clean(title.as_bytes(), CreateRequest::LONGEST_NOTE)),
        })
    }

    /// The data of the card that comes `by` places after this one on its sheet. What is no card stays as it is.
    #[must_use]
    pub fn after(mut data: Value, by: u16) -> Value {
        if let (Some(card), Some(number)) = (Self::of(Some(&data)), data.pointer_mut("/sheet/number")) {
            *number = (card.number + i64::from(by)).into();
        }
        data
    }

    /// `, card 3 of 10`, or nothing.
    #[must_use]
    pub fn words(data: Option<&Value>) -> String {
        Self::of(data).map_or_else(String::new, |card| format!(", card {} of {}", card.number, card.of))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_card_has_a_place_on_a_sheet() {
        let data = json!({ "note": "x", "sheet": { "id": "a1", "number": 3, "of": 10, "title": "Summer\nparty" } });
        let card = Card { sheet: "a1".into(), number: 3, of: 10, title: Some("Summer party".into()) };
        assert_eq!(Card::of(Some(&data)), Some(card.clone()));
        assert_eq!(Card::words(Some(&data)), ", card 3 of 10");
        assert_eq!(Card::of(Some(&Card::after(data, 7))), Some(Card { number: 10, ..card.clone() }));
        let plain = json!({ "sheet": { "id": "a1", "number": 3, "of": 10 } });
        assert_eq!(Card::of(Some(&plain)), Some(Card { title: None, ..card }));
    }

    #[test]
    fn what_is_no_card_is_none() {
        let long = "x".repeat(65);
        for odd in [
            json!(null),
            json!("a1"),
            json!([1]),
            json!({ "id": "", "number": 1, "of": 1 }),
            json!({ "id": long, "number": 1, "of": 1 }),
            json!({ "id": "a\u{1b}", "number": 1, "of": 1 }),
            json!({ "id": "a1", "number": 0, "of": 1 }),
            json!({ "id": "a1", "number": 2, "of": 1 }),
            json!({ "id": "a1", "number": "1", "of": 1 }),
            json!({ "id": "a1", "number": 1, "of": 1_000_001 }),
            json!({ "id": "a1", "number": 1.5, "of": 2 }),
            json!({ "id": "a1" }),
        ] {
            let data = json!({ "sheet": odd });
            assert_eq!(Card::of(Some(&data)), None, "{odd}");
            assert_eq!(Card::after(data.clone(), 1), data);
        }
        assert_eq!((Card::of(None), Card::words(Some(&json!([1])))), (None, String::new()));
    }
}
