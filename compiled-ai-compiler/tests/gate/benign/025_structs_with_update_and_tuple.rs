// class: ordinary code, structs with update and tuple; cwe: none; layer: none
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
struct Money(i64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Mode {
    #[default]
    Plain,
    Signed(bool),
    Scaled { by: i64 },
}

impl Money {
    fn parse(text: &str, mode: Mode) -> Option<Self> {
        let value: i64 = text.parse().ok()?;
        Some(match mode {
            Mode::Plain => Self(value),
            Mode::Signed(negative) => Self(if negative { -value } else { value }),
            Mode::Scaled { by } => Money(value * by),
        })
    }

    fn cents(self) -> i64 {
        self.0
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let a = Money::parse("12", Mode::default()).unwrap_or_default();
    let b = Money::parse(input.text, Mode::Scaled { by: 100 }).unwrap_or(Money(0));
    let c = input.reference.and_then(|r| Money::parse(r, Mode::Signed(true)));
    let Money(cents) = a.max(b);
    let total = Decimal::new(cents + c.map_or(0, Money::cents), 2);
    let company = format!("{a:?} {:#?}", b);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}
