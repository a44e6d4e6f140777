//! Inverse distribution functions: one uniform number in, one variate out, monotone in both.

use std::cell::Cell;

use super::math::{exp, ln, ln_gamma};

/// The standard normal quantile: Wichura's algorithm AS 241 (1988), about sixteen digits.
pub fn normal(u: f64) -> f64 {
    let q = u - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTRAL);
    }
    let tail = if q < 0.0 { u } else { 1.0 - u };
    let r = (-ln(tail)).sqrt();
    let x = if r <= 5.0 { ratio(r - 1.6, &MIDDLE) } else { ratio(r - 5.0, &FAR) };
    if q < 0.0 { -x } else { x }
}

/// The exponential quantile with this mean.
pub fn exponential(u: f64, mean: f64) -> f64 {
    -mean * ln(1.0 - u)
}

/// The lognormal quantile with this mean and coefficient of variation.
pub fn lognormal(u: f64, mean: f64, cv: f64) -> f64 {
    let variance = ln(1.0 + cv * cv);
    exp(ln(mean) - variance / 2.0 + variance.sqrt() * normal(u))
}

/// The PERT quantile: a beta distribution on low to high with its mode at `mode` and weight four.
pub fn pert(u: f64, low: f64, mode: f64, high: f64) -> f64 {
    let width = high - low;
    let a = 1.0 + 4.0 * (mode - low) / width;
    let b = 1.0 + 4.0 * (high - mode) / width;
    low + width * beta(u, a, b)
}

/// The quantile of Student's t with these degrees of freedom. The last one is remembered: whoever draws intervals asks for the
/// same one for thousands of outcomes.
pub fn student_t(u: f64, degrees: f64) -> f64 {
    thread_local!(static LAST: Cell<[f64; 3]> = const { Cell::new([f64::NAN; 3]) });
    let [of, with, t] = LAST.get();
    if (of, with) == (u, degrees) {
        return t;
    }
    let t = student_t_anew(u, degrees);
    LAST.set([u, degrees, t]);
    t
}

fn student_t_anew(u: f64, degrees: f64) -> f64 {
    // degrees / (degrees + t^2) is beta distributed, and small where t is far out.
    let tail = u.min(1.0 - u);
    let x = beta(2.0 * tail, degrees / 2.0, 0.5);
    let t = (degrees * (1.0 - x) / x).sqrt();
    if u < 0.5 { -t } else { t }
}

/// The geometric quantile: how many until the first success, from 1, with this mean.
pub fn geometric(u: f64, mean: f64) -> u32 {
    if mean <= 1.0 {
        return 1;
    }
    let tries = ln(1.0 - u) / ln(1.0 - 1.0 / mean);
    1 + tries as u32
}

/// Which of several outcomes with these shares the uniform number falls on; the last takes what the shares leave.
pub fn choose(u: f64, shares: &[f64]) -> usize {
    let mut sum = 0.0;
    for (i, share) in shares.iter().enumerate() {
        sum += share;
        if u < sum {
            return i;
        }
    }
    shares.len() - 1
}

/// The beta quantile: Newton's method on the distribution function, and halves of what brackets it where a step leads outside.
/// To about fifteen digits, the same everywhere.
fn beta(u: f64, a: f64, b: f64) -> f64 {
    let scale = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b);
    let (mut low, mut high) = (0.0, 1.0);
    let mut x = 0.5;
    for _ in 0..100 {
        let power = exp(scale + a * ln(x) + b * ln(1.0 - x));
        let excess = beta_distribution(x, a, b, power) - u;
        if excess < 0.0 {
            low = x
        } else {
            high = x
        }
        let step = excess * x * (1.0 - x) / power;
        let next = if low < x - step && x - step < high { x - step } else { 0.5 * (low + high) };
        if (next - x).abs() <= 1e-15 * x {
            return next;
        }
        x = next;
    }
    x
}

/// The regularised incomplete beta function by its continued fraction (Lentz), given x^a (1 - x)^b divided by the beta function of
/// a and b. For x between 0 and 1.
fn beta_distribution(x: f64, a: f64, b: f64, power: f64) -> f64 {
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_distribution(1.0 - x, b, a, power);
    }
    let tiny = 1e-300;
    let (mut c, mut d) = (1.0f64, 1.0 - (a + b) * x / (a + 1.0));
    d = 1.0 / if d.abs() < tiny { tiny } else { d };
    let mut h = d;
    for m in 1..200 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        for term in [even, odd] {
            d = 1.0 + term * d;
            d = 1.0 / if d.abs() < tiny { tiny } else { d };
            c = 1.0 + term / c;
            c = if c.abs() < tiny { tiny } else { c };
            h *= d * c;
        }
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    power / a * h
}

type Coefficients = ([f64; 8], [f64; 8]);

fn ratio(r: f64, (above, below): &Coefficients) -> f64 {
    let horner = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, k| sum * r + k);
    horner(above) / horner(below)
}

#[allow(clippy::excessive_precision, reason = "as printed in AS 241")]
const CENTRAL: Coefficients = (
    [
        3.387_132_872_796_366_608_0,
        1.331_416_678_917_843_774_5e2,
        1.971_590_950_306_551_442_7e3,
        1.373_169_376_550_946_112_5e4,
        4.592_195_393_154_987_145_7e4,
        6.726_577_092_700_870_085_3e4,
        3.343_057_558_358_812_810_5e4,
        2.509_080_928_730_122_672_7e3,
    ],
    [
        1.0,
        4.231_333_070_160_091_125_2e1,
        6.871_870_074_920_579_083_0e2,
        5.394_196_021_424_751_107_7e3,
        2.121_379_430_158_659_586_7e4,
        3.930_789_580_009_271_061_0e4,
        2.872_908_573_572_194_267_4e4,
        5.226_495_278_852_854_561_0e3,
    ],
);

#[allow(clippy::excessive_precision, reason = "as printed in AS 241")]
const MIDDLE: Coefficients = (
    [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_90,
        5.769_497_221_460_691_405_50,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        2.417_807_251_774_506_117_70e-1,
        2.272_384_498_926_918_458_33e-2,
        7.745_450_142_783_414_076_40e-4,
    ],
    [
        1.0,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_40,
        6.897_673_349_851_000_045_50e-1,
        1.481_039_764_274_800_745_90e-1,
        1.519_866_656_361_645_719_66e-2,
        5.475_938_084_995_344_946_00e-4,
        1.050_750_071_644_416_843_24e-9,
    ],
);

#[allow(clippy::excessive_precision, reason = "as printed in AS 241")]
const FAR: Coefficients = (
    [
        6.657_904_643_501_103_777_20,
        5.463_784_911_164_114_369_90,
        1.784_826_539_917_291_335_80,
        2.965_605_718_285_048_912_30e-1,
        2.653_218_952_657_612_309_30e-2,
        1.242_660_947_388_078_438_60e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ],
    [
        1.0,
        5.998_322_065_558_879_376_90e-1,
        1.369_298_809_227_358_053_10e-1,
        1.487_536_129_085_061_485_25e-2,
        7.868_691_311_456_132_591_00e-4,
        1.846_318_317_510_054_681_80e-5,
        1.421_511_758_316_445_888_70e-7,
        2.044_263_103_389_939_785_64e-15,
    ],
);

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{Beta, ContinuousCDF, DiscreteCDF, Geometric, Normal, StudentsT};

    #[test]
    fn the_normal_quantile_agrees_with_an_independent_one() {
        let oracle = Normal::standard();
        for i in 1..1000 {
            let u = f64::from(i) / 1000.0;
            assert!((oracle.cdf(normal(u)) - u).abs() < 1e-9, "{u}");
        }
        assert!((normal(1e-12) + 7.034_483_8).abs() < 1e-6);
    }

    #[test]
    fn the_quantile_of_student_agrees_with_an_independent_distribution() {
        for degrees in [1.0, 2.0, 7.0, 59.0, 400.0] {
            let oracle = StudentsT::new(0.0, 1.0, degrees).unwrap();
            for u in [0.000_5, 0.025, 0.3, 0.6, 0.975, 0.999_5] {
                let t = student_t(u, degrees);
                assert!((oracle.cdf(t) - u).abs() < 1e-7, "{degrees} {u} {t}");
            }
        }
    }

    #[test]
    fn the_geometric_quantile_is_the_least_count_whose_probability_exceeds_u() {
        for mean in [1.5, 2.0, 7.0] {
            let oracle = Geometric::new(1.0 / mean).unwrap();
            for i in 0..200 {
                let u = f64::from(i) / 200.0 + 1e-4;
                let k = u64::from(geometric(u, mean));
                assert!(oracle.cdf(k) > u - 1e-12 && oracle.cdf(k - 1) <= u + 1e-12, "{mean} {u} {k}");
            }
        }
        assert_eq!(geometric(0.99, 1.0), 1);
    }

    #[test]
    fn the_pert_quantile_agrees_with_the_beta_distribution() {
        let oracle = Beta::new(1.0 + 4.0 * 0.2, 1.0 + 4.0 * 0.8).unwrap();
        for i in 1..100 {
            let u = f64::from(i) / 100.0;
            let x = pert(u, 10.0, 12.0, 20.0);
            assert!((oracle.cdf((x - 10.0) / 10.0) - u).abs() < 1e-9, "{u}");
        }
    }

    #[test]
    fn a_lognormal_keeps_its_mean() {
        let n = 200_000;
        let mean = (0..n).map(|i| lognormal((f64::from(i) + 0.5) / f64::from(n), 30.0, 0.6)).sum::<f64>()
            / f64::from(n);
        assert!((mean - 30.0).abs() < 0.01, "{mean}");
    }
}
