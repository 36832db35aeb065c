//! Requests to web pages: what a browser sends.

pub mod apps;
pub mod form;
pub mod origin;
pub mod page_request;
