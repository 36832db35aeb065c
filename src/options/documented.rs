//! The table of options as docs/admin.md has it.

use super::written::{Default, Row};
use super::{Raw, sections, shown};

/// The lines of the table, in Markdown.
#[must_use]
pub fn lines() -> Vec<String> {
    let mut lines = vec!["| Name | Value | Description | Default |".to_owned(), "|---|---|---|---|".to_owned()];
    for section in sections() {
        lines.push(format!("| **{}** | | | |", section.heading));
        lines.extend(section.rows.iter().map(line));
    }
    lines
}

fn line(row: &Row) -> String {
    let scope = if row.is_global { " Not for single hosts." } else { "" };
    let default = match (row.default_says, row.default) {
        (Some(words), _) => words.to_owned(),
        (None, Default::Written(written)) => format!("`{}`", shown(&Raw::from(&written))),
        (None, _) => "none".to_owned(),
    };
    let cell = |text: &str| text.replace('|', "\\|");
    format!("| `{}` | {} | {}{scope} | {} |", row.name, cell(&row.kind.expects()), cell(row.says), cell(&default))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_in_the_documentation_is_that_of_the_program() {
        let admin = include_str!("../../docs/admin.md");
        let (_, rest) = admin.split_once("\n## Options\n").unwrap();
        let found: Vec<_> = rest.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(found, super::lines());
    }
}
