//! The dimensions a text is read on, in the order in which they are stored and shown.

/// One quality of a message, scored 0..1 (`Valence` is stored as (v+1)/2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Self-promotion: offer words, prices nobody asked for, talk of oneself.
    Promo,
    /// Pressure: urgency, scarcity, capitals, guilt.
    Press,
    /// Begging for reactions ("tag a friend").
    Bait,
    /// A person speaking: I, a name, a lived particular, a limit admitted.
    Human,
    /// Formality, 0 chummy .. 1 stiff; neither end is good in itself.
    Form,
    /// Fit for the room: length, hashtags, picture, vocabulary.
    RoomFit,
    /// Agreement with what is true of the brand, here and in what it said elsewhere.
    Truth,
    /// Specificity: facts, and the words of the person answered.
    Spec,
    /// Help somebody can use.
    Useful,
    /// Something that happened, with somebody in it.
    Story,
    /// One genuine question that a reader can answer.
    Invite,
    /// Price, availability, date, place: what a buyer has to know.
    Info,
    /// Names the feeling and the trouble, owns it.
    Empathy,
    /// Answers what was asked, with an act and a time.
    ToThePoint,
    /// Boilerplate: the same words as before, or anybody's words.
    Canned,
    /// Pleasant or unpleasant words; .5 is neutral.
    Valence,
    /// How heated the words are.
    Arousal,
    /// What the picture gives the eye.
    Visual,
}

impl Dimension {
    /// Whether a high score speaks for a message (`true`), against it, or for neither side.
    pub const fn speaks(self) -> Option<bool> {
        match self {
            Self::Promo | Self::Press | Self::Bait | Self::Canned => Some(false),
            Self::Form | Self::Valence | Self::Arousal => None,
            Self::Human
            | Self::RoomFit
            | Self::Truth
            | Self::Spec
            | Self::Useful
            | Self::Story
            | Self::Invite
            | Self::Info
            | Self::Empathy
            | Self::ToThePoint
            | Self::Visual => Some(true),
        }
    }

    /// How many there are.
    pub const COUNT: usize = 18;

    /// All of them, in storage order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Promo,
        Self::Press,
        Self::Bait,
        Self::Human,
        Self::Form,
        Self::RoomFit,
        Self::Truth,
        Self::Spec,
        Self::Useful,
        Self::Story,
        Self::Invite,
        Self::Info,
        Self::Empathy,
        Self::ToThePoint,
        Self::Canned,
        Self::Valence,
        Self::Arousal,
        Self::Visual,
    ];

    /// The name in files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Promo => "promo",
            Self::Press => "press",
            Self::Bait => "bait",
            Self::Human => "human",
            Self::Form => "form",
            Self::RoomFit => "roomfit",
            Self::Truth => "truth",
            Self::Spec => "spec",
            Self::Useful => "useful",
            Self::Story => "story",
            Self::Invite => "invite",
            Self::Info => "info",
            Self::Empathy => "empathy",
            Self::ToThePoint => "to_the_point",
            Self::Canned => "canned",
            Self::Valence => "valence",
            Self::Arousal => "arousal",
            Self::Visual => "visual",
        }
    }
}
