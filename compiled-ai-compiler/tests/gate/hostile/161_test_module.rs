// class: macro arguments; cwe: none; layer: gate
#[cfg(test)]
mod tests {
    use super::*;
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {

    Err(Abstain::new("no"))
}
