//! Web pages: what a browser sends, and what pages say, as far as it needs no Prosody.

pub mod account_form;
pub mod apps;
pub mod client;
pub mod colour;
pub mod cookie;
pub mod extra_fields;
pub mod form;
pub mod html;
pub mod kinds;
pub mod origin;
pub mod page_request;
pub mod refusals;
pub mod start_form;

#[cfg(test)]
pub(crate) mod tests;
