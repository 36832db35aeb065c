//! Faults of SQLite's file: the gate closes with a reason, nothing panics, and the gate opens again.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use invites_core::store::{Mode, VERSION, transact};

use super::permissions::AsJob;
use crate::prelude::*;

/// The reason why a ledger does not open.
#[track_caller]
fn reason(ledger: &mut Ledger) -> String {
    match ledger.health() {
        Err(Error::Failed(reason)) => reason,
        other => panic!("it was opened: {other:?}"),
    }
}

/// Every verb fails.
#[track_caller]
fn assert_closed(ledger: &mut Ledger) {
    let token = "abcdefghijklmnopqrstuvwx";
    assert_eq!(ledger.check(token, &Purpose::Register, &Accounts::default(), at(0)).unwrap_err().code(), "internal-server-error");
    assert_eq!(ledger.info(token, at(0)).unwrap_err().code(), "internal-server-error");
    assert_eq!(ledger.open_name(&user("romeo"), &facts(&[("romeo", AccountStatus::Absent)]), at(0)).unwrap_err().code(), "internal-server-error");
    assert_eq!(ledger.sweep(at(0), at(0).seconds()).unwrap_err().code(), "internal-server-error");
}

#[test]
fn the_file_and_those_beside_it_are_their_owners_alone() {
    let place = Place::new(Database::Sqlite);
    // A umask that would let everybody read and write.
    child::done(Command::new("sh").args(["-c", "umask 000; exec \"$@\"", "sh"]).as_job(&["leave-open", &place.option()]));
    let modes = ["", "-wal", "-shm"].map(|suffix| fs::metadata(format!("{}{suffix}", place.option())).unwrap().permissions().mode() & 0o777);
    assert_eq!(modes.map(|mode| format!("{mode:o}")), ["600"; 3]);
}

/// The job: serves, creates an invite, and leaves the file as it is while it is open.
pub(crate) fn leave_open(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    s.ledger.serve(s.now, 0).unwrap();
    s.free();
    std::process::exit(0); // without closing, which would remove the files beside it
}

on_sqlite!(commits_of_a_server_do_not_make_the_write_ahead_log_longer, |s| {
    let wal = format!("{}-wal", s.place.option());
    let length = || fs::metadata(&wal).unwrap().len();
    s.free();
    let (before, file) = (length(), fs::metadata(s.place.file()).unwrap().len());
    s.ledger.serve(s.now, 0).unwrap();
    let reserved = length();
    assert!(before < 1024 * 1024 && reserved >= 3 * 1024 * 1024, "{before}, {reserved}");
    for _ in 0..20 {
        s.free();
    }
    s.ledger.serve(s.now, 0).unwrap();
    assert_eq!(length(), reserved);
    // Nothing of what filled it was committed, whether the server is stopped or killed.
    let (backup, rows) = (s.place.file().with_file_name("killed"), s.place.contents());
    for suffix in ["", "-wal"] {
        fs::copy(format!("{}{suffix}", s.place.option()), format!("{}{suffix}", backup.display())).unwrap();
    }
    let killed = Place::existing(backup.to_str().unwrap());
    for place in [&s.place, &killed] {
        assert_eq!(place.contents(), rows);
        assert_eq!(place.number("SELECT COUNT(*) FROM sqlite_master WHERE name = 'filler'"), 0);
    }
    s.ledger.close();
    assert!(fs::metadata(s.place.file()).unwrap().len() < file + 512 * 1024);
});

#[test]
fn a_quota_that_leaves_no_room_for_the_write_ahead_log_is_left_to_the_invites() {
    let place = Place::new(Database::Sqlite);
    // 1 MiB. A process that ignores the signal gets an error from the write that goes beyond.
    let limited = ["-c", "trap '' XFSZ && ulimit -f 2048 && exec \"$@\"", "sh"];
    child::done(Command::new("sh").args(limited).as_job(&["leave-open", &place.option()]));
    let length = fs::metadata(format!("{}-wal", place.option())).unwrap().len();
    assert!((1..256 * 1024).contains(&length), "{length}");
    assert_eq!(place.number("SELECT COUNT(*) FROM invites"), 1);
}

on_sqlite!(the_file_keeps_a_write_ahead_log_and_foreign_keys, |s| {
    let header = fs::read(s.place.file()).unwrap();
    assert_eq!(header[18..20], [2, 2], "write and read version 2 of the format: WAL");
    assert_eq!(s.place.number("SELECT foreign_keys FROM pragma_foreign_keys"), 1);
    assert_eq!(s.place.number("SELECT trusted_schema FROM pragma_trusted_schema"), 0);
    let mut engine = s.place.engine();
    for (mode, level) in [(Mode::Durable, 2), (Mode::Lazy, 1), (Mode::Durable, 2)] {
        let level_then =
            transact(engine.as_mut(), mode, |sql| sql.run("SELECT synchronous FROM pragma_synchronous", &[])?[..].first_mut().unwrap().int());
        assert_eq!(level_then, Ok(level), "{mode:?}");
    }
});

on_sqlite!(a_folder_that_is_missing_is_named_and_found_later, |s| {
    let folder = s.place.file().with_file_name("later");
    let mut ledger = Place::existing(folder.join("invites.sqlite").to_str().unwrap()).ledger();
    assert!(reason(&mut ledger).contains("later/invites.sqlite: No such file"), "{}", reason(&mut ledger));
    assert_closed(&mut ledger);
    fs::create_dir(&folder).unwrap();
    assert!(ledger.health().is_ok());
    s.free();
});

on_sqlite!(the_header_tells_the_schema_version_also_while_the_file_is_open, |s| {
    s.free();
    let header = fs::read(s.place.file()).unwrap();
    assert_eq!(i64::from(u32::from_be_bytes(header[60..64].try_into().unwrap())), VERSION);
});

#[test]
fn a_folder_in_the_files_place_is_named() {
    let place = Place::new(Database::Sqlite);
    fs::create_dir(place.file()).unwrap();
    assert!(reason(&mut place.ledger()).contains("invites.sqlite"), "{}", reason(&mut place.ledger()));
    assert_closed(&mut place.ledger());
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    let place = Place::new(Database::Sqlite);
    let text = "return { -- no database\n".repeat(400);
    fs::write(place.file(), &text).unwrap();
    let mut ledger = place.ledger();
    assert!(reason(&mut ledger).contains("not a database (restore it from a backup"), "{}", reason(&mut ledger));
    assert_closed(&mut ledger);
    assert_eq!(fs::read_to_string(place.file()).unwrap(), text);
    fs::remove_file(place.file()).unwrap();
    assert!(ledger.health().is_ok(), "once it is moved away");
}

/// A closed database with some pages of invites.
fn full_file() -> (Place, Vec<Token>) {
    let mut s = Fixture::new(Database::Sqlite);
    let tokens: Vec<Token> = (0..100).map(|number| s.bound(&format!("user{number}"))).collect();
    s.ledger.close();
    let Fixture { place, .. } = s;
    assert!(!Path::new(&format!("{}-wal", place.option())).exists());
    (place, tokens)
}

#[test]
fn a_truncated_file_closes_the_gate() {
    let (place, tokens) = full_file();
    let bytes = fs::read(place.file()).unwrap();
    for length in [1, 100, 512, 4096, 5000, 8192, bytes.len() / 2, bytes.len() - 1] {
        fs::write(place.file(), &bytes[..length]).unwrap();
        survive(&place, &tokens);
    }
}

#[test]
fn a_damaged_file_closes_the_gate() {
    let (place, tokens) = full_file();
    let bytes = fs::read(place.file()).unwrap();
    for page in 0..bytes.len() / 4096 {
        let mut damaged = bytes.clone();
        damaged[page * 4096..(page + 1) * 4096].iter_mut().enumerate().for_each(|(at, byte)| *byte ^= u8::try_from(at % 251).unwrap());
        fs::write(place.file(), &damaged).unwrap();
        survive(&place, &tokens);
    }
}

/// Every verb on a damaged file may work or fail. It never panics, and accepts no token that is none.
fn survive(place: &Place, tokens: &[Token]) {
    let mut s = Fixture::at(Place::existing(&place.option()));
    let (mut closed, mut open) = (0, 0);
    for token in tokens {
        match s.check(token) {
            Ok(presentation) => {
                open += 1;
                let _ = s.claim(&presentation, "nobody-in-particular");
                let _ = s.ledger.redeem(&presentation, None, s.now);
            }
            Err(_) => closed += 1,
        }
    }
    assert!(closed + open == tokens.len());
    assert!(s.present("abcdefghijklmnopqrstuvwx", &Purpose::Register).is_err());
    let _ = s.invite(bound("romeo"), Limit::ONCE);
    let _ = s.ledger.list(Query::of(Filter::Pending), None, 1000, s.now);
    let _ = s.settle_stale();
    let _ = s.sweep(at(1_000_000));
}

on_sqlite!(another_writer_is_waited_for_shortly, |s| {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    let mut other = s.place.engine();
    transact(other.as_mut(), Mode::Durable, |sql| {
        sql.run("DELETE FROM invite_imports", &[])?;
        let refusal = s.claim(&presentation, "romeo").unwrap_err();
        assert!(matches!(&refusal, Error::Failed(reason) if reason.contains("another process holds it")), "{refusal}");
        assert!(s.check(&token).is_ok(), "readers need not wait");
        Ok(())
    })
    .unwrap();
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
});
