//! A connection to a server that takes writes, and what is sent over it.

use std::collections::HashMap;
use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::future::{join_all, join3};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::JoinHandle;
use tokio_postgres::error::Severity;
use tokio_postgres::{AsyncMessage, Client, Connection, SimpleQueryMessage, Statement};

use super::values::row;
use super::{Fault, Request, Sort};
use crate::store::Row;

/// Settings of a session. A lock that somebody holds for long becomes an error, and no timeout after which we rest. It also ends deadlocks, which
/// PostgreSQL would look for after a second. If this process hangs within a transaction, nobody waits for its locks for ever.
const PATIENCE: &str = "SET lock_timeout = '400ms'; SET idle_in_transaction_session_timeout = '5s'";
/// What there is to know of a server before it is used.
const ABOUT: &str = "SELECT current_setting('transaction_read_only'), pg_is_in_recovery(), current_setting('synchronous_standby_names') <> ''
    AND current_setting('synchronous_commit') NOT IN ('off', 'local')";

pub(super) struct Session {
    client: Client,
    driver: JoinHandle<()>,
    prepared: HashMap<&'static str, Statement>,
    /// The server has warned of something since this was last looked at.
    has_warned: Arc<AtomicBool>,
    /// Whether a commit waits until another server has it.
    pub(super) is_confirmed: bool,
}

impl Drop for Session {
    fn drop(&mut self) {
        self.driver.abort();
    }
}

impl Session {
    /// A session on a new connection.
    pub(super) async fn begin<S, T>((client, mut connection): (Client, Connection<S, T>)) -> Result<Self, Fault>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let has_warned = Arc::new(AtomicBool::new(false));
        let warned = Arc::clone(&has_warned);
        let driver = tokio::spawn(async move {
            while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
                if matches!(message, AsyncMessage::Notice(notice) if notice.parsed_severity() == Some(Severity::Warning)) {
                    warned.store(true, Ordering::Relaxed);
                }
            }
        });
        let mut session = Self { client, driver, prepared: HashMap::new(), has_warned, is_confirmed: false };
        let answer = session.client.simple_query(&format!("{PATIENCE}; {ABOUT}")).await?;
        let about = answer.iter().find_map(|message| if let SimpleQueryMessage::Row(row) = message { Some(row) } else { None });
        let about = |column| about.and_then(|row| row.get(column)).unwrap_or_default();
        session.is_confirmed = about(2) == "t";
        match (about(0), about(1)) {
            ("off", "f") => Ok(session),
            (_, "t") => Err(Fault::refused(super::STANDBY)),
            _ => Err(Fault::refused("it takes no writes (transaction_read_only)")),
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Sends all of it in one go, `begin` and `end` around the requests, which are prepared, and waits for the answers to the requests.
    pub(super) async fn exchange(&self, begin: Option<&str>, requests: &[Request], end: Option<&str>) -> Result<Vec<Vec<Row>>, Fault> {
        let Self { client, prepared, has_warned, .. } = self;
        has_warned.store(false, Ordering::Relaxed);
        let simple = async |text: Option<&str>| match text {
            Some(text) => client.batch_execute(text).await,
            None => Ok(()),
        };
        let query = async |request: &Request| match prepared.get(request.text) {
            Some(statement) => Ok(client.query(statement, &request.values()).await?),
            None => Err(Fault::refused("the statement is not prepared")),
        };
        // Polled in this order, each sends what it has before it waits.
        let (started, answers, ended) = join3(simple(begin), join_all(requests.iter().map(query)), simple(end)).await;
        started?;
        let answers = answers.into_iter().map(|rows| rows?.iter().map(row).collect()).collect::<Result<Vec<_>, Fault>>()?;
        ended?;
        if end == Some(super::COMMIT) && has_warned.load(Ordering::Relaxed) {
            // Somebody has cancelled the wait for the standby. It is committed here, and would be lost with this server.
            return Err(Fault { reason: "the commit was not confirmed by a standby".into(), sort: Sort::Lost });
        }
        Ok(answers)
    }

    /// Prepares those of the statements that were not used before.
    pub(super) async fn prepare(&mut self, requests: &[Request]) -> Result<(), Fault> {
        let Self { client, prepared, .. } = self;
        let mut new: Vec<_> = requests.iter().map(|request| request.text).filter(|text| !prepared.contains_key(text)).collect();
        new.dedup();
        // SQLite's placeholders are `?1`, PostgreSQL's are `$1`. No statement has a question mark elsewhere.
        let texts: Vec<_> = new.iter().map(|text| text.replace('?', "$")).collect();
        let statements = join_all(texts.iter().map(|text| client.prepare(text))).await;
        for (text, statement) in new.into_iter().zip(statements) {
            prepared.insert(text, statement?);
        }
        Ok(())
    }
}
