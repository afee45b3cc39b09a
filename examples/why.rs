//! temp
use mingle::appraisal::*;
fn main() {
    let (_, source) = mingle::scenario::SHIPPED_ROOMS.iter().find(|(r, _)| *r == "klatch").unwrap();
    let room = mingle::scenario::read_room("klatch", "klatch", source).ok().unwrap().0;
    let f = |t: &str| Fact { text: t.into(), ..Fact::default() };
    let brand = BrandSheet { name: "Northfold Bank".into(), about: "A regional bank with nine branches".into(), facts: vec![f("never asks for a PIN"), f("phone line 8 to 8"), f("the app failed on 2 June"), f("branch in Orton stays open")], ..BrandSheet::default() };
    let heard = Heard { from: "Abe".into(), kind: Some(Ask::Question), text: "Can I pay in coins at Orton?".into(), ..Heard::default() };
    let c = Context { norms: &room.norms, brand: &brand, deed: Deed::Reply, heard: Some(&heard), picture: None, before: &[] };
    for t in ["Yes, Abe, up to ten bags at a time. Mornings are quieter, and Sue will count them with you.", "Thank you for your message, Abe. We have received your enquiry and it has been logged."] {
        let a = appraise(t, &c);
        println!("{:.2} conf {:.2} {t}", a.welcome, a.confidence);
        for r in a.reasons.iter().take(22) { println!("   {:+.2} {} | {}", r.weight, r.sign, r.why); }
    }
}
