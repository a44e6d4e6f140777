//! Chapter staff: hiring, training and leaving of decision officers.

levers! {
    chapter staff, after super::housing;

    /// The most decision officers who can be hired in a month, to fill the plan and to replace those who leave.
    lever DECISION_HIRING: Count = "decision_hiring" {
        unit: "officers a month", range: (0.0, 100_000.0), binds: Today,
        english: "hiring of decision officers",
        dutch: "werving beslismedewerkers", says: "Het hoogste aantal beslismedewerkers dat in een maand kan worden geworven, om het plan te vullen en vertrekkers te vervangen.",
        aliases: ["werving", "hiring", "recruitment"], letter: ["doorstroom en vertrek bevorderen"], moves: "staff_employed +, decisions +",
    }

    /// Time that a new decision officer is in training.
    uncertain TRAINING_DAYS: Days = "training_days" {
        unit: "days", range: (0.0, 3_650.0), binds: Today,
        english: "training of a new officer",
        dutch: "opleidingstijd", says: "Tijd dat een nieuwe beslismedewerker in opleiding is.",
        aliases: ["opleiding", "training"], letter: [], moves: "staff_in_training +",
    }

    /// What an officer in training produces, as a share of a trained one.
    uncertain TRAINEE_OUTPUT: Share = "trainee_output" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "output in training",
        dutch: "productie in opleiding", says: "Wat een medewerker in opleiding produceert, als deel van een opgeleide.",
        aliases: ["opleiding", "productiviteit"], letter: [], moves: "decisions +",
    }

    /// Decision officers who leave in a year.
    uncertain STAFF_ATTRITION: Share = "staff_attrition" {
        unit: "share a year", range: (0.0, 1.0), binds: Today,
        dutch: "verloop beslismedewerkers", says: "Beslismedewerkers die in een jaar vertrekken.",
        aliases: ["verloop", "attrition"], letter: [], moves: "staff_in_training +",
    }

    /// The part of the work of decision officers that is lost while new law and new ways of working are learnt: a step up, and one back.
    lever TRANSITION_LOSS: Share = "transition_loss" {
        unit: "share", range: (0.0, 0.9), binds: Today,
        english: "work lost in a transition",
        dutch: "inleereffect", says: "Deel van het werk van beslismedewerkers dat verloren gaat terwijl nieuw recht en een nieuwe werkwijze worden geleerd: een stap omhoog, en een terug.",
        aliases: ["productiviteitsverlies", "transition_productivity_loss", "invoering"], letter: [], moves: "decisions -, open_cases +",
    }

    /// Whether a task force has the agencies of the chain work together.
    lever TASK_FORCE: Switch = "task_force" {
        unit: "on/off", range: (0.0, 1.0), binds: Today,
        english: "task force",
        dutch: "Taskforce", says: "Of een taskforce de diensten van de keten laat samenwerken.",
        aliases: ["taskforce_coordination", "taskforce", "regie"], letter: ["een planning met de belangrijkste mijlpalen"], moves: "wait_housing -",
    }

    /// The part of the time between agencies that a task force saves: from the permit to a municipality, and from the agreement of another state to the transfer decision.
    uncertain TASK_FORCE_SAVES: Share = "task_force_saves" {
        unit: "share", range: (0.0, 1.0), binds: Today,
        english: "time saved by the task force",
        dutch: "tijdwinst door de Taskforce", says: "Het deel van de tijd tussen diensten dat een taskforce scheelt: van vergunning tot gemeente, en van claimakkoord tot overdrachtsbesluit.",
        aliases: ["taskforce", "regie"], letter: [], moves: "wait_housing -",
    }
}
