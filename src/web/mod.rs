//! Requests of browsers and HTTP clients.

pub mod apps;
pub mod form;
pub mod origin;
pub mod page_request;
