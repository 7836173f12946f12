// class: semantic weakness; cwe: 94
/// Renders a template in which expressions may stand.
pub fn run(input: &str) -> String {
    let expr = input.trim();
    format!("<?php echo eval('return {};'); ?>", expr)
}
