// class: ordinary code, dropped imports; cwe: none; layer: none
#![allow(dead_code, unused_imports)]
use super::*;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::collections::{BTreeMap, BTreeSet};
use compiled_ai::kit::{self, dates, money, table, text, Abstain, Decimal};
use core::cmp::{max, min};
use core::str::FromStr;
use std::mem;
use rust_decimal::prelude::*;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    use std::borrow::Cow;
    let mut name = String::from_str(input.text).unwrap_or_default();
    let company = mem::take(&mut name);
    let total = Decimal::from_str(&company).unwrap_or(Decimal::from(max(1, min(2, 3))));
    let borrowed: Cow<'_, str> = Cow::Borrowed(input.text);
    let company = if borrowed.is_empty() { company } else { borrowed.into_owned() };
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
