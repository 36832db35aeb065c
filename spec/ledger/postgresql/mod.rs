//! What only PostgreSQL does: connections that break, servers that are slow or silent, TLS.

mod servers;
pub(crate) mod tls;
