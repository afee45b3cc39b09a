//! Payloads that have been used against terminals and readers, and what is left of them.

use proptest::prelude::*;

use super::*;

/// What goes in, and what must come out.
const PAYLOADS: &[(&str, &str)] = &[
    ("plain", "plain"),
    ("", ""),
    ("two\nlines", "two\nlines"),
    ("two\r\nlines", "two\nlines"),
    ("over\rwritten", "overwritten"),
    ("a\tb", "a    b"),
    ("\u{1b}[31mred\u{1b}[0m", "red"),
    ("\u{1b}[2J\u{1b}[Hgone", "gone"),
    ("\u{1b}[?1049h", ""),
    ("\u{1b}[38;2;1;2;3mx", "x"),
    ("\u{1b}[38:5:1mx", "x"),
    ("\u{1b}[1 qx", "x"),
    ("\u{1b}[\n31m", "\n31m"),
    ("\u{1b}[", ""),
    ("\u{1b}", ""),
    ("\u{1b}\u{1b}[31mx", "x"),
    ("\u{1b}c", ""),
    ("\u{1b}(0lqk", "lqk"),
    ("\u{1b}#8", ""),
    ("\u{1b}7\u{1b}8", ""),
    ("\u{1b}]0;title\u{7}x", "x"),
    ("\u{1b}]0;title\u{1b}\\x", "x"),
    ("\u{1b}]0;title\u{9c}x", "x"),
    ("\u{1b}]0;never closed", ""),
    ("\u{1b}]0;never closed\nnext", "\nnext"),
    ("\u{1b}]8;;http://evil\u{1b}\\click\u{1b}]8;;\u{1b}\\", "click"),
    ("\u{1b}]52;c;ZXZpbA==\u{7}", ""),
    ("\u{1b}]1337;File=:AA\u{7}x", "x"),
    ("\u{1b}]0;a\u{1b}[31mb", "b"),
    ("\u{1b}]0;a\u{18}b", "b"),
    ("\u{1b}P1$r0m\u{1b}\\x", "x"),
    ("\u{1b}Pq#0;2\u{1b}\\x", "x"),
    ("\u{1b}_Gf=100;AA\u{1b}\\x", "x"),
    ("\u{1b}^secret\u{1b}\\x", "x"),
    ("\u{1b}Xsos\u{1b}\\x", "x"),
    ("\u{9b}31mred", "red"),
    ("\u{9d}0;title\u{9c}x", "x"),
    ("\u{90}q\u{9c}x", "x"),
    ("\u{9f}apc\u{9c}x", "x"),
    ("\u{9e}pm\u{9c}x", "x"),
    ("\u{98}sos\u{9c}x", "x"),
    ("\u{85}x", "x"),
    ("\u{84}\u{8d}x", "x"),
    ("a\u{8}b", "ab"),
    ("a\u{7}b", "ab"),
    ("a\u{0}b", "ab"),
    ("a\u{b}b\u{c}c", "abc"),
    ("a\u{e}b\u{f}", "ab"),
    ("a\u{7f}b", "ab"),
    ("a\u{2028}b\u{2029}c", "a b c"),
    ("\u{202e}evil\u{202c}", "evil"),
    ("\u{202a}a\u{202b}b\u{202d}c", "abc"),
    ("\u{2066}a\u{2067}b\u{2068}c\u{2069}", "abc"),
    ("a\u{200e}b\u{200f}c\u{61c}d", "abcd"),
    ("a\u{200b}b\u{2060}c\u{feff}d", "abcd"),
    ("a\u{2061}b\u{2062}c\u{2063}d\u{2064}", "abcd"),
    ("soft\u{ad}hyphen", "softhyphen"),
    ("a\u{180e}b\u{34f}c", "abc"),
    ("hi\u{e0041}\u{e0042}\u{e007f}", "hi"),
    ("a\u{115f}\u{1160}\u{3164}\u{ffa0}b", "ab"),
    ("a\u{fdd0}\u{fdef}\u{fffe}\u{ffff}b", "ab"),
    ("a\u{1fffe}\u{10ffff}b", "ab"),
    ("a\u{200d}b", "ab"),
    ("a\u{200c}b", "ab"),
    ("👩\u{200d}💻", "👩\u{200d}💻"),
    ("👩🏽\u{200d}🚀", "👩🏽\u{200d}🚀"),
    ("👁\u{fe0f}\u{200d}🗨", "👁\u{fe0f}\u{200d}🗨"),
    ("👩\u{200d}", "👩"),
    ("👩\u{200d}\u{200d}💻", "👩\u{200d}💻"),
    ("👩\u{200d}x", "👩x"),
    ("क\u{94d}\u{200d}ष", "क\u{94d}\u{200d}ष"),
    ("می\u{200c}خواهم", "می\u{200c}خواهم"),
    ("🇮🇪", "🇮🇪"),
    ("e\u{301}", "e\u{301}"),
    ("z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "z\u{300}\u{301}\u{302}\u{303}"),
    ("👩\u{301}\u{301}\u{301}\u{301}\u{fe0f}\u{200d}💻", "👩\u{301}\u{301}\u{301}\u{301}💻"),
    ("Bríd — “naïve” café", "Bríd — “naïve” café"),
    ("日本語 русский עברית", "日本語 русский עברית"),
];

#[test]
fn payloads_are_disarmed() {
    assert!(PAYLOADS.len() >= 60);
    for (raw, left) in PAYLOADS {
        assert_eq!(Clean::text(raw).as_str(), *left, "{raw:?}");
    }
}

#[test]
fn a_line_has_no_line_breaks() {
    assert_eq!(Clean::line("a\r\nb\nc\td").into_string(), "a b c    d");
    assert_eq!(Clean::line("x").to_string(), "x");
}

/// Any characters, with the dangerous ones thick on the ground.
fn nasty() -> impl Strategy<Value = String> {
    let spice: Vec<char> = "\u{1b}[]P_^X\\m;0\u{7}\u{9b}\u{9c}\u{9d}\u{90}\u{200d}\u{200c}\u{fe0f}\u{301}\u{302}👩💻🏽क\u{202e}\r\n\t\u{e0041}"
        .chars()
        .collect();
    prop::collection::vec(prop_oneof![prop::sample::select(spice), any::<char>()], 0..60)
        .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn nothing_forbidden_is_left_and_twice_is_once(raw in nasty()) {
        let clean = Clean::text(&raw);
        for c in clean.as_str().chars() {
            prop_assert!(c == '\n' || !is_forbidden(c), "{c:?} left of {raw:?}");
            prop_assert!(c != '\u{2028}' && c != '\u{2029}', "{:?}", c);
        }
        prop_assert_eq!(Clean::text(clean.as_str()), clean);
        let line = Clean::line(&raw);
        prop_assert!(!line.as_str().contains('\n'));
        prop_assert_eq!(Clean::line(line.as_str()), line);
    }
}
