//! Every word that the page of the lab says itself: by key, in Dutch and in English. Words in braces are filled in by the
//! page. What it says of levers, measures and results comes from the catalogue and from the report.

/// A key, and the text in Dutch and in English.
type Row = (&'static str, &'static str, &'static str);

pub(super) const TEXTS: &[Row] = &[
    ("title", "Het laboratorium van doorstroom", "The lab of doorstroom"),
    (
        "about",
        "Verander een maatregel en zie wat dat doet met de asielketen, vergeleken met het recht van nu. Alle personen zijn verzonnen; het is een verkenning en geen officiële raming. Alles wordt op deze computer gerekend: de pagina haalt niets op en verstuurt niets.",
        "Change a measure and see what that does to the asylum chain, compared with the law today. All persons are invented; it is an exploration and no official estimate. Everything is computed on this computer: the page fetches nothing and sends nothing.",
    ),
    ("language", "Taal", "Language"),
    ("to_results", "Naar de uitkomsten", "To the results"),
    ("measures", "Maatregelen", "Measures"),
    ("results", "Uitkomsten", "Results"),
    ("begin_with", "Begin met", "Begin with"),
    (
        "begin_about",
        "Het recht van nu, met wat u hier aankruist erbij. Van twee die dezelfde knop zetten, wint de onderste.",
        "The law today, with what you tick here added. Of two that set the same lever, the lower one wins.",
    ),
    ("name", "Naam van de variant", "Name of the variant"),
    ("variant_name", "Mijn variant", "My variant"),
    ("search", "Zoek een knop", "Search a lever"),
    ("search_hint", "Bijvoorbeeld: nareis, plekken, dwangsom", "For example: family, places, penalty"),
    ("found", "{n} knoppen gevonden", "{n} levers found"),
    ("found_one", "1 knop gevonden", "1 lever found"),
    ("found_none", "Geen knop gevonden. Probeer een ander woord.", "No lever found. Try another word."),
    ("mine", "Wat ik verander", "What I change"),
    ("mine_none", "Nog niets. Zet hieronder een knop aan.", "Nothing yet. Switch a lever on below."),
    ("common", "Meest gebruikt", "Most used"),
    ("letter", "De opdrachtbrief, in haar volgorde", "The assignment letter, in its order"),
    ("others", "Alle knoppen, naar onderwerp", "All levers, by subject"),
    ("asks", "Vraagt", "Asks"),
    ("stands", "Stand", "Stands"),
    ("missing", "Niet gedekt", "Not covered"),
    ("no_levers", "Geen knop", "No lever"),
    ("levers_one", "1 knop", "1 lever"),
    ("levers_many", "{n} knoppen", "{n} levers"),
    ("set", "In mijn variant", "In my variant"),
    ("set_lever", "In mijn variant: {name}", "In my variant: {name}"),
    ("from", "vanaf", "from"),
    ("from_lever", "{name}: ingangsdatum", "{name}: start date"),
    ("time_lever", "{name}: ingangsmaand op de tijdlijn", "{name}: start month on the time line"),
    ("value_lever", "{name}: waarde", "{name}: value"),
    ("value_key", "{name}, {key}: waarde", "{name}, {key}: value"),
    ("values", "Waarden", "Values"),
    ("more_steps", "Nog een datum", "Another date"),
    ("more_steps_lever", "{name}: nog een datum", "{name}: another date"),
    ("less_steps", "Datum weg", "Remove date"),
    ("less_steps_lever", "{name}: datum {date} weg", "{name}: remove date {date}"),
    ("my_status", "Status:", "Status:"),
    ("status_lever", "{name}: juridische status", "{name}: legal status"),
    ("my_source", "Bron:", "Source:"),
    ("source_lever", "{name}: bron", "{name}: source"),
    ("now", "Geldt nu: {value}", "Holds now: {value}"),
    ("then", "vanaf {date}: {value}", "from {date}: {value}"),
    ("on", "aan", "on"),
    ("off", "uit", "off"),
    ("more", "Bron, grenzen en zekerheid", "Source, range and grade"),
    ("range", "Grenzen", "Range"),
    ("range_of", "{low} tot {high}", "{low} to {high}"),
    ("binds", "Bindt", "Binds"),
    ("status", "Juridische status van de waarde van nu", "Legal status of the value today"),
    ("source", "Bron van de waarde van nu", "Source of the value today"),
    ("rests", "Rust op", "Rests on"),
    ("mechanical", "mechanisch", "mechanical"),
    ("sourced", "rust op cijfers", "rests on figures"),
    ("assumed", "deels aangenomen", "partly assumed"),
    ("grade", "zekerheid {grade}", "grade {grade}"),
    (
        "grades",
        "Mechanisch: het effect volgt uit regels, termijnen en capaciteit; niemand in het model gedraagt zich er anders door. Rust op cijfers of deels aangenomen: het hangt ook af van wat niemand kiest. Zekerheid daarvan: A getoetst aan wat gebeurde, B met bron maar niet getoetst, C aangenomen.",
        "Mechanical: the effect follows from rules, terms and capacity; nobody in the model behaves otherwise because of it. Rests on figures or partly assumed: it also depends on what nobody chooses. Grade of that: A tested against what happened, B sourced but not tested, C assumed.",
    ),
    (
        "in_file",
        "Dit staat op een andere manier in de tekst van de variant; verander het daar.",
        "This stands in the text of the variant in another form; change it there.",
    ),
    ("starting", "Het model wordt geladen …", "Loading the model …"),
    ("reading", "De variant wordt gelezen …", "Reading the variant …"),
    (
        "running_rough",
        "Ruw aan het rekenen: {done} van {asked} replicaties",
        "Running roughly: {done} of {asked} replications",
    ),
    (
        "running_full",
        "Hele keten aan het rekenen: {done} van {asked} replicaties",
        "Running the whole chain: {done} of {asked} replications",
    ),
    ("done", "Klaar.", "Done."),
    ("stopped", "Gestopt. De uitkomsten hieronder blijven staan.", "Stopped. The results below stay."),
    ("stop", "Stop", "Stop"),
    (
        "rough_first",
        "Zeer ruw: {n} replicaties van een keten van één op {one_in}, om de richting te zien.",
        "Very rough: {n} replications of a chain of one in {one_in}, to see the direction.",
    ),
    (
        "rough_thinned",
        "Ruw: {n} replicaties van een keten van één op {one_in}.",
        "Rough: {n} replications of a chain of one in {one_in}.",
    ),
    ("sharper", "Het wordt nog scherper.", "It is getting sharper."),
    ("whole", "{n} replicaties van de hele keten.", "{n} replications of the whole chain."),
    (
        "outdated",
        "Deze uitkomsten horen nog bij de vorige variant.",
        "These results still belong to the previous variant.",
    ),
    ("replications", "Replicaties van de hele keten", "Replications of the whole chain"),
    ("replications_none", "geen (alleen ruw)", "none (rough only)"),
    ("seed", "Begin van het toeval", "Seed of the luck"),
    ("wrong", "De variant klopt niet en is niet gerekend", "The variant is not right and was not run"),
    ("warnings", "Let op", "Warnings"),
    ("line", "regel {n}", "line {n}"),
    ("does", "Wat deze variant anders doet", "What this variant does otherwise"),
    ("does_nothing", "Niets: dit is het recht van nu.", "Nothing: this is the law today."),
    ("short", "In het kort", "In short"),
    ("year", "Jaar", "Year"),
    ("leading", "Uitkomsten in {year}", "Results in {year}"),
    ("outcome", "Uitkomst", "Outcome"),
    ("law", "Recht van nu", "Law today"),
    ("variant", "Mijn variant", "My variant"),
    ("difference", "Verschil", "Difference"),
    ("above_below", "Meer / minder in", "More / less in"),
    ("view", "Toon", "Show"),
    (
        "view_with_law",
        "{title}: mijn variant, en het recht van nu gestippeld",
        "{title}: my variant, and the law today dashed",
    ),
    ("view_difference", "{title}: het verschil", "{title}: the difference"),
    ("scroll", "Schuif om alles te zien.", "Scroll to see all."),
    ("figures", "De cijfers van deze grafiek", "The figures of this chart"),
    ("when", "Moment", "When"),
    ("all_differences", "Verschil: alle uitkomsten die bewegen", "Difference: every outcome that moves"),
    ("file", "De tekst van de variant", "The text of the variant"),
    (
        "file_about",
        "Dit is de variant zoals de opdrachtregel haar leest. U kunt haar hier ook zelf veranderen; de knoppen volgen.",
        "This is the variant as the command line reads it. You may change it here too; the levers follow.",
    ),
    ("file_label", "Tekst van de variant (TOML)", "Text of the variant (TOML)"),
    ("file_load", "Open een variant", "Open a variant"),
    ("file_save", "Bewaar de variant", "Save the variant"),
    ("file_new", "Begin opnieuw", "Start again"),
    ("file_opened", "Variant {name} is geopend.", "Variant {name} is open."),
    ("repeat", "Dezelfde cijfers met de opdrachtregel:", "The same figures with the command line:"),
    ("export", "Meenemen", "Take along"),
    ("export_series", "Cijfers van mijn variant (CSV)", "Figures of my variant (CSV)"),
    ("export_law", "Cijfers van het recht van nu (CSV)", "Figures of the law today (CSV)"),
    ("export_difference", "Verschillen (CSV)", "Differences (CSV)"),
    ("export_levers", "Knoppen in de tijd (CSV)", "Levers over time (CSV)"),
    ("export_svg", "Grafieken (SVG)", "Charts (SVG)"),
    ("export_png", "Grafieken (PNG)", "Charts (PNG)"),
    ("print", "Afdrukken", "Print"),
    (
        "fault",
        "Er ging iets fout in doorstroom zelf. Meld het met de tekst van de variant en deze regel:",
        "Something went wrong in doorstroom itself. Report it with the text of the variant and this line:",
    ),
    (
        "old_browser",
        "Deze browser is te oud voor deze pagina. Gebruik Edge, Chrome of Firefox van 2023 of later.",
        "This browser is too old for this page. Use Edge, Chrome or Firefox of 2023 or later.",
    ),
    ("version", "doorstroom {version}", "doorstroom {version}"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_exists_in_both_languages_and_fills_in_the_same_words() {
        let braces = |text: &str| {
            let mut found: Vec<String> =
                text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or("").to_owned()).collect();
            found.sort();
            found
        };
        for (n, (key, nl, en)) in TEXTS.iter().enumerate() {
            assert!(!nl.is_empty() && !en.is_empty(), "{key}");
            assert_eq!(braces(nl), braces(en), "{key}");
            assert!(TEXTS[..n].iter().all(|(other, ..)| other != key), "{key} stands twice");
        }
    }
}
