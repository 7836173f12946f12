// class: escape from the module; cwe: none; layer: gate
fn helper() {}
