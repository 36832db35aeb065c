//! Connecting to one PostgreSQL server: TLS, and the settings of a URL.

use std::sync::Arc;

use tokio_postgres::config::SslMode;
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{Fault, Session};

/// A session on the only server of this configuration, if it takes writes.
pub(super) async fn connect(config: &Config) -> Result<Session, Fault> {
    if config.get_ssl_mode() == SslMode::Require {
        Session::begin(config.connect(MakeRustlsConnect::new(tls()?)).await?).await
    } else {
        Session::begin(config.connect(NoTls).await?).await
    }
}

/// TLS with the system's certificate authorities. They are read only if TLS is required.
fn tls() -> Result<rustls::ClientConfig, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|error| Fault::refused(format!("TLS: {error}")))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// All that a URL says besides its servers. What a session must be able to do is not left to it, and neither is how long a connection may take.
pub(super) fn without_hosts(all: &Config) -> Config {
    let mut config = Config::new();
    config.application_name("prosody-invites").ssl_mode(all.get_ssl_mode()).ssl_negotiation(all.get_ssl_negotiation());
    config.channel_binding(all.get_channel_binding()).keepalives(all.get_keepalives()).keepalives_idle(all.get_keepalives_idle());
    all.get_user().map(|user| config.user(user));
    all.get_password().map(|password| config.password(password));
    all.get_dbname().map(|name| config.dbname(name));
    all.get_options().map(|options| config.options(options));
    all.get_tcp_user_timeout().map(|timeout| config.tcp_user_timeout(*timeout));
    all.get_keepalives_interval().map(|interval| config.keepalives_interval(interval));
    all.get_keepalives_retries().map(|retries| config.keepalives_retries(retries));
    config
}
