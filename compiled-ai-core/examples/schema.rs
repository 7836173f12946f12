//! Writes the JSON Schema of spec files to standard output: `cargo run -p compiled-ai-core --example schema > spec.schema.json`.

fn main() {
    print!("{}", compiled_ai_core::schema::json_schema());
}
