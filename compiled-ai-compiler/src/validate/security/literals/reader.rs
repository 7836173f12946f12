//! What reading texts out of code may cost.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use syn::Macro;

use super::pieces::Piece;
use crate::validate::security::macros::Arguments;
use crate::validate::security::profile::{MacroForm, Profile};

/// Characters that may be put together: several times what the gate reads.
const MOST: usize = 1 << 19;
/// Characters that can be copied while one piece is.
const PIECE: usize = 4;
/// Expressions of closures that may be read, those within others again.
const MOST_WORDS: usize = 100_000;

type Parsed = Rc<(MacroForm, Arguments)>;

/// Reads macros once, and stops where texts grow without end.
pub(in crate::validate::security) struct Reader<'p> {
    profile: &'p Profile,
    /// By line and column of the macro's name.
    macros: RefCell<HashMap<(usize, usize), Option<Parsed>>>,
    left: Cell<usize>,
    words_left: Cell<usize>,
}

impl<'p> Reader<'p> {
    pub(in crate::validate::security) fn new(profile: &'p Profile) -> Self {
        Self { profile, macros: RefCell::default(), left: Cell::new(MOST), words_left: Cell::new(MOST_WORDS) }
    }

    /// The arguments of a macro of the profile.
    pub(in crate::validate::security) fn arguments(&self, mac: &Macro) -> Option<Parsed> {
        let name = mac.path.segments.last()?;
        let at = name.ident.span().start();
        if let Some(known) = self.macros.borrow().get(&(at.line, at.column)) {
            return known.clone();
        }
        let form = self.profile.form_of(&mac.path);
        let parsed = form.and_then(|form| Some(Rc::new((form, Arguments::of(form, mac).ok()?))));
        self.macros.borrow_mut().insert((at.line, at.column), parsed.clone());
        parsed
    }

    /// Takes `cost` from what is left; whether there was so much.
    pub(in crate::validate::security) fn spend(&self, cost: usize) -> bool {
        let left = self.left.get().checked_sub(cost);
        self.left.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Takes what it costs to put `pieces` together; whether so much was left.
    pub(super) fn spend_on<'a>(&self, pieces: impl Iterator<Item = &'a Piece>) -> bool {
        self.spend(1 + pieces.map(|piece| PIECE + piece.text().map_or(0, str::len)).sum::<usize>())
    }

    /// Whether one more expression of a closure may be read.
    pub(in crate::validate::security) fn read_word(&self) -> bool {
        let left = self.words_left.get().checked_sub(1);
        self.words_left.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Whether something was left out.
    pub(in crate::validate::security) fn is_exhausted(&self) -> bool {
        self.left.get() == 0
    }
}
