mod order;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::queue::{MOST_OF_STRANGERS, MOST_WAITING, Queue};
use super::{Mailbox, Task, Work, Worker, desk::Desk};
use crate::policy::Accounts;
use crate::store::{Location, Mode, Process, Store};
use crate::{Allowance, CreateRequest, Draft, Error, Kind, Ledger, Settings, UnixTime};

const PATIENCE: Duration = Duration::from_secs(60);

/// A database of its own, which goes with it.
struct Place {
    path: PathBuf,
    settings: Arc<Settings>,
    mailbox: Arc<Mailbox>,
}

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("invites-worker-{name}-{}.sqlite", std::process::id()));
        let settings = Settings {
            host: "montague.example".into(),
            store_tokens: true,
            ttl: 1000,
            reset_ttl: 100,
            contact_ttl: i64::MAX,
            welcomes: false,
            chains: crate::ChainLimits::default(),
            history: 0,
            allowance: Allowance::default(),
            rooms: crate::ConfiguredRooms::default(),
            receivers: Vec::new(),
            process: Process::new([1; 16]),
            budget: None,
        };
        Self { path, settings: Arc::new(settings), mailbox: Arc::new(Mailbox::new().unwrap()) }
    }

    fn location(&self) -> Location {
        Location::File(self.path.clone())
    }

    fn ledger(&self) -> Ledger {
        Ledger::new(self.settings.clone(), Store::new(self.location()))
    }

    fn task(&self, mode: Mode, number: u64, work: Box<Work>) -> Task {
        Task::new((self.location(), self.settings.clone()), mode, (number, self.mailbox.clone()), work)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.path.display()));
        }
    }
}

fn perform(tasks: &mut [Task], is_patient: bool) {
    Desk::default().take(&tasks[0]).perform(tasks, is_patient);
}

fn now() -> UnixTime {
    UnixTime::from_seconds(1_700_000_000)
}

fn draft(ledger: &mut Ledger) -> Draft {
    let request = CreateRequest::of(Kind::Account { username: None, inviter: None });
    ledger.drafts(request, 1, &Accounts::default(), now()).unwrap().remove(0)
}

/// What each task has answered, in the order in which they were done.
type Answers = Arc<Mutex<Vec<Result<&'static str, Error>>>>;

fn answering(answers: &Answers, mut work: impl FnMut(&mut Ledger) -> Result<&'static str, Error> + Send + 'static) -> Box<Work> {
    let answers = answers.clone();
    Box::new(move |ledger| {
        let answer = ledger.map_or_else(|reason| Err(reason.clone()), &mut work);
        answers.lock().unwrap().push(answer);
    })
}

#[test]
fn what_waits_together_is_one_transaction_and_a_part_that_fails_is_undone_alone() {
    let place = Place::new("group");
    let (mut own, mut other) = (place.ledger(), place.ledger());
    let drafts = [draft(&mut own), draft(&mut own), draft(&mut own)];
    let tokens = drafts.clone().map(|draft| draft.invite().token.unwrap().secret().to_owned());
    let answers = Answers::default();
    let create = |drafts: Vec<Draft>| answering(&answers, move |ledger| ledger.create_all(&drafts, now()).map(|_| "created"));
    let [first, second, third] = drafts;
    let mut invalid = second.clone();
    invalid.expires = UnixTime::from_seconds(0);
    let seen = (tokens[0].clone(), tokens[2].clone());
    let look = answering(&answers, move |ledger| {
        assert!(ledger.info(&seen.0, now()).is_ok(), "the parts before are there");
        assert!(other.info(&seen.0, now()).is_err(), "for nobody else");
        Ok("seen")
    });
    let mut tasks = [
        place.task(Mode::Durable, 1, create(vec![first])),
        place.task(Mode::Durable, 2, create(vec![second, invalid])),
        place.task(Mode::Durable, 3, look),
        place.task(Mode::Durable, 4, create(vec![third])),
    ];
    perform(&mut tasks, true);
    let answers = answers.lock().unwrap();
    assert!(matches!(answers[..], [Ok("created"), Err(Error::Refused(_)), Ok("seen"), Ok("created")]), "{answers:?}");
    let is_there = tokens.each_ref().map(|token| own.info(token, now()).is_ok());
    assert_eq!(is_there, [true, false, true]);
}

#[test]
fn durable_work_in_a_lazy_group_is_done_on_its_own() {
    let place = Place::new("late");
    let mut own = place.ledger();
    let (first, answers) = (draft(&mut own), Answers::default());
    let token = first.invite().token.unwrap().secret().to_owned();
    let work = answering(&answers, move |ledger| ledger.create_all(std::slice::from_ref(&first), now()).map(|_| "created"));
    perform(&mut [place.task(Mode::Lazy, 1, work)], true);
    assert!(matches!(answers.lock().unwrap()[..], [Err(Error::Failed(_)), Ok("created")]));
    assert!(own.info(&token, now()).is_ok());
}

#[test]
fn a_group_that_can_not_begin_is_refused_as_a_whole() {
    let place = Place::new("locked");
    place.ledger().health().unwrap();
    let mut holder = place.ledger();
    holder.begin_group(Mode::Durable).unwrap();
    let answers = Answers::default();
    let mut tasks: Vec<_> = (0..64).map(|number| place.task(Mode::Durable, number, answering(&answers, |_| Ok("done")))).collect();
    perform(&mut tasks, false);
    let answers = answers.lock().unwrap();
    assert!(answers.len() == 64 && answers.iter().all(|answer| matches!(answer, Err(Error::Failed(reason)) if reason.contains("locked"))));
}

#[test]
fn lazy_tasks_come_first_and_kinds_are_not_mixed() {
    let (here, there) = (Place::new("here"), Place::new("there"));
    let task = |place: &Place, mode, number| place.task(mode, number, Box::new(|_| ()));
    let mut queue = Queue::default();
    for task in [
        task(&here, Mode::Durable, 1),
        task(&there, Mode::Durable, 2),
        task(&here, Mode::Lazy, 3),
        task(&here, Mode::Durable, 4),
        task(&here, Mode::Lazy, 5),
    ] {
        assert!(queue.add(task).is_ok());
    }
    let order: Vec<Vec<u64>> = std::iter::from_fn(|| {
        let (begun, taken) = queue.next()?;
        queue.end(begun);
        Some(taken.into_iter().map(Task::into_number).collect())
    })
    .collect();
    assert_eq!(order, [vec![3, 5], vec![1, 4], vec![2]]);
}

/// A task that waits until it is told to go on.
fn blocked(place: &Place, number: u64, go_on: Receiver<()>) -> Task {
    place.task(
        Mode::Read,
        number,
        Box::new(move |_| {
            let _ = go_on.recv_timeout(PATIENCE);
        }),
    )
}

#[test]
fn too_much_is_refused_at_once_and_nothing_that_was_taken_is_lost() {
    let (place, worker) = (Place::new("queue"), Worker::default());
    let (go_on, wait) = channel();
    assert!(worker.post(blocked(&place, 0, wait)).is_ok());
    assert!(!worker.drain(Duration::from_millis(1)));
    let most = u64::try_from(MOST_WAITING).unwrap();
    // The thread may not have taken the first one yet.
    let taken = (1..=most + 1).filter(|number| worker.post(place.task(Mode::Read, *number, Box::new(|_| ()))).is_ok()).count();
    assert!((MOST_WAITING - 1..=MOST_WAITING).contains(&taken), "{taken}");
    assert_eq!(place.mailbox.take(), None);
    go_on.send(()).unwrap();
    assert!(worker.drain(PATIENCE));
    let numbers: Vec<u64> = std::iter::from_fn(|| place.mailbox.take()).collect();
    assert_eq!(numbers.len(), taken + 1);
    assert!(numbers.is_sorted());
}

#[test]
fn strangers_fill_a_part_of_the_queue_and_come_last() {
    let (place, worker) = (Place::new("strangers"), Worker::default());
    let (go_on, wait) = channel();
    assert!(worker.post(blocked(&place, 0, wait)).is_ok());
    while !worker.0.state().queue.tasks.is_empty() {
        std::thread::yield_now();
    }
    let task = |number| place.task(Mode::Read, number, Box::new(|_| ()));
    let most = u64::try_from(MOST_OF_STRANGERS).unwrap();
    assert!((1..=most).all(|number| worker.post(task(number).of_strangers()).is_ok()));
    assert!(worker.post(task(most + 1).of_strangers()).is_err());
    assert!((1000..1003).all(|number| worker.post(task(number)).is_ok()));
    go_on.send(()).unwrap();
    assert!(worker.drain(PATIENCE));
    let numbers: Vec<u64> = std::iter::from_fn(|| place.mailbox.take()).collect();
    assert_eq!(numbers, [0, 1000, 1001, 1002].into_iter().chain(1..=most).collect::<Vec<_>>());
}

#[test]
fn what_takes_something_back_is_never_refused() {
    let (place, worker) = (Place::new("undo"), Worker::default());
    let (go_on, wait) = channel();
    assert!(worker.post(blocked(&place, 0, wait)).is_ok());
    let task = |number| place.task(Mode::Read, number, Box::new(|_| ()));
    while worker.post(task(1)).is_ok() {}
    assert!(worker.post(task(2).at_any_time()).is_ok());
    go_on.send(()).unwrap();
    assert!(worker.drain(PATIENCE));
    assert_eq!(std::iter::from_fn(|| place.mailbox.take()).last(), Some(2));
}

#[test]
fn what_was_not_begun_can_be_withdrawn_by_who_has_asked() {
    let (place, other, worker) = (Place::new("withdrawn"), Place::new("stays"), Worker::default());
    let (go_on, wait) = channel();
    assert!(worker.post(blocked(&place, 0, wait)).is_ok());
    while !worker.0.state().queue.tasks.is_empty() {
        std::thread::yield_now();
    }
    let answers = Answers::default();
    let task = |place: &Place, mode, number| place.task(mode, number, answering(&answers, |_| Ok("done")));
    for task in
        [task(&place, Mode::Durable, 1), task(&place, Mode::Lazy, 2), task(&place, Mode::Durable, 3).at_any_time(), task(&other, Mode::Durable, 4)]
    {
        assert!(worker.post(task).is_ok());
    }
    worker.withdraw(&place.mailbox);
    assert!(matches!(answers.lock().unwrap()[..], [Err(Error::Busy)]));
    assert_eq!(place.mailbox.take(), Some(1));
    go_on.send(()).unwrap();
    assert!(worker.drain(PATIENCE));
    assert_eq!(std::iter::from_fn(|| place.mailbox.take()).collect::<Vec<_>>(), [0, 2, 3]);
    assert_eq!(other.mailbox.take(), Some(4));
}

#[test]
fn one_quick_sync_does_not_prove_that_a_disk_is_quick() {
    let (place, worker) = (Place::new("proof"), Worker::default());
    worker.in_person(&mut place.task(Mode::Durable, 1, Box::new(|ledger| assert!(ledger.unwrap().health().is_ok()))));
    assert!(!worker.at_once(&mut place.task(Mode::Durable, 2, Box::new(|_| ()))));
}

#[test]
fn who_can_not_wait_does_it_in_person_after_what_the_thread_is_at() {
    let (place, worker) = (Place::new("person"), Worker::default());
    let (go_on, wait) = channel();
    worker.post(blocked(&place, 1, wait)).map_err(|_| "full").unwrap();
    let answers = Answers::default();
    let mut task = place.task(Mode::Read, 2, answering(&answers, |_| Ok("done")));
    go_on.send(()).unwrap();
    worker.in_person(&mut task);
    assert!(matches!(answers.lock().unwrap()[..], [Ok("done")]));
    assert!(worker.drain(PATIENCE));
    assert_eq!((place.mailbox.take(), place.mailbox.take()), (Some(1), None));
}

#[test]
fn a_mailbox_can_be_read_while_something_is_in_it() {
    let mailbox = Mailbox::new().unwrap();
    let is_readable = || {
        let mut fds = [rustix::event::PollFd::new(&mailbox.reader, rustix::event::PollFlags::IN)];
        rustix::event::poll(&mut fds, Some(&rustix::event::Timespec::default())).unwrap() == 1
    };
    assert!(!is_readable());
    mailbox.put(1);
    mailbox.put(2);
    assert_eq!(mailbox.take(), Some(1));
    assert!(is_readable());
    assert_eq!((mailbox.take(), mailbox.take()), (Some(2), None));
    assert!(!is_readable());
}

#[test]
fn a_task_that_panics_ends_neither_the_thread_nor_the_others() {
    let (place, worker) = (Place::new("panic"), Worker::default());
    let answers = Answers::default();
    let panicking = answering(&answers, |_| panic!("a test wants this"));
    worker.post(place.task(Mode::Durable, 1, panicking)).map_err(|_| "full").unwrap();
    assert!(worker.drain(PATIENCE));
    worker.post(place.task(Mode::Durable, 2, answering(&answers, |ledger| ledger.health().map(|_| "well")))).map_err(|_| "full").unwrap();
    assert!(worker.drain(PATIENCE));
    assert!(matches!(answers.lock().unwrap()[..], [Err(Error::Failed(_)), Ok("well")]));
    assert_eq!((place.mailbox.take(), place.mailbox.take()), (Some(1), Some(2)));
}
