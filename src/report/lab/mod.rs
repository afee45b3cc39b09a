//! A study of the lab for people and for programs: an aligned table, one JSON object, and rows of CSV.

pub mod csv;
pub mod json;
pub mod table;
pub mod verdict;
