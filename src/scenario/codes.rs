//! The codes of problems in scenarios. A code keeps its meaning for ever; a new problem gets a new one.

macro_rules! codes {
    ($($name:ident = $code:literal: $nl:literal, $en:literal;)+) => {
        $(#[doc = $en] pub(super) const $name: &str = $code;)+

        /// Every code with what it says, in Dutch and in English.
        pub const ALL: &[(&str, &str, &str)] = &[$(($code, $nl, $en),)+];
    };
}

codes! {
    SYNTAX = "DS001": "Het bestand is geen geldige TOML.", "The file is not valid TOML.";
    ENCODING = "DS002": "Het bestand is geen UTF-8-tekst.", "The file is not text in UTF-8.";
    EMPTY = "DS003": "Het bestand is leeg.", "The file is empty.";
    TOO_LARGE = "DS004": "Het bestand of een getal erin is onzinnig groot.", "The file, or a number of things in it, is absurdly large.";
    TOO_DEEP = "DS005": "Tabellen staan te diep in elkaar.", "Tables are nested too deep.";
    UNKNOWN_KEY = "DS006": "Dit woord kent de tabel niet.", "The table does not know this key.";
    UNKNOWN_LEVER = "DS007": "Deze knop of onzekerheid bestaat niet.", "There is no such lever or uncertainty.";
    WRONG_TABLE = "DS008": "Een knop staat bij de onzekerheden, of andersom.", "A lever stands among the uncertainties, or the other way round.";
    NO_FORMAT = "DS009": "De regel `format = 1` ontbreekt.", "The line `format = 1` is missing.";
    OTHER_FORMAT = "DS010": "Deze versie leest dit formaat niet.", "This version does not read that format.";
    KIND = "DS011": "De waarde is van een ander soort dan gevraagd.", "The value is of another kind than asked for.";
    BOUNDS = "DS012": "De waarde ligt buiten haar grenzen.", "The value lies outside its bounds.";
    NOT_FINITE = "DS013": "De waarde is geen eindig getal.", "The value is not a finite number.";
    NOT_A_DATE = "DS014": "Dit is geen dag van de kalender.", "This is not a day of the calendar.";
    DISORDER = "DS015": "De data staan niet op volgorde.", "The dates are not in order.";
    DUPLICATE = "DS016": "Dit staat er twee keer.", "This stands here twice.";
    NO_LAYER = "DS017": "Het scenario of een laag ervan is niet te vinden of te lezen.", "The scenario or one of its layers cannot be found or read.";
    CYCLE = "DS018": "Een laag bouwt op zichzelf voort.", "A layer extends itself.";
    MISSING = "DS019": "Een verplichte regel ontbreekt.", "A required line is missing.";
    HORIZON = "DS020": "De looptijd is nul, negatief of te lang.", "The horizon is zero, negative or too long.";
    START = "DS021": "Een datum ligt te ver weg.", "A date lies too far away.";
    WORD = "DS022": "Dit woord hoort niet bij de keuzes.", "This word is not one of the choices.";
    RANGE = "DS023": "De bandbreedte is omgekeerd of bevat de waarde niet.", "The range is reversed or does not contain the value.";
    KEYED_RANGE = "DS024": "Een waarde met sleutels kan geen bandbreedte hebben.", "A keyed value cannot have a range.";
    UNKNOWN_PART = "DS025": "Deze sleutel hoort niet bij de waarde.", "The value has no such key.";
    MISSING_PART = "DS026": "Een sleutel ontbreekt en er gold eerder niets.", "A key is missing and nothing held before.";
    SUM = "DS027": "De delen tellen niet op tot 1.", "The parts do not add up to 1.";
    UNIT = "DS028": "De eenheid past niet bij de waarde.", "The unit does not fit the value.";
    NEVER = "DS029": "`never` staat naast eigen stappen.", "`never` stands beside steps of its own.";
    SHIFT = "DS030": "De verschuiving is niet mogelijk.", "The shift is not possible.";
    TRIGGER = "DS031": "De noodrem is onvolledig of spreekt zichzelf tegen.", "The trigger is incomplete or contradicts itself.";
    INDICATOR = "DS032": "Deze meter bestaat niet.", "There is no such indicator.";
    STOCK = "DS033": "De tabel met openstaande zaken is niet te vinden of te lezen.", "The table of open cases cannot be found or read.";
    INCOMPLETE = "DS034": "Het scenario is niet compleet: een datum of een waarde ontbreekt.", "The scenario is not complete: a date or a value is missing.";
    NOTHING_BEFORE = "DS035": "Niets zegt wat er voor de eerste stap gold.", "Nothing says what held before the first step.";
    TOO_MANY = "DS036": "Er zijn te veel lagen of stappen.", "There are too many layers or steps.";
    SET = "DS037": "`--set` is niet te lezen.", "`--set` cannot be read.";
    STATUS = "DS038": "De juridische status en een datum spreken elkaar tegen, of de datum ontbreekt.", "The legal status and a date contradict each other, or the date is missing.";
    COMMENTED = "DS039": "De kop van een tabel of de waarde eronder staat nog achter #.", "The heading of a table, or the value below it, is still behind #.";
    SHEET = "DS040": "De tabel met eigen voorraden of waarnemingen is niet te lezen.", "The table of own stocks or observations cannot be read.";
    ROW = "DS041": "Een rij van de tabel heeft hier geen betekenis.", "A row of the table has no meaning here.";
    CELL = "DS042": "Een getal in de tabel is niet te lezen of ligt buiten zijn grenzen.", "A number in the table cannot be read or lies outside its bounds.";
    CLOSURE = "DS043": "De delen van een voorraad tellen niet op tot hun totaal, of een balans is niet compleet.", "The parts of a stock do not add up to their total, or a balance is not complete.";
    STOCK_DATE = "DS044": "De run begint op een andere dag dan die van de voorraden.", "The run begins on another day than that of the stocks.";
    THRESHOLD = "DS045": "Een drempel is niet compleet of noemt geen reeks.", "A threshold is not complete or names no series.";
    GIVEN = "DS046": "De tabel met gegeven eerste aanvragen is niet te vinden of te lezen.", "The table of given first applications cannot be found or read.";
    CALIBRATED = "DS047": "De sets van een kalibratie zijn niet te lezen of niet even lang.", "The sets of a calibration cannot be read or are not of one length.";
    MILESTONE = "DS048": "Een mijlpaal is niet compleet.", "A milestone is not complete.";
    OUTSIDE = "DS050": "Een stap valt buiten de looptijd (waarschuwing).", "A step falls outside the horizon (warning).";
    NO_EFFECT = "DS051": "Een regel verandert niets (waarschuwing).", "A line changes nothing (warning).";
    BOTH = "DS052": "Twee lagen zetten dezelfde knop op overlappende data (waarschuwing).", "Two layers set the same lever on overlapping dates (warning).";
    NO_STOCK = "DS053": "De simulatie begint zonder openstaande zaken (waarschuwing).", "The run begins without open cases (warning).";
    NOT_YET = "DS054": "Een stap na de peildatum heet al geldend of feitelijk (waarschuwing).", "A step after the data date is called law in force or a fact (warning).";
    RESIDUAL = "DS055": "Voorraad, instroom en uitstroom sluiten niet (waarschuwing).", "Stock, inflow and outflow do not close (warning).";
    STOCK_NEAR = "DS056": "De voorraden zijn van een dag vlak bij de start (waarschuwing).", "The stocks are of a day near the start (warning).";
    UNSOURCED = "DS057": "Een waarde heeft geen bron, juridische status of cijfer (waarschuwing).", "A value has no source, legal status or grade (warning).";
    STOCK_MOVED = "DS058": "De start is verzet, en de voorraden zijn van een andere dag (waarschuwing).", "The start was moved, and the stocks are of another day (warning).";
}
