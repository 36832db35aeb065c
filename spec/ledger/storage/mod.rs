//! The database: files, tables, damaged rows, query plans.

pub(crate) mod damage;
pub(crate) mod files;
pub(crate) mod permissions;
pub(crate) mod plans;
pub(crate) mod private_files;
pub(crate) mod tables;
