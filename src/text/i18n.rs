//! Translations: Fluent messages (<https://projectfluent.org>), and the choice of a language.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::web::html::unmarked;
use crate::{Refusal, UnixTime};

/// The messages in all languages.
pub struct Messages {
    languages: Vec<Language>,
}

struct Language {
    tag: String,
    identifier: LanguageIdentifier,
    messages: FluentBundle<FluentResource>,
}

/// An argument of a message: `{ $name }` in its source.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// Text that is inserted as it is, between marks that isolate its writing direction (U+2068, U+2069).
    Text(String),
    /// A number, which chooses plural forms.
    Number(f64),
}

impl Messages {
    /// Fallback: for messages that another language lacks, and for readers none of whose languages we have.
    pub const FALLBACK: &str = "en";
    /// The part of the header `Accept-Language` that is read. Browsers send less than a hundred bytes.
    const LONGEST_WISH: usize = 1_000;

    /// The messages in these sources, each with its language tag (BCP 47).
    ///
    /// # Errors
    /// [`Refusal::DataInvalid`] if a source is not Fluent, has a message twice or an invalid tag, or if there is none for [`Messages::FALLBACK`].
    pub fn parse<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Refusal> {
        let mut languages = sources.into_iter().map(|(tag, source)| Language::parse(tag, source)).collect::<Result<Vec<_>, _>>()?;
        languages.sort_by(|one, other| one.tag.cmp(&other.tag));
        let texts = Self { languages };
        texts.language(Self::FALLBACK).ok_or_else(|| Refusal::DataInvalid("there are no English texts".into()))?;
        Ok(texts)
    }

    /// The tags of all languages, in alphabetical order.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| language.tag.as_str())
    }

    /// The best language for a reader who `wished` for one (by a link) or whose program accepts some (`Accept-Language`, RFC 9110 §12.5.4;
    /// `xml:lang`). There always is one. A language in another script is chosen only where nothing else that the reader wants is there.
    #[must_use]
    pub fn choose(&self, wished: Option<&str>, accepted: Option<&str>) -> &str {
        let first = wished.into_iter().filter_map(|tag| tag.parse().ok());
        let requested: Vec<LanguageIdentifier> = first.chain(preferences(accepted.unwrap_or_default())).map(as_written).collect();
        let in_any_script = || requested.iter().map(|wanted| LanguageIdentifier::from_parts(wanted.language, None, None, &[])).collect::<Vec<_>>();
        let best = self.best(&requested).or_else(|| self.best(&in_any_script()));
        best.map_or(Self::FALLBACK, |language| language.tag.as_str())
    }

    fn best(&self, requested: &[LanguageIdentifier]) -> Option<&Language> {
        let available: Vec<&LanguageIdentifier> = self.languages.iter().map(|language| &language.identifier).collect();
        let best = *negotiate_languages(requested, &available, None, NegotiationStrategy::Filtering).first()?;
        self.languages.iter().find(|language| language.identifier == **best)
    }

    /// Whether the language is written from right to left.
    #[must_use]
    pub fn is_right_to_left(&self, tag: &str) -> bool {
        self.language(tag).is_some_and(|language| language.identifier.character_direction() == CharacterDirection::RTL)
    }

    /// The message `id` in this language, or in [`Messages::FALLBACK`] if it lacks it. A missing argument stays as `{$name}`.
    ///
    /// # Errors
    /// [`Refusal::DataInvalid`] if there is no such message.
    pub fn format(&self, tag: &str, id: &str, arguments: impl IntoIterator<Item = (String, Argument)>) -> Result<String, Refusal> {
        let told: FluentArgs<'_> = arguments
            .into_iter()
            .map(|(name, argument)| match argument {
                Argument::Text(text) => (name, FluentValue::from(text)),
                Argument::Number(number) => (name, FluentValue::from(number)),
            })
            .collect();
        let languages = self.language(tag).into_iter().chain(self.language(Self::FALLBACK));
        let mut formatted = languages.filter_map(|language| language.format(id, &told));
        formatted.next().ok_or_else(|| Refusal::DataInvalid(format!("there is no text {id}")))
    }

    /// The message `id` as [`Messages::format`] returns it, if that is the same whatever it is told: it is one piece of text.
    #[must_use]
    pub fn constant(&self, tag: &str, id: &str) -> Option<String> {
        let mut languages = self.language(tag).into_iter().chain(self.language(Self::FALLBACK));
        languages.find(|language| language.messages.has_message(id))?.constant(id)
    }

    /// A point in time in the words of a language, such as "4 December 2026, 04:17 UTC" (message `moment`).
    ///
    /// # Errors
    /// As [`Messages::format`].
    #[expect(clippy::cast_precision_loss, reason = "years have four digits")]
    pub fn moment(&self, tag: &str, time: UnixTime) -> Result<String, Refusal> {
        let (year, month, day) = time.calendar();
        let numbers = [("year", year), ("month", month), ("day", day)].map(|(name, number)| (name.to_owned(), Argument::Number(number as f64)));
        let told = numbers.into_iter().chain([("time".to_owned(), Argument::Text(time.to_clock()))]);
        self.format(tag, "moment", told).map(|text| unmarked(&text))
    }

    fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == tag)
    }
}

impl Language {
    fn parse(tag: &str, source: &str) -> Result<Self, Refusal> {
        let wrong = |what: String| Refusal::DataInvalid(format!("texts in {tag}: {what}"));
        let identifier: LanguageIdentifier = tag.parse().map_err(|error| wrong(format!("{error}")))?;
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| wrong(format!("{errors:?}")))?;
        let mut messages = FluentBundle::new(vec![identifier.clone()]);
        messages.add_resource(resource).map_err(|errors| wrong(format!("{errors:?}")))?;
        Ok(Self { tag: tag.to_owned(), identifier, messages })
    }

    fn constant(&self, id: &str) -> Option<String> {
        let pattern = self.messages.get_message(id)?.value()?;
        match self.messages.format_pattern(pattern, None, &mut Vec::new()) {
            Cow::Borrowed(text) => Some(text.to_owned()),
            Cow::Owned(_) => None,
        }
    }

    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.messages.get_message(id)?.value()?;
        Some(self.messages.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
    }
}

/// The language with what its region tells of it and the negotiation does not know: where Portuguese is that of Portugal (CLDR, parent locales), and
/// where Chinese is written in traditional characters (CLDR, likely subtags).
fn as_written(mut wanted: LanguageIdentifier) -> LanguageIdentifier {
    const LIKE_PORTUGAL: [&str; 11] = ["AO", "CH", "CV", "FR", "GQ", "GW", "LU", "MO", "MZ", "ST", "TL"];
    const TRADITIONAL: [&str; 3] = ["HK", "MO", "TW"];
    let is_in = |regions: &[&str]| wanted.region.is_some_and(|region| regions.contains(&region.as_str()));
    if wanted.language == "pt" && is_in(&LIKE_PORTUGAL) {
        wanted.region = "PT".parse().ok();
    } else if wanted.language == "zh" && wanted.script.is_none() && is_in(&TRADITIONAL) {
        wanted.script = "Hant".parse().ok();
    }
    wanted
}

/// The languages that a header accepts, the most wanted first. Malformed parts are left out.
fn preferences(header: &str) -> Vec<LanguageIdentifier> {
    let mut weighted: Vec<(f32, LanguageIdentifier)> = header
        .split(',')
        .take_while({
            let mut seen = 0;
            move |range| {
                seen += range.len() + 1;
                seen <= Messages::LONGEST_WISH
            }
        })
        .filter_map(|range| {
            let (tag, parameters) = range.split_once(';').unwrap_or((range, "q=1"));
            let weight: f32 = parameters.trim().strip_prefix("q=")?.trim().parse().ok()?;
            let is_wanted = weight > 0.0 && weight <= 1.0;
            Some((weight, tag.trim().parse().ok().filter(|_| is_wanted)?))
        })
        .collect();
    weighted.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    weighted.into_iter().map(|(_, language)| language).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts() -> Messages {
        let english = "hello = Hello, { $name }!\nonly-english = Oh\ndays = { $count ->\n    [one] one day\n   *[other] { $count } days\n}\n";
        let polish =
            "hello = Cześć, { $name }!\ndays = { $count ->\n    [one] dzień\n    [few] { $count } dni (few)\n   *[many] { $count } dni (many)\n}\n";
        Messages::parse([("pl", polish), ("en", english), ("ar", "hello = مرحبا { $name }\n"), ("pt-BR", "hello = Olá\n")]).unwrap()
    }

    fn told(name: &str, argument: Argument) -> [(String, Argument); 1] {
        [(name.to_owned(), argument)]
    }

    #[test]
    fn a_text_comes_in_its_language_and_keeps_what_it_is_told_apart() {
        let hello = |tag| texts().format(tag, "hello", told("name", Argument::Text("Julia".into()))).unwrap();
        assert_eq!(hello("en"), "Hello, \u{2068}Julia\u{2069}!");
        assert_eq!(hello("pl"), "Cześć, \u{2068}Julia\u{2069}!");
        assert_eq!(hello("xx"), hello("en"));
    }

    #[test]
    fn what_a_language_lacks_comes_in_english_and_what_all_lack_is_refused() {
        assert_eq!(texts().format("pl", "only-english", []).unwrap(), "Oh");
        assert!(matches!(texts().format("pl", "unknown", []), Err(Refusal::DataInvalid(_))));
        assert_eq!(texts().format("en", "hello", []).unwrap(), "Hello, \u{2068}{$name}\u{2069}!");
    }

    #[test]
    fn a_text_that_is_told_nothing_is_known_once_and_for_all() {
        let texts = texts();
        assert_eq!(texts.constant("pt-BR", "hello").as_deref(), Some("Olá"));
        assert_eq!(texts.constant("pl", "only-english").as_deref(), Some("Oh"));
        for (tag, id) in [("pl", "hello"), ("en", "days"), ("en", "none"), ("ar", "days")] {
            assert_eq!(texts.constant(tag, id), None, "{tag} {id}");
        }
    }

    #[test]
    fn numbers_choose_the_plural_form_of_the_language() {
        let days = |tag, count| texts().format(tag, "days", told("count", Argument::Number(count))).unwrap().replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(days("en", 1.0), "one day");
        assert_eq!(days("en", 7.0), "7 days");
        assert_eq!(days("pl", 1.0), "dzień");
        assert_eq!(days("pl", 3.0), "3 dni (few)");
        assert_eq!(days("pl", 5.0), "5 dni (many)");
    }

    #[test]
    fn the_language_is_the_one_wished_for_or_the_dearest_of_those_accepted() {
        let texts = texts();
        assert_eq!(texts.choose(None, Some("pl, en;q=0.8")), "pl");
        assert_eq!(texts.choose(None, Some("en;q=0.3, pl-PL;q=0.9, *;q=0.1")), "pl");
        assert_eq!(texts.choose(None, Some("fr, ar-EG;q=0.5")), "ar");
        assert_eq!(texts.choose(None, Some("pt")), "pt-BR");
        assert_eq!(texts.choose(Some("ar"), Some("pl")), "ar");
        assert_eq!(texts.choose(Some("nonsense!"), Some("pl")), "pl");
        assert_eq!(texts.choose(None, Some("pl;q=0, en")), "en");
        for nothing in [None, Some(""), Some("*"), Some(",;,q=;"), Some("xx-YY"), Some("pl;q=2"), Some("pl;q=NaN")] {
            assert_eq!(texts.choose(None, nothing), "en", "{nothing:?}");
        }
        assert_eq!(texts.choose(None, Some(&format!("{}pl", "x,".repeat(100_000)))), "en");
    }

    #[test]
    fn the_language_is_that_of_the_readers_region_and_script() {
        let texts = Messages::parse(["en", "pt-BR", "pt-PT", "zh-Hans"].map(|tag| (tag, "hello = Hello"))).unwrap();
        for (accepted, expected) in [
            ("pt", "pt-BR"),
            ("pt-BR, pt;q=0.9", "pt-BR"),
            ("pt-US", "pt-BR"),
            ("pt-PT, pt;q=0.9, en;q=0.8", "pt-PT"),
            ("pt-AO", "pt-PT"),
            ("pt-mz, pt;q=0.9", "pt-PT"),
            ("zh", "zh-Hans"),
            ("zh-CN, zh;q=0.9, en;q=0.8", "zh-Hans"),
            ("zh-SG", "zh-Hans"),
            ("zh-Hans-CN", "zh-Hans"),
            // Readers of traditional characters get simplified ones if they can read nothing else here, or say that any Chinese will do.
            ("zh-TW", "zh-Hans"),
            ("zh-Hant-HK, fr;q=0.9", "zh-Hans"),
            ("zh-TW, zh;q=0.9, en;q=0.8", "zh-Hans"),
            ("zh-TW, en;q=0.8", "en"),
        ] {
            assert_eq!(texts.choose(None, Some(accepted)), expected, "{accepted}");
        }
        // Links of earlier versions.
        assert_eq!((texts.choose(Some("pt"), Some("en")), texts.choose(Some("zh"), Some("en"))), ("pt-BR", "zh-Hans"));
    }

    #[test]
    fn languages_know_which_way_they_run() {
        assert!(texts().is_right_to_left("ar"));
        assert!(!texts().is_right_to_left("en") && !texts().is_right_to_left("xx"));
        assert_eq!(texts().tags().collect::<Vec<_>>(), ["ar", "en", "pl", "pt-BR"]);
    }

    #[test]
    fn sources_that_make_no_sense_are_refused() {
        for sources in
            [vec![], vec![("de", "a = b")], vec![("en", "a = { ")], vec![("en", "a = b\na = c")], vec![("en", "a = b"), ("no language", "")]]
        {
            assert!(matches!(Messages::parse(sources.clone()), Err(Refusal::DataInvalid(_))), "{sources:?}");
        }
    }

    proptest! {
        #[test]
        fn any_wish_finds_a_language(wished in ".*", accepted in ".*") {
            let texts = texts();
            let tag = texts.choose(Some(&wished), Some(&accepted));
            prop_assert!(texts.tags().any(|known| known == tag));
        }
    }
}
