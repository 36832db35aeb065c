//! The jobs of other processes. Each is described where it is defined.

use crate::common::child;

/// Not a test: a process that was started with a job does it here. In all others nothing happens.
#[test]
fn job() {
    let Some(words) = child::own_job() else { return };
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["die", option, deed, point] => crate::crashes::deaths::die(option, deed, point),
        ["die-at-birth", option, point] => crate::crashes::deaths::die_at_birth(option, point),
        ["be-recorded", option] => crate::crashes::power_cuts::be_recorded(option),
        ["fill", option] => crate::storage::permissions::fill(option),
        ["leave-open", option] => crate::storage::files::leave_open(option),
        ["try", option] => crate::storage::permissions::try_to_use(option),
        ["toil", option] => crate::crashes::deaths::toil(option),
        ["connect", url] => crate::postgresql::tls::connect(url),
        ["serve", option] => crate::concurrency::processes::serve(option),
        other => panic!("nobody knows the job {other:?}"),
    }
}
