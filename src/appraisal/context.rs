//! What a reader knows before reading: the room, the brand, the message being answered, and what the brand said before.

use super::known::{Kept, KnownBrand, KnownRoom};
use super::look::Look;
use super::token::Page;

/// What the brand is doing with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Deed {
    /// A message of its own to the room.
    #[default]
    Post,
    /// An answer to somebody.
    Reply,
    /// A few words that go with a request to connect.
    Connect,
    /// A private message.
    Private,
}

/// What a room expects of a text, as data (`assets/rooms/*.ron`).
#[derive(Clone, Debug, PartialEq)]
pub struct Norms {
    /// The room's name, as in `klatch`.
    pub room: String,
    /// Expected formality, 0..1.
    pub formality: f64,
    /// Most characters (graphemes) that can be sent.
    pub limit: usize,
    /// Length in graphemes up to which a post is comfortable, and the length at which it is far too long.
    pub length: (usize, usize),
    /// Fewest and most hashtags that fit.
    pub hashtags: (usize, usize),
    /// Whether a post without a picture is out of place.
    pub picture_needed: bool,
    /// How much a picture counts, 0..1.
    pub visual_weight: f64,
    /// What a question does to comments here, as a factor around 1.
    pub question_lift: f64,
    /// How much selling the room bears before it jars, 0..1.
    pub selling_tolerance: f64,
    /// Words and stems that belong in the room's talk ("neighbour", "hiring").
    pub at_home: Vec<String>,
    /// Words and stems that are out of place here ("synergy" at the klatch).
    pub out_of_place: Vec<String>,
    /// What the reader made of it; starts as the default.
    pub known: Kept<KnownRoom>,
}

/// Something true of the brand.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Fact {
    /// Its name in the scenario.
    pub id: String,
    /// The fact as a sentence.
    pub text: String,
    /// Further words and phrases by which a text may state it ("7am", "seven"); may be empty.
    pub keys: Vec<String>,
}

/// Something that is not true of the brand, and that it may be tempted to say.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct FalseClaim {
    /// Its name in the scenario.
    pub id: String,
    /// The claim as a sentence.
    pub text: String,
    /// Phrases by which a text may make it; each is a set of words that must stand near each other.
    pub keys: Vec<String>,
    /// What is true instead.
    pub truth: String,
}

/// What a reader can know about the brand.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct BrandSheet {
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub about: String,
    /// How it wants to sound, in a few words.
    pub voice: String,
    /// What is true of it.
    pub facts: Vec<Fact>,
    /// What is not true of it.
    pub false_claims: Vec<FalseClaim>,
    /// Words that are its own ("Mabel", "proving").
    pub own_words: Vec<String>,
    /// Words it would never say.
    pub banned: Vec<String>,
    /// What the reader made of it; starts as the default.
    pub known: Kept<KnownBrand>,
}

impl Norms {
    /// The room's words, taken apart at the first reading.
    pub(super) fn known(&self) -> &KnownRoom {
        self.known.get(|| KnownRoom::new(self))
    }

    /// Takes over what was made of the same norms elsewhere, so that they are taken apart once for many plays.
    pub fn share(&mut self, other: &Self) {
        if self == other {
            other.known();
            self.known = other.known.shared();
        }
    }
}

impl BrandSheet {
    /// The sheet, taken apart at the first reading.
    pub(super) fn known(&self) -> &KnownBrand {
        self.known.get(|| KnownBrand::new(self))
    }

    /// Takes over what was made of the same sheet elsewhere, so that it is taken apart once for many plays.
    pub fn share(&mut self, other: &Self) {
        if self == other {
            other.known();
            self.known = other.known.shared();
        }
    }
}

/// What kind of thing somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Ask {
    /// They want to know something.
    Question,
    /// Something went wrong for them.
    Complaint,
    /// They liked something.
    Praise,
    /// They want something done.
    Request,
    /// They have good news of their own.
    GoodNews,
    /// They have sad news of their own.
    SadNews,
    /// Talk among people.
    #[default]
    Talk,
}

/// The message that is being answered.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Heard {
    /// Who said it, by the name one would use.
    pub from: String,
    /// What kind of thing it is; `None` leaves the reader to work it out from the words.
    pub kind: Option<Ask>,
    /// What they said.
    pub text: String,
    /// Indices into the brand's facts that would answer it; may be empty.
    pub answers: Vec<usize>,
    /// Words that name what troubles or moves them, beyond those in the text; may be empty.
    pub trouble: Vec<String>,
    /// What they already told the brand earlier in the thread; may be empty.
    pub told: Vec<String>,
}

/// The picture that goes with a post, as its tags and description say.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Picture {
    /// What is in it ("face", "people", "place", "product", "behind the scenes", "text only", "stock").
    pub tags: Vec<String>,
    /// What one sees, in a sentence.
    pub description: String,
    /// Days since the same picture was last shown, if it was.
    pub days_since_shown: Option<u32>,
    /// How it looks, where there are pixels to measure.
    pub look: Option<Look>,
}

/// Something the brand said earlier.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The room it was said in.
    pub room: String,
    /// What was said.
    pub text: String,
    /// The words, taken apart at the first look back at them.
    page: Kept<Page>,
}

impl Earlier {
    /// Something said in a room.
    pub fn new(room: impl Into<String>, text: impl Into<String>) -> Self {
        Self { room: room.into(), text: text.into(), page: Kept::default() }
    }

    pub(super) fn page(&self) -> &Page {
        self.page.get(|| Page::new(&self.text))
    }
}

/// Everything a reader knows before reading one text.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Where it is said.
    pub norms: &'a Norms,
    /// Who says it.
    pub brand: &'a BrandSheet,
    /// What the brand is doing.
    pub deed: Deed,
    /// What it answers, if anything.
    pub heard: Option<&'a Heard>,
    /// The picture, if any.
    pub picture: Option<&'a Picture>,
    /// The brand's earlier messages, oldest first, with the room each was said in; the reader uses the last 50.
    pub before: &'a [Earlier],
}
