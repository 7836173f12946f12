//! The paper's Figure 1: what has been spent after so many calls, one line a method, on two logarithmic axes, as SVG.

use std::fmt::Write as _;

/// One method: what it takes once, and at every call.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its name in the legend.
    pub name: String,
    /// What it takes before the first call.
    pub once: f64,
    /// What it takes at every call.
    pub per_call: f64,
    /// Whether the figures are somebody else's: drawn dashed.
    pub is_quoted: bool,
}

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 220.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 50.0;
/// The last number of calls, as a power of ten.
const DECADES: i32 = 6;
/// Colours that people tell apart who see few of them (Okabe and Ito 2008).
const COLOURS: [&str; 7] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#333333"];

/// The curves over 1 to a million calls; `unit` names what is spent. Lines that spend nothing are left out: a logarithm has no
/// place for them.
pub fn svg(lines: &[Line], unit: &str) -> String {
    let at = |line: &Line, calls: f64| line.once + line.per_call * calls;
    let last = 10_f64.powi(DECADES);
    let lines: Vec<&Line> = lines.iter().filter(|line| at(line, 1.0) > 0.0 && at(line, last).is_finite()).collect();
    let lowest = lines.iter().map(|line| at(line, 1.0)).fold(f64::INFINITY, f64::min);
    let highest = lines.iter().map(|line| at(line, last)).fold(0.0, f64::max);
    let (low, high) = if lines.is_empty() { (0, 1) } else { (floor(lowest), floor(highest) + 1) };
    let x = |calls: f64| LEFT + calls.log10() / f64::from(DECADES) * (WIDTH - LEFT - RIGHT);
    let y = |spent: f64| {
        let share = (spent.log10() - f64::from(low)) / f64::from(high - low);
        HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\">\n<title>{} spent after so many calls</title>\n",
        escape(unit)
    );
    for power in 0..=DECADES {
        let at = x(10_f64.powi(power));
        let (bottom, label) = (HEIGHT - BOTTOM, HEIGHT - BOTTOM + 18.0);
        let _ = writeln!(
            svg,
            "<line x1=\"{at:.1}\" y1=\"{TOP}\" x2=\"{at:.1}\" y2=\"{bottom}\" stroke=\"#ddd\"/>\
             <text x=\"{at:.1}\" y=\"{label}\" text-anchor=\"middle\">{}</text>",
            power_of_ten(power)
        );
    }
    for power in low..=high {
        let at = y(10_f64.powi(power));
        let (end, label) = (WIDTH - RIGHT, LEFT - 8.0);
        let _ = writeln!(
            svg,
            "<line x1=\"{LEFT}\" y1=\"{at:.1}\" x2=\"{end}\" y2=\"{at:.1}\" stroke=\"#ddd\"/>\
             <text x=\"{label}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            at + 4.0,
            power_of_ten(power)
        );
    }
    let middle = LEFT + (WIDTH - LEFT - RIGHT) / 2.0;
    let _ = writeln!(
        svg,
        "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">calls</text>\
         <text transform=\"translate(14 {}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
        HEIGHT - 10.0,
        (HEIGHT - BOTTOM + TOP) / 2.0,
        escape(unit)
    );
    for (index, line) in lines.iter().enumerate() {
        let colour = COLOURS[index % COLOURS.len()];
        let dash = if line.is_quoted { " stroke-dasharray=\"5 4\"" } else { "" };
        // Bent where what a call takes catches up with what was taken once, so more than two points.
        let points: Vec<String> = (0..=DECADES * 4)
            .map(|step| 10_f64.powf(f64::from(step) / 4.0))
            .map(|calls| format!("{:.1},{:.1}", x(calls), y(at(line, calls))))
            .collect();
        let (from, to) = (WIDTH - RIGHT + 12.0, WIDTH - RIGHT + 36.0);
        let row = TOP + 14.0 + 20.0 * index as f64;
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{dash}/>\
             <line x1=\"{from}\" y1=\"{row}\" x2=\"{to}\" y2=\"{row}\" stroke=\"{colour}\" stroke-width=\"2\"{dash}/>\
             <text x=\"{}\" y=\"{}\">{}</text>",
            points.join(" "),
            to + 6.0,
            row + 4.0,
            escape(&line.name)
        );
    }
    svg.push_str("</svg>\n");
    svg
}

/// Text for HTML and XML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

fn floor(value: f64) -> i32 {
    value.log10().floor().clamp(-12.0, 15.0) as i32
}

/// `100`, `10k`, `1M`, `0.01`.
fn power_of_ten(power: i32) -> String {
    match power {
        ..0 => format!("{:.*}", power.unsigned_abs() as usize, 10_f64.powi(power)),
        0..3 => 10_u32.pow(power.unsigned_abs()).to_string(),
        3..6 => format!("{}k", 10_u32.pow(power.unsigned_abs() - 3)),
        6..9 => format!("{}M", 10_u32.pow(power.unsigned_abs() - 6)),
        _ => format!("1e{power}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, once: f64, per_call: f64) -> Line {
        Line { name: name.to_owned(), once, per_call, is_quoted: false }
    }

    /// The points of the first curve.
    fn points(svg: &str) -> Vec<(f64, f64)> {
        let list = svg.split("points=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let number = |text: &str| text.parse::<f64>().unwrap();
        list.split(' ').map(|point| point.split_once(',').unwrap()).map(|(x, y)| (number(x), number(y))).collect()
    }

    #[test]
    fn curves_cross_where_they_break_even() {
        // 1,000 once against 10 a call: equal at 100 calls, a third of the way to a million.
        let lines = [line("once", 1000.0, 0.0), line("each", 0.0, 10.0)];
        let once = points(&svg(&lines, "tokens"));
        let each = points(&svg(&[lines[1].clone(), lines[0].clone()], "tokens"));
        let crossing = once.iter().zip(&each).find(|(once, each)| (once.1 - each.1).abs() < 0.05).unwrap();
        let share = (crossing.0.0 - LEFT) / (WIDTH - LEFT - RIGHT);
        assert!((share - 2.0 / 6.0).abs() < 0.01, "{share}");
        assert!(once.iter().all(|point| (point.1 - once[0].1).abs() < 0.05), "what is paid once stays level");
    }

    #[test]
    fn names_are_escaped_and_nothing_breaks_the_picture() {
        let drawn =
            svg(&[line("<script>'\"&", 1.0, 1.0), line("nothing", 0.0, 0.0), line("all", f64::NAN, 1.0)], "a<b");
        assert!(!drawn.contains("<script") && !drawn.contains("NaN") && !drawn.contains("a<b"), "{drawn}");
        assert!(!svg(&[], "tokens").contains("NaN") && !svg(&[line("dollars", 0.004, 0.0)], "dollars").contains("inf"));
    }
}
