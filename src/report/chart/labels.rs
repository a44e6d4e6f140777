//! Labels at the end of the lines, nudged apart so that none overlaps another.

/// Where labels of these heights stand so that they do not overlap, each as near to its wish as the others allow.
///
/// Labels that would touch are joined in a block that stands around the mean of its wishes; wishes and answers are the
/// middles of the labels, between `top` and `bottom`. Labels that do not fit together spill over the bottom.
pub(super) fn spread(wishes: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    struct Block {
        members: Vec<usize>,
        /// Sum over members of where the block's top should be for that member to stand at its wish.
        tops: f64,
        height: f64,
    }
    impl Block {
        fn top(&self, top: f64, bottom: f64) -> f64 {
            (self.tops / self.members.len() as f64).min(bottom - self.height).max(top)
        }
    }
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|a, b| wishes[*a].0.total_cmp(&wishes[*b].0).then(a.cmp(b)));
    let mut blocks: Vec<Block> = Vec::new();
    for index in order {
        let (wish, height) = wishes[index];
        blocks.push(Block { members: vec![index], tops: wish - height / 2.0, height });
        while let [.., above, below] = blocks.as_slice() {
            if above.top(top, bottom) + above.height <= below.top(top, bottom) + 1e-9 {
                break;
            }
            let below = blocks.pop().expect("two blocks were seen");
            let above = blocks.last_mut().expect("two blocks were seen");
            above.tops += below.tops - above.height * below.members.len() as f64;
            above.height += below.height;
            above.members.extend(below.members);
        }
    }
    let mut middles = vec![0.0; wishes.len()];
    for block in &blocks {
        let mut y = block.top(top, bottom);
        for &index in &block.members {
            middles[index] = y + wishes[index].1 / 2.0;
            y += wishes[index].1;
        }
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(wishes: &[(f64, f64)], middles: &[f64]) -> bool {
        let mut boxes: Vec<(f64, f64)> =
            wishes.iter().zip(middles).map(|((_, h), m)| (m - h / 2.0, m + h / 2.0)).collect();
        boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
        boxes.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1e-6)
    }

    #[test]
    fn labels_with_room_stand_where_they_wish() {
        assert_eq!(spread(&[(50.0, 10.0), (20.0, 10.0)], 0.0, 100.0), vec![50.0, 20.0]);
    }

    #[test]
    fn labels_that_touch_share_the_shift() {
        assert_eq!(spread(&[(50.0, 10.0), (50.0, 10.0)], 0.0, 100.0), vec![45.0, 55.0]);
    }

    #[test]
    fn no_labels_overlap_however_they_crowd() {
        for seed in 0..200u32 {
            let wishes: Vec<(f64, f64)> = (0..8u32)
                .map(|n| {
                    let mixed = (seed * 7_919 + n * 104_729).wrapping_mul(2_654_435_761);
                    (f64::from(mixed % 101), 8.0 + f64::from(mixed / 128 % 16))
                })
                .collect();
            let middles = spread(&wishes, 0.0, 200.0);
            assert!(apart(&wishes, &middles), "{wishes:?} {middles:?}");
            assert!(
                middles.iter().zip(&wishes).all(|(m, (_, h))| m - h / 2.0 >= -1e-6 && m + h / 2.0 <= 200.001)
            );
        }
    }
}
