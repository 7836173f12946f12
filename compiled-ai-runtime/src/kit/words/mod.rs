#![doc = include_str!("../../../kit-docs/words.md")]

mod addresses;
mod calendar;
mod companies;
mod countries;
mod currencies;
mod money;
mod numbers;
mod places;
mod regions;
mod unit_table;
mod units;

pub use calendar::{month, month_name, weekday, weekday_name};
pub use companies::{company_name, company_suffix, has_business_word, strip_company_suffix};
pub use money::{Currency, currency};
pub(crate) use money::{currency_at_end, currency_at_start};
pub use numbers::{number, spell};
pub use places::{
    Abbreviation, Country, Region, ca_province, country, directional, malay_street, my_state, street_suffix,
    unit_designator, us_state,
};
pub use units::{Unit, UnitKind, convert, unit};
