//! The showcase functions in all the ways that they can be called.

use std::hint::black_box;

use compiled_ai::Abstain;
use compiled_ai::wasm::{CallError, Code, Engine, Host, Isolation, Settings, abi::Params};
use compiled_ai_benches::examples;
use compiled_ai_benches::job::Call;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use showcase_specs as native;

use super::component::Component;

macro_rules! generated {
    ($($stem:ident),*) => {$(
        #[allow(missing_docs, unreachable_pub, dead_code, clippy::all)]
        pub(super) mod $stem {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($stem), ".rs"));
        }
    )*};
}

generated!(prior_authorization, order_summary, address, receipt);

/// How a function is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Native,
    /// `Isolation::Reuse`.
    Reused,
    /// `Isolation::PerCall`.
    Isolated,
    /// What `Isolation::PerCall` does where the memory can't be put back.
    Fresh,
}

impl Way {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Reused => "instance reused",
            Self::Isolated => "isolated",
            Self::Fresh => "new instance for each call",
        }
    }
}

/// A showcase spec with the ways to call it.
pub(crate) struct Job {
    pub(crate) stem: &'static str,
    /// How many inputs there are: those of all its examples.
    pub(crate) inputs: usize,
    pub(crate) calls: Vec<(Way, Call)>,
}

/// All of them, from the shortest call to the longest. Each way has given the same answers as the native one.
pub(crate) fn all(components: &[Component]) -> Vec<Job> {
    #[derive(serde::Deserialize)]
    struct Text {
        text: String,
    }
    let job = |component: &Component| match component.stem {
        "prior_authorization" => job(
            component,
            prior_authorization::host(),
            |host, input: &prior_authorization::OwnedInput| {
                host.call::<_, prior_authorization::Output>(&input.as_input())
            },
            |input: &native::prior_authorization::OwnedInput| native::prior_authorization::run(input.as_input()),
        ),
        "order_summary" => job(
            component,
            order_summary::host(),
            |host, input: &order_summary::OwnedInput| host.call::<_, order_summary::Output>(&input.as_input()),
            |input: &native::order_summary::OwnedInput| native::order_summary::run(input.as_input()),
        ),
        "address" => job(
            component,
            address::host(),
            |host, input: &address::OwnedInput| host.call::<_, address::Output>(&input.as_input()),
            |input: &Text| native::normalize_address(&input.text),
        ),
        "receipt" => job(
            component,
            receipt::host(),
            |host, input: &receipt::OwnedInput| host.call::<_, receipt::Output>(&input.as_input()),
            |input: &Text| native::read_receipt(&input.text),
        ),
        stem => unreachable!("no job for `{stem}`"),
    };
    components.iter().map(job).collect()
}

/// The machine code of a component as that of this program.
pub(crate) fn ahead(component: &Component, keeps_state_in_memory: bool) -> Code {
    Code::Ahead {
        bytes: component.ahead.code.clone().leak(),
        hash: component.ahead.hash.clone().leak(),
        keeps_state_in_memory,
    }
}

fn job<P, In, NativeIn, Out, NativeOut>(
    component: &Component,
    host: &'static Host<P>,
    call: fn(&Host<P>, &In) -> Result<Out, CallError>,
    natively: fn(&NativeIn) -> Result<NativeOut, Abstain>,
) -> Job
where
    P: Params + Send,
    In: DeserializeOwned + Send + Sync + 'static,
    NativeIn: DeserializeOwned + Send + Sync + 'static,
    Out: Serialize + 'static,
    NativeOut: Serialize + 'static,
{
    let inputs: Vec<Json> = examples::of(component.stem).into_iter().map(|example| example.input).collect();
    let native_inputs: Vec<NativeIn> = read(&inputs);
    let answers: Vec<String> = native_inputs.iter().map(|input| answer(natively(input))).collect();
    let mut calls: Vec<(Way, Call)> = vec![(
        Way::Native,
        Box::new(move |number| {
            let _ = black_box(natively(black_box(&native_inputs[number])));
        }),
    )];
    let keeps_state = component.ahead.keeps_state_in_memory;
    assert!(keeps_state, "`{}` keeps state outside its memory", component.stem);
    for (way, isolation, keeps_state) in [
        (Way::Reused, Isolation::Reuse, keeps_state),
        (Way::Isolated, Isolation::PerCall, keeps_state),
        (Way::Fresh, Isolation::PerCall, false),
    ] {
        let host = host.with_code(ahead(component, keeps_state));
        let engine = Engine::new(Settings { isolation, ..Settings::default() }).expect("an engine");
        host.run_in(&engine).expect("a component that was just built");
        let inputs: Vec<In> = read(&inputs);
        for (input, expected) in inputs.iter().zip(&answers) {
            let found = answer(call(&host, input).map_err(Abstain::from));
            assert_eq!(found, *expected, "`{}`, {}", component.stem, way.name());
        }
        calls.push((
            way,
            Box::new(move |number| {
                let _ = black_box(call(&host, black_box(&inputs[number])));
            }),
        ));
    }
    Job { stem: component.stem, inputs: inputs.len(), calls }
}

fn read<In: DeserializeOwned>(inputs: &[Json]) -> Vec<In> {
    let read = |input: &Json| serde_json::from_value(input.clone()).expect("an example of the spec's types");
    inputs.iter().map(read).collect()
}

/// An answer as text, whatever its type.
fn answer<Out: Serialize>(result: Result<Out, Abstain>) -> String {
    match result {
        Ok(output) => serde_json::to_string(&output).expect("an output"),
        Err(abstain) => format!("{abstain:?}"),
    }
}
