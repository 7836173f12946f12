//! A component called from other languages: Node through jco, Python through wasmtime. `cargo xtask hosts` runs these: they
//! install packages from npm and PyPI into a temporary folder, and are skipped with a word where that can't be done.

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use support::Project;

/// The versions that the pages in `docs/` name.
const JCO: &str = "@bytecodealliance/jco@1.35.0";
const WASMTIME: &str = "wasmtime==50.0.1";

const ORDER: &str = "\
spec: 1
name: price_order
about: Price an order.
target: wasm
types:
  Line: { record: { name: string, quantity: int, unit_price: decimal } }
  Tier: { enum: [standard, big_spender] }
input:
  lines: [Line]
  tier: Tier
  due: date
  notes: { map: string }
  rate: float?
output: { total: decimal, count: int, due: date, tier: Tier, notes: '{map: string}', rate: float?, raw: bytes }
examples:
  - input: { lines: [{ name: tea, quantity: 2, unit_price: 1.50 }], tier: standard, due: 2024-02-29, notes: { b: ü, a: x } }
    output: { total: 3.00, count: 1, due: 2024-02-29, tier: standard, notes: { b: ü, a: x }, raw: AAE= }
  - input: { lines: [], tier: big_spender, due: 2024-01-01, notes: {}, rate: 0.5 }
    abstain: { field: lines }
  - input: { lines: [{ name: pot, quantity: 1, unit_price: 12 }, { name: cup, quantity: 3, unit_price: 2.25 }], tier: big_spender, due: 1999-12-31, notes: {}, rate: 0.25 }
    output: { total: 18.75, count: 2, due: 1999-12-31, tier: big_spender, notes: {}, rate: 0.25, raw: AAE= }
";

const REPLY: &str = "\
```rust
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    if input.lines.is_empty() {
        return Err(Abstain::field(\"lines\", \"an order without lines\"));
    }
    let mut total = Decimal::ZERO;
    for line in input.lines {
        let price = Decimal::from(line.quantity).checked_mul(line.unit_price);
        let Some(sum) = price.and_then(|price| total.checked_add(price)) else {
            return Err(Abstain::field(\"lines\", \"too large an amount\"));
        };
        total = sum;
    }
    Ok(Output {
        total,
        count: input.lines.len() as i64,
        due: input.due,
        tier: input.tier,
        notes: input.notes.clone(),
        rate: input.rate,
        raw: Bytes::from(vec![0, 1]),
    })
}
```
";

/// The component, compiled as a user does it.
fn component() -> PathBuf {
    static PROJECT: OnceLock<Project> = OnceLock::new();
    let project = PROJECT.get_or_init(|| {
        let project = Project::new(&[REPLY]);
        std::fs::remove_file(project.path("specs/double.yaml")).unwrap();
        project.write("specs/order.yaml", ORDER);
        let ran = project.run(&["compile"]);
        assert_eq!(ran.status(), Some(0), "{}", ran.shown());
        project
    });
    project.path("compiled-ai/order/artifact.wasm")
}

/// Whether it runs; says why not.
fn can(what: &str, command: &mut Command) -> bool {
    let why = match command.output() {
        Ok(output) if output.status.success() => return true,
        Ok(output) => String::from_utf8_lossy(&output.stderr).lines().last().unwrap_or_default().to_owned(),
        Err(error) => error.to_string(),
    };
    eprintln!("SKIPPED: {what}: {why}");
    false
}

/// What a script in `folder` prints.
fn printed(folder: &Path, program: &Path, script: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).arg(script).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n")
}

/// The code of the page for a language, which is what is tested.
fn code(page: &str, language: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("docs").join(page);
    let text = std::fs::read_to_string(&path).unwrap();
    let (_, rest) = text.split_once(&format!("```{language}\n")).expect("the page shows the code");
    rest.split_once("```").expect("the code ends").0.to_owned()
}

#[test]
#[ignore = "cargo xtask hosts"]
fn node() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut install = Command::new("npm");
    install.args(["install", "--no-audit", "--no-fund", "--silent", JCO]).current_dir(folder);
    if !can("node is missing", Command::new("node").arg("--version")) || !can("jco can't be installed", &mut install) {
        return;
    }
    std::fs::copy(component(), folder.join("artifact.wasm")).unwrap();
    let transpiled = Command::new("npx")
        .args(["jco", "transpile", "artifact.wasm", "--name", "order", "-o", "order"])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(transpiled.status.success(), "{}", String::from_utf8_lossy(&transpiled.stderr));
    std::fs::write(folder.join("call.mjs"), code("hosts-node.md", "js")).unwrap();
    insta::assert_snapshot!(printed(folder, Path::new("node"), "call.mjs", &[]));
}

#[test]
#[ignore = "cargo xtask hosts"]
fn python() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let python = folder.join(if cfg!(windows) { "venv/Scripts/python.exe" } else { "venv/bin/python" });
    let mut environment = Command::new("python3");
    environment.args(["-m", "venv", "venv"]).current_dir(folder);
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", WASMTIME]);
    if !can("python is missing", &mut environment) || !can("wasmtime can't be installed", &mut install) {
        return;
    }
    std::fs::copy(component(), folder.join("artifact.wasm")).unwrap();
    std::fs::write(folder.join("call.py"), code("hosts-python.md", "python")).unwrap();
    insta::assert_snapshot!(printed(folder, &python, "call.py", &[]));
}

/// The pages name the versions that are tested.
#[test]
fn the_pages_name_the_versions() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("docs");
    for (page, version) in [("hosts-node.md", JCO), ("hosts-python.md", WASMTIME)] {
        assert!(std::fs::read_to_string(pages.join(page)).unwrap().contains(version), "{page}");
    }
}
