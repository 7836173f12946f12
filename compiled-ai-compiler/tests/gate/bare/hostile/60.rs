// class: semantic weakness; cwe: 95
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Num(f64),
    Text(String),
}

fn call(name: &str, args: &[Value]) -> Value {
    match name {
        "system" => Value::Text(format!("sh -c '{:?}'", args)),
        "exec" => Value::Text(format!("exec {:?}", args)),
        "open" => Value::Text(format!("open {:?}", args)),
        _ => Value::Num(0.0),
    }
}

fn eval(code: &str) -> Value {
    let code = code.trim();
    if let Some((name, rest)) = code.split_once('(') {
        let inner = rest.trim_end_matches(')');
        let args: Vec<Value> = inner.split(',').map(eval).collect();
        return call(name, &args);
    }
    code.parse::<f64>().map(Value::Num).unwrap_or_else(|_| Value::Text(code.to_string()))
}

pub fn run(input: &str) -> String {
    format!("{:?}", eval(input))
}
