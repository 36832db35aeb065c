//! A power cut at any moment (`make soak`): what SQLite acknowledged is on the disk.
//!
//! A process creates invites and registers through some of them, in groups of its worker, and says so when the ledger does. strace records its system calls. They are replayed
//! on a model of a disk. After each call the power is cut, and what the disk then has is opened, checked, and compared with what was said by then.
//!
//! No acknowledged creation and no acknowledged claim may be lost. A redemption may be: its claim is still there then, and settling finds the
//! account.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::Duration;
use std::time::Instant;

use rand::SeedableRng;
use rand::rngs::StdRng;

use super::deaths::{INVITES_IN_A_ROUND, crowded_round};
use super::disk::{Disk, Fate};
use super::system_calls::{Call, record};
use crate::prelude::*;

/// Enough invites for the WAL to be checkpointed and begun anew.
const INVITES: usize = 300;
/// How long cuts are tried. If that is not enough for all of them, some are left out evenly.
const PATIENCE: Duration = Duration::from_secs(150);
const SEED: u64 = 42;

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
    assert!(created == INVITES && claimed == INVITES / 2 && cuts > 500);
    assert!(syncs - file_syncs < created + claimed, "several shared a sync");
    assert!(file_syncs > 3, "the log was never written back into the file");
}

/// The job: makes invites and registers through some of them, and says what was acknowledged.
pub(crate) fn be_recorded(option: &str) {
    let mut s = Fixture::at(Place::existing(option));
    s.ledger.serve(s.now, 0).unwrap(); // makes the WAL long
    let crowd = Crowd::of(&s.place, 11);
    for round in 0..INVITES / INVITES_IN_A_ROUND {
        crowded_round(&mut s, &crowd, round);
    }
}

/// What was acknowledged before the cut.
#[derive(Default)]
struct Said {
    created: Vec<String>,
    claimed: Vec<String>,
}

impl Said {
    fn hear(&mut self, text: &str) {
        for line in text.lines().filter_map(child::word) {
            match line.split(' ').collect::<Vec<_>>()[..] {
                ["created", token] => self.created.push(token.to_owned()),
                ["claimed", _, name] => self.claimed.push(name.to_owned()),
                ["redeemed", ..] => {}
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
