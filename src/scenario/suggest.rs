//! "Did you mean": the nearest of the names that exist.

/// The known name nearest to what was written, if one is near.
pub(super) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = written.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in known {
        let other = name.to_lowercase();
        let near = strsim::jaro_winkler(&wanted, &other)
            .max(strsim::normalized_damerau_levenshtein(&wanted, &other));
        if near >= 0.78 && best.is_none_or(|(score, _)| near > score) {
            best = Some((near, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The help for a name that does not exist: the nearest one, or those there are.
pub(super) fn help<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(name) = nearest(written, known.iter().copied()) {
        return format!("Did you mean \"{name}\"?");
    }
    match known.len() {
        0 => "There are none yet; write one first.".to_owned(),
        1..=12 => format!("There are: {}.", known.join(", ")),
        more => format!("There are {more}, among them: {}.", known[..12].join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_of_the_finger_are_understood() {
        for (written, meant) in
            [("rut", Some("ruth")), ("sumary", Some("summary")), ("Tomm", Some("tom")), ("zebra", None)]
        {
            assert_eq!(nearest(written, ["tom", "ruth", "summary", "cast"]), meant, "{written}");
        }
    }
}
