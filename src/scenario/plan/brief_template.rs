//! A plan of a briefing to begin with, and that which the program has of its own.

use super::brief::MOST;
use crate::diagnostic::Language;

/// The plan of a briefing on the baseline.
pub const BASELINE: &str = "format = 1\nname = \"The asylum chain under the law in force\"\n\
                            name_nl = \"De asielketen onder het geldende recht\"\n";

/// A plan to begin with: explained, with what may be added behind `#`.
pub fn brief_template(charts: &[&str], language: Language) -> String {
    let names = charts.join(", ");
    match language {
        Language::Nl => format!(
            "\
## Plan van een briefing: doorstroom brief plan.toml --lang nl --out briefing
## Regels met ## leggen uit. Haal één # weg van wat u wilt gebruiken.
format = 1

## De titel boven de briefing. Met name_nl krijgt de Nederlandse een eigen titel.
name = \"Projected inflow\"
name_nl = \"Verwachte instroom\"

## Waar de briefing over gaat: een ingebouwde naam (doorstroom scenarios list) of een bestand.
scenario = \"baseline\"

## Met 200 replicaties dragen de cijfers banden van 90 %; met minder dan 50 is er geen laag en hoog.
replications = 200
seed = 1

## De laatste dag, als die eerder is dan die van het scenario.
#until = 2028-12-31

## Welke grafieken, in deze volgorde; de eerste bepaalt waarmee de briefing begint.
## Te kiezen: {names}.
charts = [\"inflow\", \"reception\"]

## Hooguit {MOST} scenario's ernaast, onder hetzelfde toeval. Een kans mag erbij, met wie die noemt: het model kent er geen.
#[variants.high]
#scenario = \"inflow_doubled\"
#name = \"Inflow doubled\"
#name_nl = \"Dubbele instroom\"
#probability = 0.05
#source = \"...\"

## Wat een afgemaakte sweep (doorstroom sweep) zegt: wat zijn uitkomsten drijft, of met above of below waar een uitkomst gebeurt.
#[sweeps.drivers_of_places]
#folder = \"out/plan\"
#outcome = \"without_place_end\"
#above = 5000
"
        ),
        Language::En => format!(
            "\
## Plan of a briefing: doorstroom brief plan.toml --lang en --out briefing
## Lines with ## explain. Take away one # from what you want to use.
format = 1

## The title above the briefing. With name_nl the Dutch one gets a title of its own.
name = \"Projected inflow\"
name_nl = \"Verwachte instroom\"

## What the briefing is about: an embedded name (doorstroom scenarios list) or a file.
scenario = \"baseline\"

## 200 replications carry bands of 90 %; with fewer than 50 there is no low and high.
replications = 200
seed = 1

## The last day, if that is earlier than that of the scenario.
#until = 2028-12-31

## Which charts, in this order; the first decides what the briefing begins with.
## To choose from: {names}.
charts = [\"inflow\", \"reception\"]

## At most {MOST} scenarios beside it, under the same luck. A probability may be stated, with whose it is: the model knows none.
#[variants.high]
#scenario = \"inflow_doubled\"
#name = \"Inflow doubled\"
#name_nl = \"Dubbele instroom\"
#probability = 0.05
#source = \"...\"

## What a finished sweep (doorstroom sweep) says: what drives its outcomes, or with above or below where an outcome happens.
#[sweeps.drivers_of_places]
#folder = \"out/plan\"
#outcome = \"without_place_end\"
#above = 5000
"
        ),
    }
}
