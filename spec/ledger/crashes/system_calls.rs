//! The system calls of a job, recorded by strace.

use std::collections::HashMap;
use std::fmt::Display;
use std::fs;
use std::process::Command;

use crate::prelude::*;

/// A system call that matters to the disk, or output.
pub(super) enum Call {
    Create(String),
    Write { path: String, offset: usize, data: Vec<u8> },
    Truncate { path: String, length: usize },
    Sync(String),
    Remove(String),
    Say(String),
}

/// The calls of the job, and its folder.
pub(super) fn record() -> (Vec<Call>, String) {
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
        // Calls of two threads at the same time are recorded in two pieces.
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

/// Reads a line like `pwrite64(4<\x2f…>, "\x00…", 4096, 0) = 4096`. All text in it is hexadecimal, so a comma is always a separator.
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
        // The index of the WAL is shared memory, and does not last.
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
