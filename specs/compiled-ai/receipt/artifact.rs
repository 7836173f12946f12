// read_receipt@709d9021161a, made from `receipt.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

fn nu_(s: &str) -> Option<i64> {
    s.replace('O', "0").replace(['I', 'L'], "1").parse().ok()
}
fn dt_(s: &str) -> Option<Date> {
    s.char_indices()
        .find_map(|(i, _)| {
            let (a, t) = s.split_at(i);
            if a.ends_with(char::is_alphanumeric)
                || a
                    .strip_suffix(['/', '-', '.'])
                    .is_some_and(|x| x.ends_with(char::is_numeric))
            {
                return None;
            }
            let c = kit::regex!(
                r"^([0-9OIL]{1,2})(?: ?([/.-]) ?([0-9OIL]{1,2}) ?([/.-]) ?|[ -]([A-Z]{3,9})[ -])([0-9OIL]{4}|[0-9OIL]{2})"
            )
                .captures(t)?;
            if kit::regex!(r"^[/.-]?[0-9]").is_match(t.get(c[0].len()..)?) {
                return None;
            }
            let m = if let Some(x) = c.get(5) {
                "JAN JANUARY JANUARI,FEB FEBRUARY FEBRUARI,MAR MARCH MAC,APR APRIL,MAY MEI,JUN JUNE,JUL JULY JULAI,AUG AUGUST OGOS,SEP SEPT SEPTEMBER,OCT OCTOBER OKT OKTOBER,NOV NOVEMBER,DEC DECEMBER DIS DISEMBER"
                    .split(',')
                    .position(|w| w.split(' ').any(|v| v == x.as_str()))? as i64 + 1
            } else if c[2] == c[4] {
                nu_(&c[3])?
            } else {
                return None
            };
            let y = nu_(&c[6])?;
            dates::date(if c[6].len() < 3 { y + 2000 } else { y }, m, nu_(&c[1])?)
        })
}
fn me_(l: &str) -> bool {
    kit::regex!(
        r"^[\W\d_]*(?:TEL|FAX|PHONE|H/P|E-?MAIL|WWW|HTTP|GST|SST|ROC|REG|(?:CO|COMPANY)\W+REG|BR\W+NO)\b"
    )
        .is_match(l) || l.contains('@') || dt_(l).is_some()
        || (l.chars().filter(|c| c.is_numeric()).count() > 5
            && !l
                .split_whitespace()
                .any(|w| {
                    let w = w.trim_end_matches([',', '.']);
                    !w.is_empty() && w.chars().all(char::is_alphabetic)
                }))
}
fn sl_(l: &str) -> bool {
    kit::regex!(
        r"^[\W_]*(?:TAX|SIMPLIFIED|INVOICE|INV|CASH|OFFICIAL|RECEIPT|RESIT|BILL?|DELIVERY|DOC|DOCUMENT|DATE|TARIKH|TIME|TABLE|CASHIER|ORDER|STATION|COUNTER|ITEM|QTY)\b"
    )
        .is_match(l)
}
fn cw_(l: &str) -> bool {
    l.split_whitespace()
        .any(|w| {
            let w = w.replace('.', "");
            let w = w.trim_matches(|c: char| !c.is_alphanumeric());
            "SDN BHD BND S/B PLT ENTERPRISE TRADING RESTORAN RESTAURANT KEDAI KOPITIAM CAFE KAFE MART MARKET SUPERMARKET MINIMARKET BAKERY HARDWARE STATIONERY PUSTAKA FARMASI KLINIK BOUTIQUE PERNIAGAAN SYARIKAT AUTO"
                .split(' ')
                .any(|x| x == w)
        })
}
fn am_(l: &str) -> Option<Match<'_>> {
    kit::regex!(
        r"(?:[-(] ?)?(?:(?:RM|MYR|\$) ?(?:[-(] ?)?)?(?:(?:\b|RM|MYR)O|[0-9])[0-9O]*(?:,[0-9O]{3})* ?[.,][0-9O]+"
    )
        .find_iter(l)
        .filter(|m| m.as_str().rsplit(['.', ',']).next().is_some_and(|x| x.len() == 2))
        .last()
}
fn so_(s: &str) -> Option<String> {
    (!s.is_empty()).then(|| s.to_string())
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let v: Vec<&str> = input
        .text
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    let k = v
        .iter()
        .take(3)
        .position(|l| cw_(l))
        .or_else(|| {
            v.iter()
                .position(|l| l.contains(char::is_alphabetic))
                .filter(|&i| !sl_(v[i]) && !me_(v[i]))
        });
    let (mut company, mut address) = (None, None);
    if let Some(k) = k {
        let lg = |i: usize| {
            v.get(i)
                .is_some_and(|l| {
                    kit::regex!(r"^(?:(?:SDN|BHD|BND|S/B|PLT|\(M\)|ENTERPRISE)\s*)+$")
                        .is_match(l.replace(['.', ','], "").trim())
                })
        };
        let s = if lg(k) { k.saturating_sub(1) } else { k };
        let e = if v[k].ends_with('&') || lg(k + 1) { k + 2 } else { k + 1 };
        let n = v
            .iter()
            .take(e)
            .skip(s)
            .flat_map(|l| l.split_whitespace())
            .take_while(|w| w.chars().filter(|c| c.is_numeric()).count() < 5)
            .collect::<Vec<_>>()
            .join(" ");
        company = so_(
            n
                .trim_start_matches([' ', '*', '-', '='])
                .trim_end_matches([' ', '*', '-', '=', ',']),
        );
        let mut o: Vec<&str> = kit::vec![];
        for l in v.iter().skip(e).skip_while(|l| me_(l)) {
            if me_(l) || sl_(l) {
                break;
            }
            if kit::regex!(r"^\((?:[^()]|\([^()]*\))*\)$").is_match(l) {
                continue;
            }
            if let Some(m) = kit::regex!(r"\b(?:TEL|FAX|PHONE|H/P|GST)\b").find(l) {
                o.push(&l[..m.start()]);
                break;
            }
            o.push(l);
        }
        let j = o.join(" ");
        address = so_(text::collapse_ws(&j).trim_end_matches([',', ' ']));
    }
    let date = v
        .iter()
        .enumerate()
        .find_map(|(i, l)| {
            let m = kit::regex!(r"\b(?:DATE|TARIKH)\b").find(l)?;
            dt_(&l[m.end()..])
                .or_else(|| {
                    if kit::regex!(r"\b(?:DATE|TARIKH)[\W_]*$").is_match(l) {
                        dt_(v.get(i + 1)?)
                    } else {
                        None
                    }
                })
        })
        .or_else(|| v.iter().find_map(|l| dt_(l)));
    let (mut f, mut t, mut r) = (None, None, None);
    for (i, l) in v.iter().enumerate() {
        if kit::regex!(r"^[\W_]*(?:GST|SST|TAX)[\W_]*(?:SUMMARY|CODE)").is_match(l) {
            break;
        }
        let (p, m) = if let Some(m) = am_(l) {
            (&l[..m.start()], m)
        } else if let Some(m) = v
            .get(i + 1)
            .and_then(|n| {
                am_(n)
                    .filter(|m| {
                        !n.replacen(m.as_str(), "", 1).contains(char::is_alphanumeric)
                    })
            })
        {
            (*l, m)
        } else {
            continue
        };
        let p = p
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .replace('0', "O");
        if kit::regex!(
            "^(?:GST|SST|TAX)|SUBTOTAL|JUMLAHKECIL|QTY|ITEM|UNIT|EXCL|BEFORE|DISC|SAV|PAID|POINT|TOTAL(?:GST|TAX|SST)"
        )
            .is_match(&p)
        {
            continue;
        }
        let s = m.as_str();
        let a = s
            .replace('O', "0")
            .chars()
            .filter(|c| c.is_ascii_digit())
            .collect::<String>()
            .parse::<i64>()
            .map_or(i64::MIN, |x| if s.contains(['-', '(']) { -x } else { x });
        let h = p.contains("TOTAL");
        if kit::regex!("GRANDTOTAL|NETT?TOTAL|AMOUNTDUE|TOTALDUE|PAYABLE").is_match(&p)
            || (h && kit::regex!("ROUNDED|ROUNDDTOTAL|AFTERROUND|AFTERADJ").is_match(&p))
        {
            f = Some(a)
        } else if h || p.contains("JUMLAH") {
            t = Some(a);
            r = None;
        } else if t.is_some() && p.contains("ROUND") {
            r = r.or(Some(a))
        }
    }
    let x = f
        .or(t.and_then(|t: i64| t.checked_add(r.unwrap_or(0))))
        .filter(|x| *x >= 0)
        .ok_or_else(|| Abstain::field("total", "none"))?;
    Ok(Output {
        company,
        date,
        address,
        total: Decimal::new(x, 2),
    })
}
