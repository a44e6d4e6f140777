//! The way of a synthetic person in words: stay by stay, with what held them there.

use super::texts::Language;
use crate::flow::{Exit, News, Outcome, Stage, StatusNews, Wait};
use crate::policy::{Nationality, word};
use crate::study::trace::{Stay, Way};
use crate::time::Day;

fn pick<T>(language: Language, nl: T, en: T) -> T {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// Who it is: `huishouden van 3, Syrië`.
pub fn who(way: &Way, language: Language) -> String {
    let from = word::said(Nationality::KEYS[way.nationality.index()], language);
    match (way.unaccompanied, way.persons) {
        (true, _) => pick(
            language,
            format!("alleenstaande minderjarige, {from}"),
            format!("unaccompanied minor, {from}"),
        ),
        (false, 1) => pick(language, format!("één persoon, {from}"), format!("one person, {from}")),
        (false, n) => {
            pick(language, format!("huishouden van {n}, {from}"), format!("household of {n}, {from}"))
        }
    }
}

/// The columns of a way: from, stage, days, what held them, and what came of it. `end` is the last day of the run.
pub fn rows(way: &Way, end: Day, language: Language) -> Vec<Vec<String>> {
    let heads = pick(
        language,
        ["vanaf", "waar", "dagen", "wacht op", "wat er gebeurde"],
        ["from", "where", "days", "waits for", "what happened"],
    );
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    rows.extend(way.stays.iter().map(|stay| {
        let days = (stay.until.unwrap_or(end) - stay.from).0;
        let days = if stay.until.is_some() { days.to_string() } else { format!("{days}+") };
        vec![
            stay.from.to_string(),
            stage(stay.stage, language).to_owned(),
            days,
            wait(stay.stage.waits_for(), language).to_owned(),
            happened(stay, language),
        ]
    }));
    rows
}

/// Days in all by what held them: `wachtrij 210, termijn 90, rechter 0, geblokkeerd 0 dagen`.
pub fn total(way: &Way, end: Day, language: Language) -> String {
    let parts: Vec<String> =
        Wait::ALL.iter().map(|&one| format!("{} {}", wait(one, language), way.days(one, end))).collect();
    format!("{} {}", parts.join(", "), pick(language, "dagen", "days"))
}

/// Where it ends: `gehuisvest op 2028-03-04`, or where they are at the end of the run.
pub fn ending(way: &Way, language: Language) -> String {
    match way.stays.last() {
        None => String::new(),
        Some(Stay { exit: Some(gone), until: Some(day), .. }) => format!("{} {day}", exit(*gone, language)),
        Some(stay) => {
            format!("{} {} {}", stage(stay.stage, language), pick(language, "sinds", "since"), stay.from)
        }
    }
}

fn happened(stay: &Stay, language: Language) -> String {
    let mut all: Vec<String> = stay
        .news
        .iter()
        .filter_map(|(day, one)| {
            let said = match one {
                News::Decided => outcome(stay.outcome?, language).to_owned(),
                _ => news(*one, language)?,
            };
            Some(if Some(*day) == stay.until { said } else { format!("{said} ({day})") })
        })
        .collect();
    all.extend(stay.exit.map(|gone| exit(gone, language).to_owned()));
    all.join("; ")
}

fn wait(wait: Wait, language: Language) -> &'static str {
    let (nl, en) = match wait {
        Wait::Queue => ("wachtrij", "queue"),
        Wait::Term => ("termijn", "term"),
        Wait::Court => ("rechter", "court"),
        Wait::Blocked => ("geblokkeerd", "blocked"),
    };
    pick(language, nl, en)
}

fn outcome(outcome: Outcome, language: Language) -> &'static str {
    let (nl, en) = match outcome {
        Outcome::Refugee => ("besluit: vluchtelingenstatus (A)", "decision: refugee status (A)"),
        Outcome::Subsidiary => {
            ("besluit: subsidiaire bescherming (B)", "decision: subsidiary protection (B)")
        }
        Outcome::Humanitarian => ("besluit: humanitaire gronden", "decision: humanitarian grounds"),
        Outcome::Rejected => ("besluit: afgewezen", "decision: rejected"),
        Outcome::Closed => ("zonder inhoudelijk besluit gesloten", "closed without a decision on the merits"),
    };
    pick(language, nl, en)
}

fn exit(exit: Exit, language: Language) -> &'static str {
    let (nl, en) = match exit {
        Exit::Housed => ("gehuisvest", "housed"),
        Exit::JoinedSponsor => ("bij de referent ingetrokken", "joined the sponsor"),
        Exit::PermitKept => ("vergunning behouden", "permit kept"),
        Exit::FamilyRefused => ("nareis afgewezen", "family reunification refused"),
        Exit::FamilyStayed => ("mochten komen, kwamen niet", "were allowed to come and did not"),
        Exit::Voluntary => ("zelfstandig vertrokken", "left voluntarily"),
        Exit::Forced => ("gedwongen vertrokken", "left by force"),
        Exit::Transferred => ("overgedragen aan een andere lidstaat", "transferred to another member state"),
        Exit::Unsupervised => ("met onbekende bestemming vertrokken", "left without supervision"),
        Exit::WithoutRight => ("zonder verblijfsrecht in Nederland", "in the country without right"),
        Exit::FromHub => ("vanuit een terugkeerhub verder", "on from a return hub"),
        Exit::OnPaper => ("dossier gesloten", "file closed"),
        Exit::StatusRaised => ("alsnog de A-status", "refugee status after all"),
    };
    pick(language, nl, en)
}

/// News that tells something about a person's way; what the next stage tells is left out.
fn news(news: News, language: Language) -> Option<String> {
    let (nl, en) = match news {
        News::Accelerated => ("naar de versnelde procedure", "to the accelerated procedure"),
        News::TurnedEighteen => ("achttien geworden", "turned eighteen"),
        News::FoundAdult => ("meerderjarig bevonden", "found to be an adult"),
        News::Inadmissible => ("niet-ontvankelijk", "inadmissible"),
        News::ClaimAccepted => ("andere staat aanvaardt", "the other state accepts"),
        News::TransferLapsed => ("overdrachtstermijn verlopen", "term to transfer passed"),
        News::Interviewed => ("gehoord", "heard"),
        News::NoticeOfDefault => ("ingebrekestelling", "notice of default"),
        News::LateAppeal => ("beroep niet tijdig beslissen", "appeal for failure to decide"),
        News::AppealLodged => ("beroep ingesteld", "appeal lodged"),
        News::AppealUpheld => ("beroep gegrond", "appeal upheld"),
        News::AppealWithdrawn => ("beroep ingetrokken", "appeal withdrawn"),
        News::InterimGranted => ("voorlopige voorziening toegewezen", "interim measure granted"),
        News::FurtherAppealLodged => ("hoger beroep ingesteld", "further appeal lodged"),
        News::FamilyApplied => ("nareis aangevraagd", "family reunification asked for"),
        News::FamilyRefused => ("nareis afgewezen", "family reunification refused"),
        News::FamilyObjected => ("bezwaar gemaakt", "objection lodged"),
        News::FamilyReversed => ("afwijzing teruggedraaid", "refusal reversed"),
        News::Article8Applied => ("aanvraag op artikel 8 EVRM", "application on article 8"),
        News::FamilyArrived => ("gezinsleden aangekomen", "relatives arrived"),
        News::AssistedDeparture => ("vertrek met steun", "assisted departure"),
        News::ReceptionEnded => ("recht op opvang geëindigd", "right to reception ended"),
        News::Released => ("vrijgelaten", "released"),
        News::Status(StatusNews::Appealed) => ("beroep om de A-status", "appeal for refugee status"),
        News::Status(StatusNews::Raised) => {
            ("beroep om de A-status gegrond", "appeal for refugee status upheld")
        }
        News::JudicialPenalty(euros) | News::AdministrativePenalty(euros) if euros > 0 => {
            let euros = language.count(u64::from(euros));
            return Some(pick(
                language,
                format!("dwangsom {euros} euro"),
                format!("penalty of {euros} euros"),
            ));
        }
        _ => return None,
    };
    Some(pick(language, nl, en).to_owned())
}

/// The name of a stage.
fn stage(stage: Stage, language: Language) -> &'static str {
    let (nl, en) = match stage {
        Stage::Registration => ("registratie", "registration"),
        Stage::Claim => ("Dublinclaim", "claim on another state"),
        Stage::Accepted => ("overdrachtsbesluit in voorbereiding", "transfer decision prepared"),
        Stage::Withdrawal => ("trekt in of verschijnt niet", "will withdraw or not appear"),
        Stage::Closing => ("zaak wordt gesloten", "case being closed"),
        Stage::Transfer => ("wacht op overdracht", "awaits transfer"),
        Stage::Interview => ("wacht op gehoor", "awaits the interview"),
        Stage::Moratorium => ("besluitmoratorium", "decision moratorium"),
        Stage::Intention => ("voornemen", "intention to reject"),
        Stage::View => ("zienswijze", "the lawyer's view"),
        Stage::Decision => ("wacht op besluit", "awaits the decision"),
        Stage::AppealTerm => ("beroepstermijn", "term to appeal"),
        Stage::Interim => ("voorlopige voorziening", "interim measure"),
        Stage::AppealPreparation => ("beroep, voorbereiding", "appeal, preparation"),
        Stage::Appeal => ("beroep bij de rechtbank", "appeal at the district court"),
        Stage::FurtherAppealTerm => ("termijn hoger beroep", "term for further appeal"),
        Stage::FurtherAppealPreparation => ("hoger beroep, voorbereiding", "further appeal, preparation"),
        Stage::FurtherAppeal => {
            ("hoger beroep bij de Raad van State", "further appeal at the Council of State")
        }
        Stage::StatusAppealPreparation => {
            ("dossier A-status, voorbereiding", "file on refugee status, preparation")
        }
        Stage::StatusAppeal => ("dossier A-status bij de rechtbank", "file on refugee status at the court"),
        Stage::Matching => ("koppeling aan een gemeente", "matching to a municipality"),
        Stage::Housing => ("wacht op woning", "awaits a dwelling"),
        Stage::FamilyTerm => ("nareis: nog niet aangevraagd", "family: not asked for yet"),
        Stage::FamilyWaiting => ("nareis: wachttermijn", "family: waiting period"),
        Stage::FamilyIncome => ("nareis: inkomen ontbreekt", "family: income lacking"),
        Stage::FamilyDwelling => ("nareis: woning ontbreekt", "family: dwelling lacking"),
        Stage::FamilyPreparation => ("nareis: voorbereiding", "family: preparation"),
        Stage::FamilyDecision => ("nareis: wacht op besluit", "family: awaits the decision"),
        Stage::FamilyHeld => ("nareis: aangehouden", "family: held"),
        Stage::FamilyObjection => ("nareis: bezwaar", "family: objection"),
        Stage::FamilyAppeal => ("nareis: beroep", "family: appeal"),
        Stage::FamilyOutside => ("nareis: buiten de regel", "family: outside the rule"),
        Stage::FamilyArticle8 => ("artikel 8 EVRM", "article 8"),
        Stage::FamilyOnTheirOwn => ("op eigen gelegenheid onderweg", "on their way by themselves"),
        Stage::FamilyVisaHeld => ("mvv wacht op woning", "visa waits for a dwelling"),
        Stage::FamilyVisa => ("visum ophalen", "visa to collect"),
        Stage::FamilyTravel => ("op reis", "travelling"),
        Stage::DeparturePeriod => ("vertrektermijn", "departure period"),
        Stage::Restricted => ("vrijheidsbeperkende locatie", "freedom-restricting location"),
        Stage::WithMinors => ("gezinslocatie", "family location"),
        Stage::Departure => ("moet vertrekken", "must leave"),
        Stage::Detention => ("vreemdelingenbewaring", "detention"),
        Stage::Removal => ("wacht op vlucht en begeleiding", "awaits flight and escort"),
        Stage::Invited => ("uitgenodigd voor hervestiging", "invited for resettlement"),
        Stage::Away => ("uit beeld", "out of sight"),
        Stage::Border => ("grensprocedure", "border procedure"),
        Stage::Screening => ("screening", "screening"),
        Stage::Lodging => ("indiening", "lodging"),
        Stage::BorderReturn => ("terugkeergrensprocedure", "return border procedure"),
        Stage::Hub => ("terugkeerhub", "return hub"),
        Stage::Guardian => ("wacht op voogd", "awaits a guardian"),
        Stage::Admissibility => ("ontvankelijkheid", "admissibility"),
        Stage::FurtherInterview => ("wacht op aanvullend gehoor", "awaits a second hearing"),
        Stage::Referred => ("beroep aangehouden: prejudiciële vraag", "appeal held: question referred"),
    };
    pick(language, nl, en)
}
