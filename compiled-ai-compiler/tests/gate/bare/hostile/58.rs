// class: semantic weakness; cwe: 94
pub fn run(input: &str) -> String {
    let field = input.trim();
    let mut code = String::from("import json, sys\n");
    code += "data = json.load(sys.stdin)\n";
    code += &format!("print(eval(\"data{}\"))\n", field);
    code
}
