//! SQLite's file, and what can be wrong with it: the gate closes with a reason for the log, nothing panics, and the gate opens again when that is over.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use invites_core::policy::{AccountStatus, Accounts, Purpose};
use invites_core::store::{Mode, PrivateFile, transact};
use invites_core::{Error, Filter, Ledger, Limit, Query, Token};

use crate::common::{Database, Fixture, Place, Scratch, at, bound, child, facts, free, user};

fn fixture() -> Fixture {
    Fixture::new(Database::Sqlite)
}

/// The reason why a ledger does not open.
#[track_caller]
fn reason(ledger: &mut Ledger) -> String {
    match ledger.health() {
        Err(Error::Failed(reason)) => reason,
        other => panic!("it was opened: {other:?}"),
    }
}

/// Whatever is asked of it, the answer is no.
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

/// The job: makes an invite and leaves the file as it is while it is open.
pub(crate) fn leave_open(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    s.free();
    std::process::exit(0); // without closing, which would remove the files beside it
}

#[test]
fn the_file_keeps_a_write_ahead_log_and_foreign_keys() {
    let s = fixture();
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
}

#[test]
fn a_folder_that_is_missing_is_named_and_found_later() {
    let mut s = fixture();
    let folder = s.place.file().with_file_name("later");
    let mut ledger = Place::existing(folder.join("invites.sqlite").to_str().unwrap()).ledger();
    assert!(reason(&mut ledger).contains("later/invites.sqlite: No such file"), "{}", reason(&mut ledger));
    assert_closed(&mut ledger);
    fs::create_dir(&folder).unwrap();
    assert!(ledger.health().is_ok());
    s.free();
}

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

#[test]
fn an_empty_file_becomes_a_database() {
    let place = Place::new(Database::Sqlite);
    fs::write(place.file(), "").unwrap();
    assert!(place.ledger().health().is_ok());
}

/// A database that holds some pages of invites, closed.
fn full_file() -> (Place, Vec<Token>) {
    let mut s = fixture();
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

/// Every verb on a file that is damaged: it may find what is still there, or refuse; it never panics, and never makes an invite good that is none.
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

#[test]
fn another_writer_is_waited_for_shortly() {
    let mut s = fixture();
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
}

/// What only root may do is done without root's privilege to write where it may not.
fn unprivileged(words: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", "if [ -w \"$1\" ]; then shift; exec setpriv --bounding-set=-dac_override \"$@\"; fi; shift; exec \"$@\"", "sh"]);
    command.arg(words[1]).as_job(words);
    command
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_file_that_can_not_be_written_closes_the_gate() {
    let s = fixture();
    let folder = s.place.file().parent().unwrap();
    for (file_mode, folder_mode) in [(0o400, 0o700), (0o400, 0o500)] {
        set_mode(s.place.file(), file_mode);
        set_mode(folder, folder_mode);
        let said = child::done(&mut unprivileged(&["try", &s.place.option()]));
        set_mode(folder, 0o700);
        set_mode(s.place.file(), 0o600);
        assert!(said[0].contains("invites.sqlite") && said[0].contains("can be read but not written"), "{said:?}");
        assert_eq!(said[1..], ["internal-server-error", "internal-server-error"]);
        assert_eq!(child::done(&mut unprivileged(&["try", &s.place.option()])), ["open", "token-invalid", "made"]);
    }
}

#[test]
fn a_file_that_can_not_be_read_closes_the_gate() {
    let s = fixture();
    set_mode(s.place.file(), 0o000);
    // Without the other privilege, too.
    let mut command = Command::new("sh");
    let script = "if [ -r \"$1\" ]; then shift; exec setpriv --bounding-set=-dac_override,-dac_read_search \"$@\"; fi; shift; exec \"$@\"";
    let output = command.args(["-c", script, "sh"]).arg(s.place.file()).as_job(&["try", &s.place.option()]).output().unwrap();
    set_mode(s.place.file(), 0o600);
    let said = child::said(&output);
    assert!(said[0].contains("unable to open database file"), "{said:?}");
    assert_eq!(said[1..], ["internal-server-error", "internal-server-error"]);
}

/// The job: says whether the database opens, how a look ends, and how a creation.
pub(crate) fn try_to_use(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    child::say(&s.ledger.health().err().map_or("open".to_owned(), |refusal| refusal.to_string()));
    child::say(s.present("abcdefghijklmnopqrstuvwx", &Purpose::Register).unwrap_err().code());
    child::say(s.invite(free(), Limit::ONCE).err().map_or("made", |refusal| refusal.code()));
}

/// On a file system of half a megabyte where the system lets us have one, else with a limit on the size of files.
#[test]
fn a_full_disk_refuses_and_keeps_what_is_there() {
    const LIMIT: &str = "ulimit -f 400; trap '' XFSZ; shift; exec \"$@\"";
    const MOUNT: &str = "mount -t tmpfs -o size=512k tmpfs \"$1\" && head -c 262144 /dev/zero >\"$1/ballast\" || exit 1; shift; exec \"$@\"";
    let place = Place::new(Database::Sqlite);
    let folder = place.file().parent().unwrap();
    let may_mount = |option: &&str| {
        let mut command = Command::new("unshare");
        command.args([*option, "sh", "-c", MOUNT, "sh"]).arg(folder).arg("true").output().is_ok_and(|output| output.status.success())
    };
    let option = ["-m", "-rm"].into_iter().find(may_mount);
    let mut command = Command::new(if option.is_some() { "unshare" } else { "sh" });
    command.args(option.map_or(vec!["-c", LIMIT], |option| vec![option, "sh", "-c", MOUNT]));
    command.arg("sh").arg(folder);
    let said = child::done(command.as_job(&["fill", &place.option()]));
    assert!(said[0].contains("SQLite"), "{said:?}");
    if said[1] == "room again" {
        return; // that job has seen it all, on a file system that is gone
    }
    let mut s = Fixture::at(place);
    for token in &said[2..] {
        assert!(s.check(&Token::parse(token).unwrap()).is_ok());
    }
    s.free();
}

/// The job: makes invites until the disk is full, looks whether they are still there, and goes on when there is room.
pub(crate) fn fill(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    let mut tokens = Vec::new();
    let refusal = loop {
        match s.invite(free(), Limit::ONCE) {
            Ok(invite) => tokens.push(invite.token.unwrap()),
            Err(refusal) => break refusal,
        }
        assert!(tokens.len() < 10_000, "the disk is not small");
    };
    assert_eq!(refusal.code(), "internal-server-error");
    child::say(&refusal.to_string());
    let presentations: Vec<_> = tokens.iter().map(|token| s.check(token).expect("it was acknowledged")).collect();
    for (number, presentation) in presentations.iter().enumerate() {
        match s.claim(presentation, &format!("user{number}")) {
            Ok(()) => drop(s.ledger.release(presentation)),
            Err(refusal) => assert_eq!(refusal.code(), "internal-server-error"),
        }
    }
    let ballast = s.place.file().with_file_name("ballast");
    if ballast.exists() {
        fs::remove_file(ballast).unwrap();
        let presentation = s.check(&tokens[0]).unwrap();
        s.claim(&presentation, "romeo").unwrap();
        s.redeem(&presentation, "romeo");
        s.free();
        s.place.assert_sound();
        child::say("room again");
    } else {
        child::say("no room");
        for token in &tokens {
            child::say(token.secret());
        }
    }
}

trait AsJob {
    /// Adds the command of a job to one that runs commands.
    fn as_job(&mut self, words: &[&str]) -> &mut Command;
}

impl AsJob for Command {
    fn as_job(&mut self, words: &[&str]) -> &mut Command {
        let job = child::job(words);
        self.arg(job.get_program()).args(job.get_args()).envs(job.get_envs().filter_map(|(name, value)| value.map(|value| (name, value))))
    }
}

/// Exports, sheets and backups hold tokens. While somebody puts a symbolic link to a file of the server's in their place, again and again, each of them is a
/// new file or none.
#[test]
fn a_new_file_follows_no_symbolic_link() {
    let scratch = Scratch::new();
    let [path, victim, missing] = ["export.json", "victim", "missing"].map(|name| scratch.path().join(name));
    fs::write(&victim, "precious").unwrap();
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                for target in [&victim, &missing] {
                    let _ = fs::remove_file(&path);
                    let _ = std::os::unix::fs::symlink(target, &path);
                }
                let _ = fs::remove_file(&path);
            }
        });
        for _ in 0..3000 {
            match PrivateFile::create(&path) {
                Ok(mut file) => {
                    file.write_all(b"token").unwrap();
                    file.close().unwrap();
                }
                Err(Error::Failed(reason)) => assert!(reason.ends_with("exists already"), "{reason}"),
                Err(other) => panic!("{other:?}"),
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    assert!(!missing.exists());
}

#[test]
fn a_new_file_is_its_owners_alone_and_replaces_nothing() {
    let scratch = Scratch::new();
    let path = scratch.path().join("new");
    let mut file = PrivateFile::create(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    file.write_all(b"token").unwrap();
    assert!(matches!(PrivateFile::create(&path), Err(Error::Failed(reason)) if reason.ends_with("exists already")));
    file.close().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "token");

    let [link, folder] = ["link", "folder"].map(|name| scratch.path().join(name));
    std::os::unix::fs::symlink(scratch.path().join("nowhere"), &link).unwrap();
    fs::create_dir(&folder).unwrap();
    for taken in [&link, &folder] {
        assert!(PrivateFile::create(taken).is_err());
    }
    assert!(matches!(PrivateFile::create(&scratch.path().join("no/such")), Err(Error::Failed(reason)) if reason.contains("No such file")));
}

#[test]
fn a_new_file_that_is_not_wanted_goes_and_nothing_else_does() {
    let scratch = Scratch::new();
    let path = scratch.path().join("new");
    PrivateFile::create(&path).unwrap().discard();
    assert!(!path.exists());
    let file = PrivateFile::create(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, "somebody else's").unwrap();
    file.discard();
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else's");
}
