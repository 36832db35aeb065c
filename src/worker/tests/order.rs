//! Tests of what PostgreSQL does at the same time.

use super::*;
use crate::worker::queue::MOST_CONNECTIONS;
use crate::worker::{Order, Topic};
use crate::{InviteId, Username};

fn location() -> Location {
    // Nobody listens there.
    Location::Postgres("postgresql://nobody@127.0.0.1:9/nowhere".into())
}

fn task(place: &Place, number: u64, order: Order) -> Task {
    Task::new((location(), place.settings.clone()), Mode::Read, (number, place.mailbox.clone()), Box::new(|_| ())).in_order(order)
}

fn invite(number: u8) -> Topic {
    Topic::Invite(InviteId([number; 16]))
}

/// The numbers of all tasks that may be done now.
fn begin(queue: &mut Queue) -> (Vec<u64>, Vec<u64>) {
    std::iter::from_fn(|| queue.next()).map(|(begun, mut tasks)| (begun, tasks.remove(0).into_number())).unzip()
}

fn ended(queue: &mut Queue, begun: Vec<u64>) {
    for number in begun {
        queue.end(number);
    }
}

#[test]
fn what_is_about_other_invites_and_names_is_done_at_the_same_time() {
    let (place, mut queue) = (Place::new("other"), Queue::default());
    let name = Topic::Name(Username::prepared("juliet").unwrap());
    for (number, order) in [
        (1, Order::Writes(vec![invite(1), name.clone()])),
        (2, Order::Reads(vec![invite(1)])),
        (3, Order::Reads(vec![invite(2)])),
        (4, Order::Writes(vec![invite(3), name])),
        (5, Order::Reads(vec![invite(2)])),
        (6, Order::Writes(vec![invite(1)])),
    ] {
        assert!(queue.add(task(&place, number, order)).is_ok());
    }
    let (begun, numbers) = begin(&mut queue);
    assert_eq!(numbers, [1, 3, 5]);
    ended(&mut queue, begun);
    let (begun, numbers) = begin(&mut queue);
    assert_eq!(numbers, [2, 4]);
    ended(&mut queue, begun);
    assert_eq!(begin(&mut queue).1, [6]);
}

#[test]
fn there_are_a_few_connections() {
    let (place, mut queue) = (Place::new("few"), Queue::default());
    for number in 0..20 {
        assert!(queue.add(task(&place, number, Order::Reads(Vec::new()))).is_ok());
    }
    assert_eq!(begin(&mut queue).1.len(), MOST_CONNECTIONS);
}

#[test]
fn what_is_done_alone_is_not_overtaken() {
    let (place, mut queue) = (Place::new("alone"), Queue::default());
    for (number, order) in [(1, Order::Reads(Vec::new())), (2, Order::Alone), (3, Order::Reads(Vec::new()))] {
        assert!(queue.add(task(&place, number, order)).is_ok());
    }
    for expected in 1..=3 {
        let (begun, numbers) = begin(&mut queue);
        assert_eq!(numbers, [expected]);
        ended(&mut queue, begun);
    }
}

#[test]
fn what_waits_again_comes_first_of_its_kind() {
    let (place, mut queue) = (Place::new("again"), Queue::default());
    let order = || Order::Reads(Vec::new());
    assert!(queue.add(task(&place, 1, order()).of_strangers()).is_ok());
    assert!(queue.add(task(&place, 2, order())).is_ok());
    let (first, second) = (queue.next().unwrap(), queue.next().unwrap());
    for (number, order) in [(3, order()), (4, Order::Alone)] {
        assert!(queue.add(task(&place, number, order)).is_ok());
    }
    for (number, tasks) in [first, second] {
        queue.wait_again(number, tasks);
    }
    assert!(queue.add(task(&place, 5, order())).is_ok());
    assert_eq!(queue.tasks.drain(..).map(Task::into_number).collect::<Vec<_>>(), [2, 3, 4, 5, 1]);
}

#[test]
fn a_database_that_lets_us_have_no_further_connection_is_used_over_one() {
    let (place, worker) = (Place::new("crowded"), Worker::default());
    let (go_on, wait) = channel();
    let mut first = task(&place, 1, Order::Reads(Vec::new()));
    first = Task::new(
        (location(), place.settings.clone()),
        Mode::Read,
        (1, place.mailbox.clone()),
        Box::new(move |_| {
            let _ = wait.recv_timeout(PATIENCE);
        }),
    )
    .in_order(first.order().clone());
    assert!(worker.post(first).is_ok());
    while !worker.0.state().queue.tasks.is_empty() {
        std::thread::yield_now();
    }
    for number in 2..5 {
        assert!(worker.post(task(&place, number, Order::Reads(Vec::new()))).is_ok());
    }
    assert!(!worker.drain(Duration::from_millis(50)));
    assert_eq!(place.mailbox.take(), None);
    go_on.send(()).unwrap();
    assert!(worker.drain(PATIENCE));
    let mut done: Vec<_> = std::iter::from_fn(|| place.mailbox.take()).collect();
    assert_eq!(done[0], 1);
    done.sort_unstable();
    assert_eq!(done, [1, 2, 3, 4]);
}
