//! What only PostgreSQL does: connections that break, servers that are slow or silent, several servers, round trips, TLS.

mod hosts;
mod round_trips;
mod servers;
pub(crate) mod tls;
