//! `receipt.yaml` by hand.

mod lines;
mod total;
mod when;

use compiled_ai::Abstain;
use showcase_specs::Receipt;

use lines::{find_word, is_bracketed, is_legal_line, is_meta_line, is_stop_line};

/// Reads a receipt.
///
/// # Errors
/// Where no total can be read.
pub fn read(text: &str) -> Result<Receipt, Abstain> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let total = total::total(&lines).ok_or_else(|| Abstain::field("total", "no readable total"))?;
    let date = when::date(&lines);
    let Some(at) = company_line(&lines) else {
        return Ok(Receipt { company: None, date, address: None, total });
    };
    let is_legal = |line: usize| lines.get(line).is_some_and(|line| is_legal_line(line));
    let start = if is_legal(at) { at.saturating_sub(1) } else { at };
    let end = if lines[at].ends_with('&') || is_legal(at + 1) { (at + 2).min(lines.len()) } else { at + 1 };
    Ok(Receipt { company: company(&lines[start..end]), date, address: address(&lines[end..]), total })
}

fn company_line(lines: &[&str]) -> Option<usize> {
    lines.iter().take(3).position(|line| lines::has_company_word(line)).or_else(|| {
        let first = lines.iter().position(|line| line.contains(char::is_alphabetic))?;
        (!is_stop_line(lines[first]) && !is_meta_line(lines[first])).then_some(first)
    })
}

/// The name without the registration number and what follows it.
fn company(lines: &[&str]) -> Option<String> {
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    let name: Vec<&str> = words.take_while(|word| digits(word) < 5).collect();
    let name = name.join(" ");
    let is_ornament = |c: char| matches!(c, ' ' | '*' | '-' | '=');
    let name = name.trim_start_matches(is_ornament).trim_end_matches(|c| is_ornament(c) || c == ',');
    (!name.is_empty()).then(|| name.to_owned())
}

/// Of the lines below the company.
fn address(lines: &[&str]) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    let first = lines.iter().position(|line| !is_meta_line(line))?;
    for line in &lines[first..] {
        if is_meta_line(line) || is_stop_line(line) {
            break;
        }
        if is_bracketed(line) {
            continue;
        }
        let end = ["TEL", "FAX", "PHONE", "H/P", "GST"].iter().filter_map(|word| find_word(line, word)).min();
        words.extend(line[..end.unwrap_or(line.len())].split_whitespace());
        if end.is_some() {
            break;
        }
    }
    let address = words.join(" ");
    let address = address.trim_end_matches([',', ' ']);
    (!address.is_empty()).then(|| address.to_owned())
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}
