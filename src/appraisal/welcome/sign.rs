//! The signs by which a message is judged welcome or not, each with its reason.

use std::ops::Range;

macro_rules! signs {
    ($($(#[doc = $doc:literal])* $sign:ident = $name:literal, $why:literal;)*) => {
        /// One sign that is counted or measured rather than looked up as a phrase.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Sign {
            $($sign,)*
        }

        impl Sign {
            /// All of them, in storage order.
            pub(super) const ALL: &'static [Self] = &[$(Self::$sign,)*];

            /// The name in the weights file.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$sign => $name,)* }
            }

            /// What it tells, as the end of a sentence that begins with the words, or a whole sentence.
            pub(super) const fn why(self) -> &'static str {
                match self { $(Self::$sign => $why,)* }
            }
        }
    };
}

signs! {
    Promo = "promo", "It sells.";
    Press = "press", "It presses people.";
    Bait = "bait", "It begs for reactions.";
    Human = "human", "Somebody speaks here.";
    Stiff = "stiff", "It is stiff.";
    RoomFit = "roomfit", "It has the shape of talk in this room.";
    Truth = "truth", "It agrees with what is known of you.";
    Untrue = "untrue", "It says something that is not so.";
    Spec = "spec", "It is about particulars.";
    Useful = "useful", "People can use it.";
    Story = "story", "Something happens in it.";
    Invite = "invite", "It asks something people can answer.";
    Info = "info", "It tells what a buyer has to know.";
    Empathy = "empathy", "It names what they feel and what went wrong.";
    ToThePoint = "to-the-point", "It answers.";
    Canned = "canned", "It could have been sent to anybody.";
    Pleasant = "pleasant", "It is pleasant.";
    Heated = "heated", "It is heated.";
    Visual = "visual", "There is a picture to look at.";
    VeryShort = "very-short", "It is very short.";
    Short = "short", "It is short.";
    Long = "long", "It is long.";
    LongSentences = "long-sentences", "That is how long the sentences are.";
    LongWords = "long-words", "That is how long the words are.";
    SaysI = "says-i", "speaks as one person.";
    SaysWe = "says-we", "speaks as a firm.";
    SaysYou = "says-you", "turns to the reader.";
    OnlySelf = "only-self", "It speaks of nobody but yourselves.";
    Asks = "asks", "asks something.";
    AsksLast = "asks-last", "ends by asking.";
    AsksMuch = "asks-much", "It asks one thing after another.";
    Hashtags = "hashtags", "are hashtags.";
    ManyHashtags = "many-hashtags", "There are more hashtags than anybody reads.";
    HasPrice = "has-price", "is a price.";
    HasTime = "has-time", "is a time.";
    HasNumber = "has-number", "is a number.";
    Past = "past", "tells what happened.";
    NamesSomebody = "names-somebody", "names somebody or something by name.";
    Denies = "denies", "says what is not so.";
    Shouts = "shouts", "is shouted.";
    NameRight = "name-right", "is their name.";
    NameWrong = "name-wrong", "is not the name of the person answered.";
    HeardWord = "heard-word", "takes up their own word.";
    HeardKin = "heard-kin", "is about what they spoke of.";
    HeardNumber = "heard-number", "takes up their number.";
    HeardNothing = "heard-nothing", "Nothing in it is about what they said.";
    PronounFits = "pronoun-fits", "speaks of somebody they spoke of.";
    PronounOrphan = "pronoun-orphan", "speaks of somebody nobody mentioned.";
    PersonFits = "person-fits", "is one of their own people.";
    PersonOrphan = "person-orphan", "is somebody they never spoke of.";
    BrandWord = "brand-word", "belongs to this brand.";
    BrandName = "brand-name", "is a name from your own sheet.";
    OwnName = "own-name", "is your own name, said by yourselves.";
    BrandNothing = "brand-nothing", "Nothing in it is of this brand.";
    BrandKin = "brand-kin", "is of your own trade.";
    OtherTrade = "other-trade", "is of another trade than yours.";
    StrangeName = "strange-name", "is a name nobody here knows.";
    NumberKnown = "number-known", "is a number from your own sheet.";
    NumberUnknown = "number-unknown", "is a number nothing on your sheet supports.";
    FactsRecited = "facts-recited", "Fact after fact is recited from the sheet.";
    PictureWord = "picture-word", "is in the picture.";
    PictureKin = "picture-kin", "goes with the picture.";
    PictureNothing = "picture-nothing", "Nothing in it is about the picture.";
    PicturePart = "picture-part", "The words follow the picture closely.";
    WhenHeardLong = "when-heard-long", "They said much.";
    WhenHeardShort = "when-heard-short", "They said little.";
    WhenPicture = "when-picture", "There is a picture.";
    WhenLong = "when-long", "There are many words to go by.";
    WhenQuestion = "when-question", "They asked something.";
    WhenWrong = "when-wrong", "Something went wrong for them.";
    WhenNice = "when-nice", "They said something nice.";
    WhenReadable = "sure", "It can be read.";
    RoomHome = "room-home", "is at home in this room.";
    RoomOut = "room-out", "is out of place in this room.";
}

impl Sign {
    /// Whether it holds the words against the place where they are said.
    pub(super) const fn is_of_belonging(self) -> bool {
        self as usize >= Self::NameRight as usize && (self as usize) < Self::RoomHome as usize
            || matches!(self, Self::ToThePoint)
    }
}

/// One sign where it was found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its number: signs first, then phrases, then answers to what was asked.
    pub(super) sign: usize,
    /// How strongly it shows, about 0..2.
    pub(super) value: f64,
    /// Byte range in the text; empty when it is of the whole.
    pub(super) span: Range<usize>,
}

/// All signs found in one text.
#[derive(Debug, Default)]
pub(super) struct Signs(pub(super) Vec<Found>);

impl Signs {
    /// Writes one down.
    pub(super) fn add(&mut self, sign: Sign, value: f64, span: Range<usize>) {
        self.put(sign as usize, value, span);
    }

    /// Writes one down by its number.
    pub(super) fn put(&mut self, sign: usize, value: f64, span: Range<usize>) {
        if value != 0.0 {
            self.0.push(Found { sign, value, span });
        }
    }
}

/// What the next of several hits adds: 1, a half, a quarter, nothing.
pub(super) const fn fading(nth: usize) -> f64 {
    match nth {
        0 => 1.0,
        1 => 0.5,
        2 => 0.25,
        _ => 0.0,
    }
}
