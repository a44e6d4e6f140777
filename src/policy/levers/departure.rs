//! Chapter departure: leaving, or not.

const INTENTS: [&str; 3] = ["voluntary", "unsupervised", "stays"];

levers! {
    chapter departure, after super::reception;

    /// Time to leave after a final rejection, with reception.
    lever DEPARTURE_PERIOD: Days = "departure_period" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "period for departure",
        dutch: "vertrektermijn", says: "Termijn om na een definitieve afwijzing te vertrekken, met opvang.",
        aliases: ["Vw 62", "28 dagen", "departure period"], letter: ["doorstroom en vertrek bevorderen"], moves: "reception_need +",
    }

    /// Time to leave after a rejection as manifestly unfounded (safe country of origin), with reception.
    lever DEPARTURE_PERIOD_UNFOUNDED: Days = "departure_period_unfounded" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "period for departure, manifestly unfounded",
        dutch: "vertrektermijn bij kennelijk ongegrond", says: "Termijn om te vertrekken na een afwijzing als kennelijk ongegrond (veilig land van herkomst), met opvang.",
        aliases: ["Vw 62", "onthouden vertrektermijn", "spoor 2"], letter: ["doorstroom en vertrek bevorderen"], moves: "reception_ended -",
    }

    /// What those who must leave will do if nobody makes them: leave and prove it, go out of sight, or stay.
    uncertain DEPARTURE_INTENT: Mix(&INTENTS) = "departure_intent" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "intent to depart",
        dutch: "vertrekintentie", says: "Wat wie moet vertrekken doet als niemand dwingt: aantoonbaar vertrekken, uit beeld raken of blijven.",
        aliases: ["vrijwillig vertrek", "terugkeer", "return", "zelfstandig vertrek", "MOB", "departure_mix", "aantoonbaar vertrek"], letter: ["doorstroom en vertrek bevorderen"], moves: "departed_voluntary ?, departed_unsupervised ?",
    }

    /// Voluntary departures with support of the International Organization for Migration.
    uncertain ASSISTED_SHARE: Share = "assisted_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "aandeel vertrek met IOM", says: "Deel van het zelfstandig vertrek met ondersteuning van de Internationale Organisatie voor Migratie.",
        aliases: ["IOM", "terugkeerondersteuning", "AVRR"], letter: [], moves: "departed_assisted +",
    }

    /// Mean time from the final decision to a voluntary departure.
    uncertain VOLUNTARY_DAYS: Days = "voluntary_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "tijd tot zelfstandig vertrek", says: "Gemiddelde tijd van definitief besluit tot zelfstandig vertrek.",
        aliases: ["IOM"], letter: [], moves: "",
    }

    /// Mean time from the final decision to a departure without supervision.
    uncertain UNSUPERVISED_DAYS: Days = "unsupervised_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "tijd tot vertrek zonder toezicht", says: "Gemiddelde tijd van definitief besluit tot vertrek zonder toezicht.",
        aliases: ["MOB"], letter: [], moves: "",
    }

    /// Mean time from the final decision until the case of somebody who stays is closed.
    uncertain STAYING_DAYS: Days = "staying_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        dutch: "tijd tot sluiting van de zaak van wie blijft", says: "Gemiddelde tijd van definitief besluit tot de zaak van iemand die blijft wordt gesloten.",
        aliases: ["DT&V"], letter: [], moves: "in_departure +",
    }

    /// The same time for families with minors and for unaccompanied minors, who stay in reception meanwhile.
    uncertain FAMILY_STAYING_DAYS: Days = "family_staying_days" {
        unit: "days", range: (0.0, 4_000.0), binds: Today,
        dutch: "verblijf van gezinnen die niet vertrekken", says: "Dezelfde tijd voor gezinnen met minderjarigen en alleenstaande minderjarigen, die zolang in de opvang blijven.",
        aliases: ["GL", "gezinslocatie"], letter: [], moves: "reception_family +, reception +",
    }

    /// The longest stay in a freedom-restricting location.
    lever RESTRICTED_DAYS: Days = "restricted_days" {
        unit: "days", range: (0.0, 1_000.0), binds: Today,
        english: "longest stay in a freedom-restricting location",
        dutch: "verblijf in de vrijheidsbeperkende locatie", says: "Het langste verblijf in een vrijheidsbeperkende locatie.",
        aliases: ["VBL", "twaalf weken", "Vw 56"], letter: ["doorstroom en vertrek bevorderen"], moves: "reception_restricted +",
    }

    /// Those who will not leave and yet take a place in a freedom-restricting location, single and couples without minors.
    uncertain COOPERATION_SHARE: Share = "cooperation_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who take a freedom-restricting place without leaving",
        dutch: "instroom VBL zonder vertrek", says: "Wie niet zal vertrekken en toch een plek in een vrijheidsbeperkende locatie neemt: alleenstaanden en paren zonder minderjarigen.",
        aliases: ["VBL", "meewerken aan vertrek"], letter: [], moves: "",
    }

    /// Families that will not leave and whom the police remove once there is a travel document.
    uncertain FAMILY_REMOVAL_SHARE: Share = "family_removal_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share of families that are removed",
        dutch: "aandeel gezinnen dat wordt uitgezet", says: "Gezinnen die niet zullen vertrekken en die worden uitgezet zodra er een reisdocument is.",
        aliases: ["GGV", "gesloten gezinsvoorziening"], letter: [], moves: "departed_forced +",
    }

    /// Single persons and couples who will not leave and whom the police want in detention: a risk of absconding, and a prospect of removal.
    uncertain DETENTION_SHARE: Share = "detention_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share wanted in detention",
        dutch: "aandeel voor bewaring", says: "Alleenstaanden en paren die niet zullen vertrekken en die de politie in bewaring wil stellen: risico op onttrekking en zicht op uitzetting.",
        aliases: ["detentie", "vreemdelingenbewaring", "forced_return_mandatory_share", "AVIM"], letter: ["doorstroom en vertrek bevorderen"], moves: "waiting_detention +, departed_forced +",
    }

    /// Those who will not leave and whose forced return is mandatory, without a period to leave: security, no cooperation, absconded, a term let pass; single persons and couples without minors, by day of the return decision.
    lever MANDATORY_FORCED_SHARE: Share = "mandatory_forced_share" {
        unit: "share", range: (0.0, 1.0), binds: At(Returned),
        english: "mandatory forced return",
        dutch: "verplichte gedwongen terugkeer", says: "Wie niet zal vertrekken en verplicht gedwongen terugkeert, zonder vertrektermijn: veiligheid, niet meewerken, ondergedoken, termijn verstreken; alleenstaanden en paren zonder minderjarigen, naar dag van het terugkeerbesluit.",
        aliases: ["forced_return_mandatory_share", "terugkeerverordening"], letter: ["terugkeerverordening"], moves: "waiting_detention +, reception -",
    }

    /// The longest stay in the return border procedure; nought where there is none.
    lever RETURN_BORDER_LONGEST: Days = "return_border_longest" {
        unit: "days", range: (0.0, 365.0), binds: Today,
        english: "longest return border procedure",
        dutch: "maximale duur terugkeergrensprocedure", says: "Het langste verblijf in de terugkeergrensprocedure; nul waar die er niet is.",
        aliases: ["return_border_weeks", "terugkeergrensprocedure", "12 weken"], letter: ["Europese Migratiepact"], moves: "in_return_border +",
    }

    /// Places in return hubs abroad.
    lever HUB_PLACES: Count = "hub_places" {
        unit: "places", range: (0.0, 100_000.0), binds: Today,
        english: "places in return hubs",
        dutch: "plekken in terugkeerhubs", says: "Plekken in terugkeerhubs in het buitenland.",
        aliases: ["terugkeerhub", "hub", "Uganda"], letter: ["terugkeerafspraken met landen buiten Europa"], moves: "in_hubs +, departed_forced +",
    }

    /// Nationalities that an agreement on a return hub covers.
    lever HUB_NATIONALITIES: ByNationality<Switch> = "hub_nationalities" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "nationalities in return hubs",
        dutch: "nationaliteiten in terugkeerhubs", says: "Nationaliteiten waarvoor een afspraak over een terugkeerhub geldt.",
        aliases: ["terugkeerhub", "hub", "Uganda"], letter: ["terugkeerafspraken met landen buiten Europa"], moves: "in_hubs +",
    }

    /// Mean stay in a return hub.
    uncertain HUB_DAYS: Days = "hub_days" {
        unit: "days", range: (1.0, 3_650.0), binds: Today,
        english: "mean stay in a return hub",
        dutch: "verblijf in terugkeerhubs", says: "Gemiddeld verblijf in een terugkeerhub.",
        aliases: ["terugkeerhub", "hub"], letter: [], moves: "departed_forced -",
    }

    /// Places in detention for foreign nationals, those of the closed family location included.
    lever DETENTION_PLACES: Count = "detention_places" {
        unit: "places", range: (0.0, 100_000.0), binds: Today,
        english: "places in detention",
        dutch: "plekken vreemdelingenbewaring", says: "Plekken in vreemdelingenbewaring, inclusief de gesloten gezinsvoorziening.",
        aliases: ["detentie", "DJI", "bewaring", "Rotterdam", "Zeist", "GGV"], letter: ["doorstroom en vertrek bevorderen"], moves: "in_detention +, departed_forced +, departed_unsupervised -",
    }

    /// Multiplies the places in detention at the start, which nobody has published.
    uncertain DETENTION_PLACES_UNKNOWN: Rate = "detention_places_unknown" {
        unit: "times", range: (0.0, 10.0), binds: Today,
        dutch: "bandbreedte plekken vreemdelingenbewaring", says: "Vermenigvuldigt de plekken in vreemdelingenbewaring bij de start, die niemand heeft gepubliceerd.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "in_detention +",
    }

    /// Places in detention taken by others than those whose application ended here: from the street, at the border, before a transfer.
    uncertain DETENTION_OTHERS: Count = "detention_others" {
        unit: "places", range: (0.0, 100_000.0), binds: Today,
        dutch: "anderen in vreemdelingenbewaring", says: "Plekken in vreemdelingenbewaring van anderen dan wie hier een aanvraag had: van de straat, aan de grens, voor een overdracht.",
        aliases: ["bewaring", "KMar", "AVIM"], letter: [], moves: "in_detention -",
    }

    /// Of the others in detention, those who demonstrably leave the country.
    uncertain OTHERS_LEAVE_SHARE: Share = "others_leave_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        dutch: "vertrek van anderen uit bewaring", says: "Van de anderen in vreemdelingenbewaring het deel dat aantoonbaar vertrekt.",
        aliases: ["bewaring", "KMar", "AVIM"], letter: [], moves: "departed_forced_others +",
    }

    /// Mean time of the others in detention.
    uncertain OTHERS_DAYS: Days = "others_days" {
        unit: "days", range: (1.0, 2_000.0), binds: Today,
        dutch: "verblijf van anderen in bewaring", says: "Gemiddelde tijd van de anderen in vreemdelingenbewaring.",
        aliases: ["bewaring", "KMar", "AVIM"], letter: [], moves: "departed_forced_others -",
    }

    /// The longest detention without extension.
    lever DETENTION_TERM: Days = "detention_term" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        english: "longest detention",
        dutch: "maximale bewaring", says: "De langste bewaring zonder verlenging.",
        aliases: ["detention_max_months", "Vw 59", "zes maanden"], letter: ["terugkeerverordening"], moves: "in_detention +",
    }

    /// By how much detention can be extended.
    lever DETENTION_EXTENSION: Days = "detention_extension" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        english: "extension of detention",
        dutch: "verlenging bewaring", says: "Met hoeveel de bewaring verlengd kan worden.",
        aliases: ["detention_max_months", "Vw 59", "twaalf maanden"], letter: ["terugkeerverordening"], moves: "in_detention +",
    }

    /// Detained persons whose state gives a travel document, by nationality.
    lever TRAVEL_DOCUMENT_SHARE: ByNationality<Share> = "travel_document_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "travel documents obtained",
        dutch: "verkregen reisdocumenten", says: "Deel van de gedetineerden voor wie hun land een reisdocument (laissez-passer) afgeeft, per nationaliteit.",
        aliases: ["laissez-passer", "LP", "return_agreements", "terugkeerafspraken"], letter: ["terugkeerafspraken met landen buiten Europa"], moves: "departed_forced +, detention_released -",
    }

    /// Moves the share that gets a travel document, of all nationalities together.
    uncertain TRAVEL_DOCUMENT_UNKNOWN: Rate = "travel_document_share_unknown" {
        unit: "log odds", range: (-5.0, 5.0), binds: Today,
        dutch: "bandbreedte verkregen reisdocumenten", says: "Verschuift het aandeel dat een reisdocument krijgt, van alle nationaliteiten samen.",
        aliases: ["bandbreedte", "range"], letter: [], moves: "departed_forced +, detention_released -",
    }

    /// Mean time in detention until the travel document is there.
    uncertain TRAVEL_DOCUMENT_DAYS: Days = "travel_document_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        english: "mean time to the travel document",
        dutch: "tijd tot reisdocument", says: "Gemiddelde tijd in bewaring tot het reisdocument er is.",
        aliases: ["laissez-passer", "LP"], letter: [], moves: "in_detention +, departed_forced -",
    }

    /// Mean time in detention until the prospect of removal is gone, where no document comes.
    uncertain NO_PROSPECT_DAYS: Days = "no_prospect_days" {
        unit: "days", range: (0.0, 2_000.0), binds: Today,
        english: "mean time in detention without prospect of removal",
        dutch: "tijd tot vrijlating zonder zicht op uitzetting", says: "Gemiddelde tijd in bewaring tot er geen zicht op uitzetting meer is, als er geen document komt.",
        aliases: ["zicht op uitzetting", "vrijlating"], letter: [], moves: "in_detention +",
    }

    /// Persons whom escorts and flights can take out of the country in a week: forced departures and transfers to other states together.
    lever ESCORT_CAPACITY: Count = "escort_capacity" {
        unit: "persons a week", range: (0.0, 10_000.0), binds: Today,
        english: "capacity of escorts",
        dutch: "escortcapaciteit", says: "Personen die met escorts en vluchten per week het land uit kunnen: gedwongen vertrek en overdrachten aan andere landen samen.",
        aliases: ["KMar", "escorts", "DT&V", "uitzetting"], letter: ["doorstroom en vertrek bevorderen"], moves: "departed_forced +",
    }

    /// Money for whoever leaves voluntarily, beyond what is given today, by day of the return decision.
    lever RETURN_SUPPORT: Money = "return_support" {
        unit: "EUR a person", range: (0.0, 100_000.0), binds: At(Returned),
        english: "support for return",
        dutch: "terugkeerondersteuning", says: "Geld voor wie zelfstandig vertrekt, boven wat er nu wordt gegeven, naar dag van het terugkeerbesluit.",
        aliases: ["avr_support", "remigratie", "AVR", "return support"], letter: ["doorstroom en vertrek bevorderen"], moves: "departed_voluntary +",
    }

    /// Of those who would not leave, those who leave voluntarily for each thousand euros of support.
    uncertain RETURN_SUPPORT_EFFECT: Share = "return_support_effect" {
        unit: "share a thousand euros", range: (0.0, 1.0), binds: Today,
        english: "effect of return support",
        dutch: "effect van terugkeerondersteuning", says: "Van wie niet zou vertrekken het deel dat per duizend euro ondersteuning zelfstandig vertrekt.",
        aliases: ["avr_support", "remigratie"], letter: [], moves: "departed_voluntary +",
    }

    /// Of those who would stay, those on whom sanctions are laid beyond those of today for not cooperating with their return, by day of the return decision.
    lever RETURN_SANCTIONS: Share = "return_sanctions" {
        unit: "share", range: (0.0, 1.0), binds: At(Returned),
        english: "sanctions for not cooperating with return",
        dutch: "sancties bij niet meewerken aan terugkeer", says: "Van wie zou blijven het deel dat boven de sancties van nu wordt gestraft of gekort voor niet meewerken aan terugkeer, naar dag van het terugkeerbesluit.",
        aliases: ["noncoop_sanctions", "sancties", "niet meewerken", "sanctions for non-cooperation"], letter: ["terugkeerverordening"], moves: "departed_voluntary +, departed_unsupervised +",
    }

    /// Whether unlawful stay is a crime, for whoever is told to leave on or after its day.
    lever UNLAWFUL_STAY_CRIME: Switch = "unlawful_stay_crime" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Returned),
        english: "unlawful stay as a crime",
        dutch: "strafbaarstelling illegaal verblijf", says: "Of onrechtmatig verblijf strafbaar is, voor wie op of na die dag moet vertrekken.",
        aliases: ["criminal_stay", "strafbaarstelling", "illegaliteit", "illegaal verblijf", "unlawful stay"], letter: ["asielnoodmaatregelen"], moves: "departed_voluntary +, departed_unsupervised +",
    }

    /// Of those who would stay, those who leave voluntarily where a sanction is laid on them or their stay is a crime.
    uncertain PRESSURE_DEPARTURE: Share = "pressure_departure" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who leave under pressure",
        dutch: "vertrek onder druk", says: "Van wie zou blijven het deel dat zelfstandig vertrekt als het een sanctie krijgt of verblijf strafbaar is.",
        aliases: ["sancties", "strafbaarstelling"], letter: [], moves: "departed_voluntary +",
    }

    /// Of those who would stay, those who go out of sight where a sanction is laid on them or their stay is a crime.
    uncertain PRESSURE_OUT_OF_SIGHT: Share = "pressure_out_of_sight" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share who go out of sight under pressure",
        dutch: "uit beeld onder druk", says: "Van wie zou blijven het deel dat uit beeld raakt als het een sanctie krijgt of verblijf strafbaar is.",
        aliases: ["sancties", "strafbaarstelling", "MOB"], letter: [], moves: "departed_unsupervised +",
    }

    /// Whether persons are declared undesirable on wider grounds, by day of the return decision.
    lever UNDESIRABILITY: Switch = "undesirability" {
        unit: "on/off", range: (0.0, 1.0), binds: At(Returned),
        english: "declaring undesirable on wider grounds",
        dutch: "ruimere ongewenstverklaring", says: "Of personen op ruimere gronden ongewenst worden verklaard, naar dag van het terugkeerbesluit.",
        aliases: ["undesirability_scope", "ongewenstverklaring"], letter: ["asielnoodmaatregelen"], moves: "waiting_detention +",
    }

    /// Of those who will not leave and whom the police would leave alone, those who are declared undesirable on wider grounds, so that the police want them in detention; single persons and couples without minors.
    uncertain UNDESIRABLE_SHARE: Share = "undesirable_share" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "share declared undesirable on wider grounds",
        dutch: "aandeel ruimer ongewenst verklaard", says: "Van wie niet zal vertrekken en door de politie met rust zou worden gelaten het deel dat op ruimere gronden ongewenst wordt verklaard, zodat de politie het in bewaring wil: alleenstaanden en paren zonder minderjarigen.",
        aliases: ["ongewenstverklaring"], letter: [], moves: "waiting_detention +",
    }

    /// How long an entry ban lasts that comes with a return decision, from its day.
    lever ENTRY_BAN: Days = "entry_ban" {
        unit: "days", range: (0.0, 7_305.0), binds: At(Returned),
        english: "length of an entry ban",
        dutch: "duur inreisverbod", says: "Hoe lang een inreisverbod duurt dat met een terugkeerbesluit komt, vanaf die dag.",
        aliases: ["entry_ban_years", "inreisverbod", "entry ban"], letter: ["terugkeerverordening"], moves: "inflow_repeat -",
    }

    /// Of those who would apply again while an entry ban runs, those who do not because of it.
    uncertain ENTRY_BAN_EFFECT: Share = "entry_ban_effect" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "effect of an entry ban on repeat applications",
        dutch: "effect van een inreisverbod", says: "Van wie een nieuwe aanvraag zou doen terwijl een inreisverbod loopt het deel dat die erdoor niet doet.",
        aliases: ["inreisverbod"], letter: [], moves: "inflow_repeat -",
    }

    /// Whether return decisions of other states are taken over, so that a rejection needs none of its own where another state has taken one.
    lever MUTUAL_RECOGNITION: Switch = "mutual_recognition" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "mutual recognition of return decisions",
        dutch: "wederzijdse erkenning van terugkeerbesluiten", says: "Of terugkeerbesluiten van andere landen worden overgenomen, zodat een afwijzing er geen eigen nodig heeft als een ander land er een nam.",
        aliases: ["wederzijdse erkenning", "European return order"], letter: ["terugkeerverordening"], moves: "decisions +",
    }

    /// The part of the work on a rejection after the interview that falls away, over all rejections, where return decisions of other states are taken over.
    uncertain RECOGNITION_SAVES: Share = "recognition_saves" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "work saved by mutual recognition",
        dutch: "besparing door wederzijdse erkenning", says: "Het deel van het werk aan een afwijzing na het gehoor dat, over alle afwijzingen, wegvalt als terugkeerbesluiten van andere landen worden overgenomen.",
        aliases: ["wederzijdse erkenning"], letter: [], moves: "decisions +",
    }

    /// Places for those who must leave and have no right to reception any more.
    lever SHELTER_PLACES: Count = "shelter_places" {
        unit: "places", range: (0.0, 100_000.0), binds: Today,
        english: "places for those without a right to reception",
        dutch: "opvang zonder recht", says: "Plekken voor wie moet vertrekken en geen recht op opvang meer heeft (LVV).",
        aliases: ["lvv_funding", "LVV", "bed bad brood"], letter: [], moves: "unsheltered -",
    }

    /// Cost of a resident of such a place.
    uncertain SHELTER_COST: Money = "shelter_cost" {
        unit: "euros a place a year", range: (0.0, 1_000_000.0), binds: Today,
        dutch: "kosten opvang zonder recht", says: "Kosten per bewoner van zo'n plek.",
        aliases: ["LVV", "kosten"], letter: [], moves: "cost_programmes +",
    }

    /// Cost of a place in a return hub that is taken.
    uncertain HUB_COST: Money = "hub_cost" {
        unit: "euros a place a year", range: (0.0, 10_000_000.0), binds: Today,
        dutch: "kosten terugkeerhub", says: "Kosten van een bezette plek in een terugkeerhub.",
        aliases: ["terugkeerhub", "kosten van terugkeerhubs", "cost of return hubs"], letter: ["terugkeerafspraken met landen buiten Europa"], moves: "cost_programmes +",
    }
}
