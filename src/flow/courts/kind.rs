//! The kinds of appeal, which have their own terms, right to remain and chances.

use crate::flow::Case;
use crate::flow::applicant::Track;
use crate::flow::procedure::admissibility;
use crate::policy::levers::courts::MANIFEST_SHARE;
use crate::policy::levers::examination::ONE_PROCEDURE;
use crate::random::Draw;

/// What an appeal is against.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
#[repr(u8)]
pub enum AppealKind {
    /// A rejection in the extended procedure (*verlengde asielprocedure*), or since 12 June 2026 in the regular one.
    #[default]
    Extended,
    /// A rejection as unfounded in the general procedure (*algemene asielprocedure*).
    General,
    /// Manifestly unfounded (*kennelijk ongegrond*), the accelerated procedure, a safe country, or inadmissible (*niet-ontvankelijk*).
    Manifest,
    /// A transfer decision (*overdrachtsbesluit*).
    Dublin,
}

impl AppealKind {
    /// How many there are.
    pub const COUNT: usize = AppealKind::Dublin as usize + 1;
}

/// Where somebody stands with the courts.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
#[repr(u8)]
pub enum Standing {
    /// The appeal, if any, is their own, and they may stay for it.
    #[default]
    Own,
    /// The district court upheld it, and the IND lodged a further appeal.
    Won,
    /// A file only: its persons have no right to remain, and are counted where they are.
    OnPaper,
}

/// Kind and standing in one byte.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::flow) struct Appeal(u8);

impl Appeal {
    pub(in crate::flow) const fn new(kind: AppealKind, standing: Standing) -> Appeal {
        Appeal(kind as u8 | (standing as u8) << 2)
    }

    pub(in crate::flow) const fn kind(self) -> AppealKind {
        match self.0 & 3 {
            0 => AppealKind::Extended,
            1 => AppealKind::General,
            2 => AppealKind::Manifest,
            _ => AppealKind::Dublin,
        }
    }

    pub(in crate::flow) const fn standing(self) -> Standing {
        match self.0 >> 2 {
            0 => Standing::Own,
            1 => Standing::Won,
            _ => Standing::OnPaper,
        }
    }
}

/// Whether a rejection in the general procedure is one as manifestly unfounded.
pub(in crate::flow) fn is_manifest(case: &Case) -> bool {
    case.happens(Draw::ManifestlyUnfounded, case.lever(MANIFEST_SHARE))
}

/// What an appeal against the decision of today is against.
pub(super) fn of(case: &Case) -> AppealKind {
    let applicant = &case.applicant;
    match applicant.track {
        Track::Claimed => AppealKind::Dublin,
        Track::Safe | Track::Accelerated | Track::AtBorder => AppealKind::Manifest,
        _ if admissibility::is_inadmissible(case) => AppealKind::Manifest,
        // The one procedure has the longer of the two terms, and full suspension.
        _ if applicant.extended || case.lever(ONE_PROCEDURE) => AppealKind::Extended,
        _ if is_manifest(case) => AppealKind::Manifest,
        _ => AppealKind::General,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_keeps_every_kind_and_standing() {
        for kind in [AppealKind::Extended, AppealKind::General, AppealKind::Manifest, AppealKind::Dublin] {
            for standing in [Standing::Own, Standing::Won, Standing::OnPaper] {
                let appeal = Appeal::new(kind, standing);
                assert_eq!((appeal.kind(), appeal.standing()), (kind, standing));
            }
        }
    }
}
