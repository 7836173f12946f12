// class: macro arguments; cwe: none; layer: gate
#[cfg(test)]
mod tests {
    const HOST: &str = include_str!("/etc/hostname");
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {

    Err(Abstain::new("no"))
}
