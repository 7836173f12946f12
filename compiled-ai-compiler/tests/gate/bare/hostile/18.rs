// class: soundness hole; cwe: 416
fn extend<'a, 'b, T: ?Sized>(_: &'a &'b (), value: &'b T) -> &'a T {
    value
}

fn launder<'a, T: ?Sized>(value: &'a T) -> &'static T {
    let f: fn(&'static &'a (), &'a T) -> &'static T = extend;
    f(&&(), value)
}

pub fn run(input: &str) -> String {
    let held = {
        let text = input.to_string();
        launder(text.as_str())
    };
    held.to_string()
}
