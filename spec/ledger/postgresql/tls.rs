//! TLS to PostgreSQL: if it is required, there is a checked certificate, or no connection.

use invites_core::store::Postgres;

use crate::common::{child, database, statement};

/// The job, in a process that trusts the certificate in its environment: connects, and says whether the connection is encrypted.
pub(crate) fn connect(url: &str) {
    match Postgres::open(url) {
        Err(refusal) => child::say(&refusal.to_string()),
        Ok(mut engine) => {
            let ssl = "SELECT CAST(CAST(ssl AS INTEGER) AS BIGINT) FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
            let is_encrypted = statement(&mut engine, ssl, &[]).pop().unwrap().int().unwrap();
            child::say(if is_encrypted == 1 { "encrypted" } else { "in the clear" });
        }
    }
}

/// What that job says. `authority` is the file of trusted certificates.
fn said(url: &str, authority: &str) -> String {
    child::done(child::job(&["connect", url]).env("SSL_CERT_FILE", authority).env_remove("SSL_CERT_DIR")).concat()
}

#[test]
fn the_certificate_is_checked() {
    let url = database::server();
    let Ok(authority) = std::env::var("INVITES_TEST_POSTGRES_CA") else {
        panic!("INVITES_TEST_POSTGRES_CA names no certificate: spec/tools/postgres.sh knows one");
    };
    let require = format!("{url}?sslmode=require");
    assert_eq!(said(&require, &authority), "encrypted");
    assert_eq!(said(&url, &authority), "in the clear", "nobody asked for more");
    let (user, server) = require.split_once('@').unwrap();
    let (host, rest) = server.split_once(':').unwrap();
    let several = format!("{user}@other.example:{},{host}:{rest}&hostaddr=127.0.0.1,127.0.0.1", rest.split('/').next().unwrap());
    assert_eq!(said(&several, &authority), "encrypted", "each of several servers has to have the certificate of its own name");
    let refused = said(&require, "/dev/null");
    assert!(refused.contains("certificate"), "nobody has signed it: {refused}");
    let address = url.split('@').nth(1).unwrap();
    let other_name = require.replace("127.0.0.1", "other.example") + "&hostaddr=127.0.0.1";
    let refused = said(&other_name, &authority);
    assert!(refused.contains("certificate"), "it is not that of other.example but of {address}: {refused}");
}
