//! The words of a briefing in two languages.

use serde::Serialize;

use crate::report::texts::Language;

macro_rules! words {
    ($($name:ident: $nl:literal, $en:literal;)+) => {
        /// The words of one language.
        #[derive(Debug, Serialize)]
        pub(super) struct Words {
            $(pub(super) $name: &'static str,)+
        }

        const NL: Words = Words { $($name: $nl,)+ };
        const EN: Words = Words { $($name: $en,)+ };

        #[cfg(test)]
        const BOTH: &[(&str, &str, &str)] = &[$((stringify!($name), $nl, $en),)+];
    };
}

/// The words of a language.
pub(super) const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

words! {
    kind: "Briefing over de asielketen: een projectie, niet de officiële raming",
        "Briefing on the asylum chain: a projection, not the official forecast";
    about: "Scenario ‘{scenario}’, gesimuleerd van {start} tot en met {end}. Cijfers en recht tot en met {data_date}. {replications} replicaties.",
        "Scenario ‘{scenario}’, simulated from {start} to {end}. Figures and law up to {data_date}. {replications} replications.";
    beside: "Ernaast, onder hetzelfde toeval: {titles}.",
        "Beside it, under the same luck: {titles}.";
    in_scenario: "{title}: {banner}", "{title}: {banner}";
    answer: "Het antwoord", "The answer";
    official_said: "De laatste officiële raming die is gevonden ({made}) gaat voor {year} uit van {low} tot {high} personen. Zij telt hervestiging mee en kan andere maatregelen bevatten.",
        "The last official forecast that was found ({made}) has {low} to {high} persons for {year}. It counts resettlement and may hold other measures.";
    needed_said: "Het laatste officiële cijfer voor benodigde plekken dat is gevonden ({made}) is {places} op {date}.",
        "The last official figure for places needed that was found ({made}) is {places} on {date}.";
    likely_said: "{word} ({share} van de replicaties): op {date} hebben meer personen recht op een opvangplek dan er plekken zijn.",
        "{word} ({share} of the replications): on {date} more persons have a right to a place in reception than there are places.";
    chance_said: "Op {date} hebben in {share} van de replicaties meer personen recht op een opvangplek dan er plekken zijn. Dat deel is niet aan het verleden getoetst.",
        "On {date} more persons have a right to a place in reception than there are places in {share} of the replications. That share is not tested against history.";
    likely_ground: "Een woord voor de kans staat alleen bij personen in de opvang: die uitkomst en de instroom zijn aan {years} getoetst (oordeel opvang {standing}: {inside} van {n} cijfers in de band van 80 %).",
        "A word for the chance stands only with persons in reception: that outcome and the inflow were tested on {years} (standing of reception {standing}: {inside} of {n} figures in the band of 80 %).";
    no_word: "Personen in de opvang zijn aan {years} getoetst (oordeel {standing}: {inside} van {n} cijfers in de band van 80 %), maar die toets kreeg de instroom van die jaren; vooruit is die onbekend. Daarom staat er bij geen enkele kans een woord als ‘waarschijnlijk’.",
        "Persons in reception were tested on {years} (standing {standing}: {inside} of {n} figures in the band of 80 %), but that test was given the inflow of those years; ahead it is unknown. So no chance has a word such as ‘likely’ beside it.";
    untested: "De bandbreedte van de instroom is niet aan het verleden getoetst: daarom staat er geen woord voor een kans bij.",
        "The range of the inflow is not tested against history: no word for a chance stands with it.";
    variant: "Vergeleken met ‘{reference}’", "Compared with ‘{reference}’";
    stated: "{title} (opgegeven kans {share})", "{title} (stated probability {share})";
    stated_said: "Opgegeven kans: {share}. Die komt niet uit het model, maar van: {source}.",
        "Stated probability: {share}. It does not come from the model, but from: {source}.";
    changes: "Wat er anders is", "What is otherwise";
    no_changes: "Niets: het is hetzelfde scenario.", "Nothing: it is the same scenario.";
    charts: "Grafieken", "Charts";
    data: "De cijfers bij deze grafiek", "The figures of this chart";
    data_at_end: "De cijfers bij elke grafiek staan in bijlage A.", "The figures of every chart stand in appendix A.";
    figures_at_end: "Bijlage A. De cijfers bij de grafieken", "Appendix A. The figures of the charts";
    assumptions_at_end: "Bijlage B. De aannames", "Appendix B. The assumptions";
    tables: "Tabellen", "Tables";
    steps: "Personen staan in tientallen; minder dan tien worden niet getoond. Percentielen zijn elk apart berekend en tellen niet op: het 90e percentiel van een totaal is niet de som van die van de delen.",
        "Persons are in tens; fewer than ten are not shown. Percentiles are computed each by itself and do not add up: the 90th percentile of a total is not the sum of those of its parts.";
    scenario: "scenario", "scenario";
    component: "onderdeel", "part";
    year: "jaar", "year";
    realised: "gerealiseerd", "realised";
    low: "laag (10e percentiel)", "low (10th percentile)";
    middle: "midden (mediaan)", "middle (median)";
    middle_mean: "midden (gemiddelde)", "middle (mean)";
    high: "hoog (90e percentiel)", "high (90th percentile)";
    official_low: "officieel, laagste", "official, lowest";
    official_high: "officieel, hoogste", "official, highest";
    official_made: "officieel, gemaakt", "official, made";
    inflow: "Instroom per kalenderjaar", "Inflow by calendar year";
    inflow_about: "Personen. Totaal zoals de IND de asielinstroom telt: eerste en herhaalde aanvragen en ingereisde nareizigers. Hervestigden en ontheemden uit Oekraïne staan apart en zitten niet in het totaal. Gerealiseerd: gepubliceerd, met de bron onderaan; het totaal van 2025 is uit afgeronde delen opgeteld.",
        "Persons. Total as the IND counts asylum inflow: first and repeat applications and relatives who arrive. Resettled persons and displaced persons from Ukraine stand apart and are not in the total. Realised: published, with the source below; the total of 2025 was added up from rounded parts.";
    same: "Wat in een ander scenario gelijk is, staat er niet nog eens.", "What is equal in another scenario is not repeated.";
    means: "Gemiddelde instroom, die wel optelt", "Mean inflow, which does add up";
    means_about: "Personen: gemiddelden van de replicaties, zo op tientallen afgerond dat de delen het totaal geven.",
        "Persons: means of the replications, rounded to tens so that the parts give the total.";
    first: "eerste aanvragen", "first applications";
    repeat: "herhaalde aanvragen", "repeat applications";
    family: "nareis", "relatives";
    total: "totaal", "total";
    reception: "Behoefte aan opvang op 1 januari en 1 juli", "Need for reception on 1 January and 1 July";
    reception_about: "Personen met recht op een plek, vergunninghouders inbegrepen, op de avond ervoor; zonder Oekraïne. Plekken: de mediaan van alle soorten. Te weinig: het deel van de replicaties met meer personen dan plekken.",
        "Persons with a right to a place, permit holders included, on the evening before; without Ukraine. Places: the median of all kinds. Too few: the share of replications with more persons than places.";
    day: "dag", "day";
    places: "plekken", "places";
    short: "te weinig", "too few";
    peaks: "Drukste maand van de instroom", "Busiest month of the inflow";
    peaks_about: "Een maand, geen week: de run bewaart maanden, en binnen een maand volgt het model geen weekpatroon. De maand die het vaakst de drukste is, in welk deel van de replicaties, en de instroom in de drukste maand, welke dat ook is.",
        "A month, not a week: the run keeps months, and within a month the model follows no pattern of weeks. The month that is most often the busiest, in which share of the replications, and the inflow in the busiest month, whichever it is.";
    month: "maand", "month";
    share: "deel van de replicaties", "share of the replications";
    differences: "Verschil per jaar", "Difference by year";
    differences_about: "Paarsgewijs, replicatie voor replicatie onder hetzelfde toeval: het scenario min het eerste. Stromen over het jaar, voorraden aan het eind ervan. De uitkomsten die het meest verschillen.",
        "In pairs, replication by replication under the same luck: the scenario less the first. Flows over the year, stocks at its end. The outcomes that differ most.";
    outcome: "uitkomst", "outcome";
    unit: "eenheid", "unit";
    above: "meer in", "more in";
    below: "minder in", "fewer in";
    months_title: "{series} per maand", "{series} by month";
    months_about: "Percentielen van de replicaties per maand. Stromen over de maand, voorraden op de laatste avond.",
        "Percentiles of the replications by month. Flows over the month, stocks on its last evening.";
    date: "datum", "date";
    assumptions: "Aannames", "Assumptions";
    assumptions_said: "Van de {all} waarden van het scenario zijn er {assumed} een aanname of van graad C (aangenomen). Zij staan hieronder en in tables/assumptions.csv.",
        "Of the {all} values of the scenario {assumed} are an assumption or of grade C (assumed). They stand below and in tables/assumptions.csv.";
    assumptions_show: "Toon de aannames", "Show the assumptions";
    assumptions_about: "Waarden zonder bron of van graad C, met de bandbreedte waaruit elke replicatie trekt.",
        "Values without a source or of grade C, with the range from which each replication draws.";
    name: "naam", "name";
    value: "waarde", "value";
    range: "bandbreedte", "range";
    grade: "graad of status", "grade or status";
    source: "bron", "source";
    effects: "Mechanische en aangenomen effecten", "Mechanical and assumed effects";
    effects_none: "Alle verschillen zijn mechanisch: zij volgen uit regels, capaciteiten en wachtrijen. Niemand in het model reageert op een maatregel. Of een maatregel mensen tegenhoudt of aantrekt, zegt deze briefing niet.",
        "All differences are mechanical: they follow from rules, capacities and queues. Nobody in the model reacts to a measure. Whether a measure keeps people away or attracts them this briefing does not say.";
    effects_some: "Aangenomen gedragseffecten boven nul: {names}. Wat daaruit volgt is een aanname en geen uitkomst; de rest is mechanisch.",
        "Assumed behavioural effects above zero: {names}. What follows from them is an assumption and no result; the rest is mechanical.";
    errors: "Eerdere fouten", "Earlier errors";
    errors_said: "Het model is nagespeeld over {years}, met de instroom en het recht van die jaren, en haalt {met} van de {limits} grenzen die vooraf waren gesteld. Dit is geen staat van dienst als voorspeller: van de instroom heeft het er geen.",
        "The model was replayed over {years}, given the inflow and the law of those years, and meets {met} of the {limits} limits that were laid down before. This is no record as a forecaster: of the inflow it has none.";
    record: "Hoe ver het naspelen ernaast zat", "How far the replay was off";
    record_about: "Gemaakt op {made} met doorstroom backtest. Fout: gemiddelde absolute afwijking van de mediaan. Oordeel, onze afspraak: A: grens gehaald, vijf cijfers of meer en minstens zes op de tien in de band van 80 %; B: grens gehaald, drie of meer en minstens de helft; C: al het andere.",
        "Made on {made} with doorstroom backtest. Error: mean absolute deviation of the median. Standing, our convention: A: limit met, five figures or more and at least six in ten in the band of 80 %; B: limit met, three or more and at least half; C: all else.";
    count: "cijfers", "figures";
    error: "fout", "error";
    bias: "te veel of te weinig", "too much or too little";
    inside: "in band van 80 %", "in band of 80 %";
    met: "grens gehaald", "limit met";
    yes: "ja", "yes";
    no: "nee", "no";
    no_limit: "geen grens", "no limit";
    standing: "oordeel", "standing";
    rounds: "Hoe ver officiële ramingen ernaast zaten", "How far official forecasts were off";
    rounds_about: "Totale instroom, personen. Waar alleen een bandbreedte is gepubliceerd staat het midden: onze afspraak. Bronnen deels uit de pers; ramingen met, uitkomsten zonder hervestiging. ‘Jaar ervoor’: de fout van wie het vorige jaar herhaalt. {n} jaren bewijzen geen voorrang.",
        "Total inflow, persons. Where only a range was published its middle stands: our convention. Some sources are news; forecasts with, outcomes without resettlement. ‘Year before’: the error of repeating the year before. {n} years prove no superiority.";
    made: "gemaakt", "made";
    official: "officieel", "official";
    came: "gekomen", "came";
    error_official: "fout officieel", "error, official";
    error_before: "fout jaar ervoor", "error, year before";
    left_out: "Wat het model weglaat", "What the model leaves out";
    left_out_gaps: "Niet in het model: wanneer rechtsbijstand begint, inreisverboden en sancties van de Terugkeerverordening, arbeidsmigratie, en waar in het land iets gebeurt. Over een gemeente zegt het dus niets.",
        "Not in the model: when legal aid begins, entry bans and sanctions of the return regulation, labour migration, and where in the country anything happens. Of a municipality it says nothing.";
    left_out_closure: "De gepubliceerde voorraden, instroom en besluiten sluiten zelf niet: over {first}–{last} blijft bij de {definition} {sum} over zonder verklaring.",
        "Published stocks, inflow and decisions do not close themselves: over {first}–{last} they leave {sum} without explanation in the count of {definition}.";
    left_out_held: "De banden bevatten toeval en de onzekerheden die een bandbreedte hebben; niet wat vast is gehouden, en niet dat het model zelf verkeerd kan zijn.",
        "The bands hold chance and the uncertainties that have a range; not what is held, and not that the model itself may be wrong.";
    sources: "Bronnen", "Sources";
    sources_about: "Waar de gepubliceerde cijfers in de tabellen staan, en waarop de waarden van het scenario rusten. Alle waarden met bron: doorstroom run.",
        "Where the published figures in the tables stand, and what the values of the scenario rest on. All values with their source: doorstroom run.";
    for_what: "waarvoor", "for what";
    of_forecast: "officiële raming {year}", "official forecast for {year}";
    of_needed: "benodigde plekken", "places needed";
    words_for_chance: "Woorden voor kansen", "Words for chances";
    words_about: "Vaste woorden, naar de schaal van het IPCC (2010). Het percentage staat er altijd bij.",
        "Fixed words, after the scale of the IPCC (2010). The percentage always stands beside them.";
    chance: "kans", "chance";
    in_dutch: "Nederlands", "Dutch";
    in_english: "Engels", "English";
    again: "Opnieuw maken", "Made again";
    again_about: "Dezelfde versie, hetzelfde plan en dezelfde lagen geven dezelfde bytes. doorstroom rerun met deze map rekent na en zegt wat verschilt. Elke tabel staat in tables/ als CSV: internationaal (komma's, punt) en Nederlands (.nl.csv: puntkomma's, komma); elke grafiek in charts/ als SVG en PNG. accounts/ legt verantwoording af over het model.",
        "The same version, plan and layers give the same bytes. doorstroom rerun with this folder runs it again and says what differs. Every table stands in tables/ as CSV: international (commas, points) and Dutch (.nl.csv: semicolons, commas); every chart in charts/ as SVG and PNG. accounts/ accounts for the model.";
    version: "versie", "version";
    layers: "lagen", "layers";
    seed: "seed", "seed";
    command: "opdracht", "command";
    not_law: "bevat maatregelen die op {date} geen geldend recht zijn", "contains measures that are not law on {date}";
    together: "{name}: scenario’s naast elkaar", "{name}: scenarios side by side";
    together_said: "{title}: {value} {when}{band}.", "{title}: {value} {when}{band}.";
    together_note: "De banden zijn van ‘{title}’; elke lijn is die van een scenario, onder hetzelfde toeval. Onder de grafiek staan de maatregelen van ‘{title}’, en van elk ander scenario wat daar anders is gezet.",
        "The bands are of ‘{title}’; each line is that of a scenario, under the same luck. Beneath stand the measures of ‘{title}’, and of each other scenario what is set otherwise there.";
    multiples: "{name}: elk scenario met zijn band", "{name}: each scenario with its band";
    multiples_note: "Elk vlak op dezelfde schaal en onder hetzelfde toeval; gestippeld: de mediaan van ‘{title}’.",
        "Each plot on the same scale and under the same luck; dashed: the median of ‘{title}’.";
    of_sweep: "Sweep ‘{title}’", "Sweep ‘{title}’";
    sweep_said: "Uit de sweep ‘{title}’: {sentence}", "From the sweep ‘{title}’: {sentence}";
    notes: "Toelichting", "Notes";
    beware: "Let op", "Beware";
    numbers: "De cijfers", "The numbers";
    scroll: "Schuif om alles te zien", "Scroll to see all of it";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn braces(text: &str) -> Vec<&str> {
        let mut found: Vec<&str> =
            text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or("")).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn both_languages_fill_in_the_same_words() {
        for (name, nl, en) in BOTH {
            assert_eq!(braces(nl), braces(en), "{name}");
            assert!(!nl.is_empty() && !en.is_empty(), "{name}");
        }
        assert_eq!(words(Language::Nl).year, "jaar");
    }
}
