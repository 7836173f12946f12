//! The one trait that emitted code implements.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Abstain;

/// A function that was compiled from a spec: pure, and free of any engine, so that drivers, hosts and adapters can be
/// generic over it.
pub trait CompiledFn {
    /// The owned input, field by field as the spec says.
    type In: Serialize + DeserializeOwned;
    /// The output, field by field as the spec says.
    type Out: Serialize + DeserializeOwned;

    /// `name@hash`: the spec's name and the first 12 hex digits of the artifact's content hash.
    const NAME: &'static str;

    /// Runs the function.
    ///
    /// # Errors
    /// [`Abstain`] when the function declines to answer.
    fn call(input: &Self::In) -> Result<Self::Out, Abstain>;
}
