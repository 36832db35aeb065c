//! Which module may name what. The compiler can't check it, so this reads the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// The lines of code of a source file, without comments and tests.
fn code(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned).collect()
}

/// All source files but those of tests, by their path below `src`.
fn sources() -> Vec<(String, Vec<String>)> {
    let mut sources = files_in("src");
    sources.retain(|(path, _)| !path.ends_with("tests.rs") && !path.contains("/tests/"));
    assert!(sources.len() > 15, "the sources are somewhere else now");
    sources
}

/// All Rust files of a folder and its subfolders, by their path in it.
fn files_in(folder: &str) -> Vec<(String, Vec<String>)> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    collect(&root, &mut found);
    found.into_iter().map(|path| (path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned(), code(&path))).collect()
}

/// No file except those allowed has any of the words.
#[track_caller]
fn assert_only(is_allowed: impl Fn(&str) -> bool, words: &[&str]) {
    for (path, code) in sources() {
        if is_allowed(&path) {
            continue;
        }
        for line in code.iter().filter(|line| *line != "use std::io::Cursor;") {
            for word in words {
                assert!(!line.contains(word), "src/{path} may not know of {word}: {line}");
            }
        }
    }
}

#[test]
fn only_the_boundary_knows_lua() {
    for (path, code) in sources() {
        if path.starts_with("lua/") {
            continue;
        }
        for line in code {
            let is_the_switch = path == "lib.rs" && line == "#[cfg(feature = \"mlua\")]";
            assert!(is_the_switch || !line.contains("mlua"), "src/{path} may not know of Lua: {line}");
        }
    }
}

#[test]
fn only_the_store_knows_databases() {
    let drivers = ["rusqlite", "tokio", "rustls"];
    assert_only(|path| path.starts_with("store/"), &drivers);
    let is_engine = |path: &str| path.starts_with("store/sqlite/") || path.starts_with("store/postgres/");
    assert_only(|path| is_engine(path) || path == "store/address.rs", &drivers);
    assert_only(|path| is_engine(path) || matches!(path, "store/reader.rs" | "store/mod.rs"), &["rusqlite", "Sqlite"]);
    assert_only(|path| path.starts_with("store/"), &["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE TABLE", "BEGIN", "COMMIT"]);
}

#[test]
fn the_store_knows_no_rules() {
    for (path, code) in sources() {
        if path.starts_with("store/") {
            assert!(!code.concat().contains("policy"), "src/{path} applies rules");
        }
    }
}

#[test]
fn the_nouns_are_pure() {
    let words = [
        "std::time",
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::io",
        "SysRng",
        "rand::rng(",
        "println",
        "store::",
        "ledger::",
    ];
    let knows_more = |path: &str| path == "lib.rs" || ["ledger/", "lua/", "store/", "worker/"].iter().any(|shelf| path.starts_with(shelf));
    assert_only(knows_more, &words);
}

#[test]
fn the_ledger_gets_the_time_and_starts_nothing() {
    // The worker is the other thread of the process. The boundary says how long to wait for it.
    let may_wait = |path: &str| path.starts_with("store/") || path.starts_with("worker/") || path == "lua/handle/wait.rs";
    assert_only(may_wait, &["std::time", "std::fs", "std::net", "std::process", "std::thread"]);
    assert_only(|_| false, &["SystemTime", "std::env::", "thread::spawn", "println!", "dbg!", "todo!"]);
}

/// But for the names of two functions of C.
#[test]
fn nothing_is_unsafe() {
    assert!(sources().iter().any(|(path, code)| path == "lib.rs" && code.iter().any(|line| line == "#![deny(unsafe_code)]")));
    for (path, code) in sources().into_iter().filter(|(path, _)| path != "c_library.rs") {
        let says = |line: &String| line.contains("unsafe") && line != "#![deny(unsafe_code)]";
        assert!(!code.iter().any(says), "src/{path}");
    }
}

/// Debian 13 has Rust 1.85. Clippy checks functions of the standard library against it, but not the syntax: `if let … && …` came with 1.88.
#[test]
fn no_condition_is_a_chain_with_let() {
    /// Whether the condition behind `let` has `&&` outside of all brackets, before its block.
    fn is_chain(text: &str) -> bool {
        let (mut depth, mut last, mut past_pattern) = (0_i32, ' ', false);
        for c in text.chars() {
            match c {
                '{' if depth == 0 && past_pattern => return false,
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                ';' if depth == 0 => return false,
                '=' if depth == 0 => past_pattern = true,
                '&' if depth == 0 && last == '&' && past_pattern => return true,
                _ => {}
            }
            last = c;
        }
        false
    }
    assert!(is_chain("Some(x) = y\n    && x > 1 {"));
    assert!(!is_chain("Some(x) = y.filter(|x| a && b) { a && b }"));
    for (path, code) in sources().into_iter().chain(files_in("spec")).filter(|(path, _)| !path.ends_with("architecture.rs")) {
        let code = code.join("\n");
        for word in ["if let ", "while let ", "&& let "] {
            for (at, _) in code.match_indices(word) {
                let condition = &code[at + word.len()..];
                assert!(word != "&& let " && !is_chain(condition), "{path}: needs Rust 1.88: {}", condition.lines().next().unwrap());
            }
        }
    }
}
