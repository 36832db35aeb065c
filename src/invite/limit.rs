//! How often an invite can be used.

use std::num::NonZeroU32;

use crate::Refusal;

/// The number of times that an invite can be used before it expires; no number means any number of times ("reusable").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(Option<NonZeroU32>);

impl Limit {
    /// One use, the default.
    pub const ONCE: Self = Self(Some(NonZeroU32::MIN));
    /// Any number of times.
    pub const UNTIL_EXPIRY: Self = Self(None);

    /// A number of uses.
    #[must_use]
    pub fn times(uses: NonZeroU32) -> Self {
        Self(Some(uses))
    }

    /// The number of uses; `None` means no limit.
    #[must_use]
    pub fn max_uses(self) -> Option<i64> {
        self.0.map(|uses| uses.get().into())
    }

    /// The limit for this number of uses; `None` means no limit.
    ///
    /// # Errors
    /// [`Refusal::UsesInvalid`] below 1 or above 2³²-1.
    pub fn from_max_uses(max_uses: Option<i64>) -> Result<Self, Refusal> {
        let uses = |uses| u32::try_from(uses).ok().and_then(NonZeroU32::new).ok_or(Refusal::UsesInvalid);
        max_uses.map(uses).transpose().map(Self)
    }

    /// Whether a use is left after this many.
    #[must_use]
    pub fn allows(self, taken: i64) -> bool {
        self.max_uses().is_none_or(|max| taken < max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_count() {
        assert_eq!(Limit::from_max_uses(Some(1)), Ok(Limit::ONCE), "there is one way to say once");
        assert!(Limit::ONCE.allows(0) && !Limit::ONCE.allows(1));
        assert!(Limit::from_max_uses(Some(3)).unwrap().allows(2));
        assert!(!Limit::from_max_uses(Some(3)).unwrap().allows(3));
        assert!(Limit::UNTIL_EXPIRY.allows(i64::MAX));
        for bad in [0, -1, i64::MAX] {
            assert_eq!(Limit::from_max_uses(Some(bad)), Err(Refusal::UsesInvalid));
        }
    }
}
