//! The material the crowd is made of: names and lives.

use std::sync::LazyLock;

use serde::Deserialize;

pub use crate::sim::crowd::Crowd as CrowdPlan;

use crate::speech::topic;

#[derive(Deserialize)]
struct Material {
    first_names: Vec<String>,
    last_names: Vec<String>,
    lives: Vec<(String, String)>,
}

static MATERIAL: LazyLock<Material> = LazyLock::new(|| {
    ron::from_str(include_str!("../../assets/people.ron")).expect("assets/people.ron is read by a test")
});

/// A plan for so many people; nobody among them has a first name that the story's own `words` use.
pub(super) fn plan(size: u32, words: &str) -> CrowdPlan {
    let used: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).collect();
    let first_names = MATERIAL.first_names.iter().filter(|name| !used.contains(&name.as_str()));
    CrowdPlan {
        size,
        first_names: first_names.cloned().collect(),
        last_names: MATERIAL.last_names.clone(),
        lives: MATERIAL
            .lives
            .iter()
            .map(|(work, about)| (work.as_str().into(), about.as_str().into()))
            .collect(),
        topics: topic::ids().len() as u16,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::plan;

    #[test]
    fn there_is_enough_to_make_people_of() {
        assert!(!plan(300, "Nora, who bakes").first_names.contains(&"Nora".to_owned()));
        let plan = plan(300, "");
        for (names, least) in [(&plan.first_names, 110), (&plan.last_names, 110)] {
            assert!(names.len() >= least, "{}", names.len());
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "a name is there twice");
        }
        assert!(plan.lives.len() >= 55);
        assert!(plan.lives.iter().all(|(work, about)| work.len() < 40 && about.ends_with('.')));
    }
}
