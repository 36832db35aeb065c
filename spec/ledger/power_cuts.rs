//! A power cut at any moment (`make soak`): what SQLite was acknowledged to have on the disk is there.
//!
//! A process makes invites and registers through some of them, and says so when the ledger says so. strace writes its system calls down. They are replayed
//! on a model of a disk that keeps what was synced, and of the rest nothing, or some writes, or some sectors of some writes. After each call the power is
//! cut; what the disk then holds is opened, checked, and compared with what had been said by then.
//!
//! What must not be lost: an invite whose creation, and a claim whose claiming was acknowledged. A redemption may be: its claim is still there then, and
//! settling finds the account.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::common::{Database, Fixture, Place, Scratch, child};

/// Enough for the write-ahead log to be written back into the file, and begun anew.
const INVITES: usize = 300;
/// For so long cuts are tried; where that is not enough for all of them, some are left out evenly.
const PATIENCE: Duration = Duration::from_secs(150);
const SEED: u64 = 42;
const SECTOR: usize = 512;

#[test]
#[ignore = "takes minutes"]
fn a_power_cut_loses_nothing_that_was_acknowledged() {
    let (calls, folder) = record();
    let mut disk = Disk::default();
    let mut said = Said::default();
    let mut random = StdRng::seed_from_u64(SEED);
    let (start, mut cuts, mut images, mut syncs, mut file_syncs) = (Instant::now(), 0, 0, 0, 0);
    for (number, call) in calls.iter().enumerate() {
        match call {
            Call::Say(text) => said.hear(text),
            Call::Sync(path) => {
                syncs += 1;
                file_syncs += usize::from(path.ends_with(".sqlite"));
            }
            _ => {}
        }
        disk.perform(call, &folder);
        let share = |part: usize, whole: usize| f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole).unwrap());
        if start.elapsed().as_secs_f64() / PATIENCE.as_secs_f64() > share(number + 1, calls.len()) {
            continue;
        }
        cuts += 1;
        for fate in [Fate::Lost, Fate::Some, Fate::Torn] {
            images += 1;
            said.compare(&disk.after_cut(fate, &mut random), &format!("cut {number}, {fate:?}, seed {SEED}"));
        }
    }
    let (created, claimed) = (said.created.len(), said.claimed.len());
    println!("{cuts} cuts in {} calls with {syncs} syncs ({file_syncs} of the file itself), {images} images", calls.len());
    println!("{created} invites and {claimed} claims were acknowledged, none was lost");
    assert!(created == INVITES && claimed == INVITES / 2 && syncs >= created + claimed && cuts > 500);
    assert!(file_syncs > 3, "the log was never written back into the file");
}

/// The job: makes invites, registers through every other, and says what was acknowledged.
pub(crate) fn be_recorded(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    for number in 0..INVITES {
        let token = s.free();
        child::say(&format!("created {}", token.secret()));
        if number % 2 == 0 {
            let (name, presentation) = (format!("user{number}"), s.check(&token).unwrap());
            s.claim(&presentation, &name).unwrap();
            child::say(&format!("claimed {name}"));
            s.redeem(&presentation, &name);
        }
    }
}

/// A system call that matters to the disk, or to those who listen.
enum Call {
    Create(String),
    Write { path: String, offset: usize, data: Vec<u8> },
    Truncate { path: String, length: usize },
    Sync(String),
    Remove(String),
    Say(String),
}

/// The calls of the job, and the folder in which it worked.
fn record() -> (Vec<Call>, String) {
    const CALLS: &str = "trace=open,openat,creat,write,writev,pwrite64,pwritev,pwritev2,truncate,ftruncate,fallocate,copy_file_range,sendfile,fsync,\
                         fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mmap";
    let scratch = Scratch::on_disk();
    let (file, log) = (scratch.path().join("invites.sqlite"), scratch.path().join("calls"));
    let job = child::job(&["be-recorded", file.to_str().unwrap()]);
    let mut strace = Command::new("strace");
    strace.args(["-f", "-y", "-xx", "-s", "1048576", "-e", "signal=none", "-e", CALLS, "-o"]).arg(&log);
    strace.arg(job.get_program()).args(job.get_args()).envs(job.get_envs().filter_map(|(name, value)| Some((name, value?))));
    child::done(&mut strace);
    let folder = scratch.path().to_str().unwrap().to_owned();
    let mut calls = Vec::new();
    let mut begun: HashMap<String, String> = HashMap::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        let (thread, line) = line.split_once(' ').unwrap();
        let line = line.trim_start();
        // What two threads do at the same time is written in two pieces.
        if let Some(beginning) = line.strip_suffix("<unfinished ...>") {
            begun.insert(thread.to_owned(), beginning.trim_end().to_owned());
        } else if let Some((_, end)) = line.split_once(" resumed>") {
            calls.extend(parse(&(begun.remove(thread).unwrap() + end), &folder));
        } else {
            calls.extend(parse(line, &folder));
        }
    }
    (calls, folder)
}

/// Reads a line like `pwrite64(4<\x2f…>, "\x00…", 4096, 0) = 4096`; all text in it is in hexadecimal digits, so that a comma is always a comma.
fn parse(line: &str, folder: &str) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(" = ")?;
    let arguments: Vec<&str> = arguments.trim_end().strip_suffix(')')?.split(", ").collect();
    let path = |index: usize| {
        let text = arguments.get(index)?;
        let text = text.split_once('<').map_or(*text, |(_, path)| path.trim_end_matches("(deleted)"));
        let path = String::from_utf8(decode(text)).unwrap();
        path.starts_with(folder).then_some(path)
    };
    let number = |index: usize| arguments[index].parse::<usize>().unwrap();
    let is_done = !result.starts_with('-');
    match name {
        "write" if arguments[0].starts_with("1<") => Some(Call::Say(String::from_utf8(decode(arguments[1])).unwrap())),
        _ if !is_done => None,
        "openat" if arguments[2].contains("O_CREAT") => path(1).map(Call::Create),
        "openat" => None,
        "pwrite64" => {
            path(0).map(|path| Call::Write { path, offset: number(3), data: decode(arguments[1])[..result.parse::<usize>().unwrap()].to_vec() })
        }
        "ftruncate" => path(0).map(|path| Call::Truncate { path, length: number(1) }),
        "fsync" | "fdatasync" => path(0).map(Call::Sync),
        "unlink" => path(0).map(Call::Remove),
        // The index of the log is shared memory; it is no part of what lasts.
        "mmap" => {
            path(4).filter(|path| !path.ends_with("-shm") && arguments[3].contains("MAP_SHARED") && arguments[2].contains("PROT_WRITE")).map(unknown)
        }
        _ => (0..arguments.len()).find_map(path).map(unknown),
    }
}

fn unknown(path: impl Display) -> Call {
    panic!("the model of the disk knows nothing of what was done to {path}")
}

fn decode(text: &str) -> Vec<u8> {
    let digits = text.split("\\x").skip(1).map(|digits| u8::from_str_radix(&digits[..2], 16).unwrap());
    digits.collect()
}

/// What becomes of that which was written and not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// All of it is lost.
    Lost,
    /// Some of it has reached the disk, whatever the order.
    Some,
    /// Of some of it, some sectors have.
    Torn,
}

enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

#[derive(Default)]
struct File {
    synced: Vec<u8>,
    changes: Vec<Change>,
}

/// Files, and the names that a folder has for them.
#[derive(Default)]
struct Disk {
    files: Vec<File>,
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    name_changes: Vec<(String, Option<usize>)>,
}

impl Disk {
    fn file(&mut self, path: &str) -> &mut File {
        &mut self.files[self.names[path]]
    }

    fn perform(&mut self, call: &Call, folder: &str) {
        match call {
            Call::Create(path) if !self.names.contains_key(path) => {
                self.files.push(File::default());
                self.names.insert(path.clone(), self.files.len() - 1);
                self.name_changes.push((path.clone(), Some(self.files.len() - 1)));
            }
            Call::Write { path, offset, data } => self.file(path).changes.push(Change::Write(*offset, data.clone())),
            Call::Truncate { path, length } => self.file(path).changes.push(Change::Truncate(*length)),
            Call::Sync(path) if path == folder => {
                self.synced_names = self.names.clone();
                self.name_changes.clear();
            }
            Call::Sync(path) => {
                let File { synced, changes } = self.file(path);
                changes.drain(..).for_each(|change| change.apply(synced));
            }
            Call::Remove(path) => {
                self.names.remove(path);
                self.name_changes.push((path.clone(), None));
            }
            Call::Create(_) | Call::Say(_) => {}
        }
    }

    /// The files that are found when the power is back.
    fn after_cut(&self, fate: Fate, random: &mut StdRng) -> BTreeMap<String, Vec<u8>> {
        let mut is_kept = || fate != Fate::Lost && random.random_bool(0.5);
        let mut names = self.synced_names.clone();
        for (path, file) in &self.name_changes {
            if is_kept() {
                match file {
                    Some(file) => names.insert(path.clone(), *file),
                    None => names.remove(path),
                };
            }
        }
        let mut image = BTreeMap::new();
        for (path, file) in names.into_iter().filter(|(path, _)| !path.ends_with("-shm")) {
            let File { synced, changes } = &self.files[file];
            let mut content = synced.clone();
            for change in changes {
                match change {
                    Change::Write(offset, data) if fate == Fate::Torn => {
                        // Sectors are where they are on the disk, not where a write begins.
                        let mut at = 0;
                        while at < data.len() {
                            let end = data.len().min((offset + at) / SECTOR * SECTOR + SECTOR - offset);
                            if is_kept() {
                                Change::Write(offset + at, data[at..end].to_vec()).apply(&mut content);
                            }
                            at = end;
                        }
                    }
                    change if is_kept() => change.apply(&mut content),
                    _ => {}
                }
            }
            image.insert(path, content);
        }
        image
    }
}

impl Change {
    fn apply(&self, content: &mut Vec<u8>) {
        match self {
            Self::Write(offset, data) => {
                content.resize(content.len().max(offset + data.len()), 0);
                content[*offset..offset + data.len()].copy_from_slice(data);
            }
            Self::Truncate(length) => content.resize(*length, 0),
        }
    }
}

/// What had been acknowledged before the cut.
#[derive(Default)]
struct Said {
    created: Vec<String>,
    claimed: Vec<String>,
}

impl Said {
    fn hear(&mut self, text: &str) {
        for line in text.lines().filter_map(child::word) {
            match line.split_once(' ') {
                Some(("created", token)) => self.created.push(token.to_owned()),
                Some(("claimed", name)) => self.claimed.push(name.to_owned()),
                _ => panic!("{line}"),
            }
        }
    }

    fn compare(&self, image: &BTreeMap<String, Vec<u8>>, cut: &str) {
        let place = Place::new(Database::Sqlite);
        for (path, content) in image {
            let name = Path::new(path).file_name().unwrap();
            fs::write(place.file().with_file_name(name), content).unwrap();
        }
        let mut s = Fixture::at(place);
        s.ledger.health().unwrap_or_else(|refusal| panic!("{cut}: {refusal}"));
        let texts = |query: &str| s.place.sql(query).into_iter().map(|mut row| row.text().unwrap()).collect::<HashSet<_>>();
        assert_eq!(texts("PRAGMA integrity_check"), HashSet::from(["ok".to_owned()]), "{cut}");
        assert!(s.place.sql("PRAGMA foreign_key_check").is_empty(), "{cut}");
        s.place.assert_sound();
        let (tokens, names) =
            (texts("SELECT token FROM invites"), texts("SELECT username FROM invite_names UNION SELECT username FROM invite_redemptions"));
        for token in &self.created {
            assert!(tokens.contains(token), "{cut}: an invite was lost");
        }
        for name in &self.claimed {
            assert!(names.contains(name), "{cut}: the claim on {name} was lost");
        }
    }
}
