//! A file that can't be read or written, and a disk that is full.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::prelude::*;

/// Runs as root without root's privilege to write to read-only files.
fn unprivileged(words: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", "if [ -w \"$1\" ]; then shift; exec setpriv --bounding-set=-dac_override \"$@\"; fi; shift; exec \"$@\"", "sh"]);
    command.arg(words[1]).as_job(words);
    command
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

on_sqlite!(a_file_that_can_not_be_written_closes_the_gate, |s| {
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
});

on_sqlite!(a_file_that_can_not_be_read_closes_the_gate, |s| {
    set_mode(s.place.file(), 0o000);
    // Also without the privilege to read them.
    let mut command = Command::new("sh");
    let script = "if [ -r \"$1\" ]; then shift; exec setpriv --bounding-set=-dac_override,-dac_read_search \"$@\"; fi; shift; exec \"$@\"";
    let output = command.args(["-c", script, "sh"]).arg(s.place.file()).as_job(&["try", &s.place.option()]).output().unwrap();
    set_mode(s.place.file(), 0o600);
    let said = child::said(&output);
    assert!(said[0].contains("unable to open database file"), "{said:?}");
    assert_eq!(said[1..], ["internal-server-error", "internal-server-error"]);
});

/// The job: says whether the database opens, how a check ends, and how a creation ends.
pub(crate) fn try_to_use(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    child::say(&s.ledger.health().err().map_or("open".to_owned(), |refusal| refusal.to_string()));
    child::say(s.present("abcdefghijklmnopqrstuvwx", &Purpose::Register).unwrap_err().code());
    child::say(s.invite(free(), Limit::ONCE).err().map_or("made", |refusal| refusal.code()));
}

/// Uses a small file system if possible, or else a limit on the size of files.
#[test]
fn a_full_disk_refuses_and_keeps_what_is_there() {
    const LIMIT: &str = "ulimit -f 400; trap '' XFSZ; shift; exec \"$@\"";
    const MOUNT: &str = "mount -t tmpfs -o size=768k tmpfs \"$1\" && head -c 262144 /dev/zero >\"$1/ballast\" || exit 1; shift; exec \"$@\"";
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

/// The job: creates invites until the disk is full, checks that they are there, and goes on when there is room.
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

pub(super) trait AsJob {
    /// Adds the command of a job to one that runs commands.
    fn as_job(&mut self, words: &[&str]) -> &mut Command;
}

impl AsJob for Command {
    fn as_job(&mut self, words: &[&str]) -> &mut Command {
        let job = child::job(words);
        self.arg(job.get_program()).args(job.get_args()).envs(job.get_envs().filter_map(|(name, value)| value.map(|value| (name, value))))
    }
}
