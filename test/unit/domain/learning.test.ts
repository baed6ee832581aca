import {
  testedHypothesis,
  learn,
  learnByKind,
  movedRange,
  type LearningRow,
} from '../../../src/domain/learning';
import type { ImpactVerdict } from '../../../src/domain/impact';
import { heldOtherwise, type ComputedImpact } from '../../../src/domain/judgement';
import { day, judgement } from './build';

function row(more: Partial<LearningRow> = {}): LearningRow {
  return {
    verdict: 'could-not-see',
    heldOtherwise: null,
    change: null,
    expected: null,
    lagDays: null,
    children: null,
    issueType: 'Epic',
    labels: [],
    ...more,
  };
}

const moved = row({ verdict: 'moved', change: { size: 4, low: 1, high: 7 }, expected: 8 });

describe('what many verdicts teach', () => {
  it('counts what could be judged apart from what could not', () => {
    const learned = learn([
      moved,
      moved,
      row({ verdict: 'no-visible-effect' }),
      row({ verdict: 'moved-wrong-way' }),
      row(),
      row({ verdict: 'too-early' }),
      row({ verdict: 'no-baseline' }),
      row({ verdict: 'cannot-separate', heldOtherwise: 'moved' }),
    ]);
    expect(learned).toMatchObject({
      judged: 5,
      moved: 2,
      didNotMove: 1,
      movedWrongWay: 1,
      couldNotSee: 1,
      notJudged: 3,
      heldOtherwise: 1,
    });
  });

  it('says what chance alone gives: one in forty each way', () => {
    expect(learn(Array.from({ length: 40 }, () => row())).byChance).toBeCloseTo(1, 9);
  });

  it('says nothing of fewer than eight', () => {
    expect(learn(Array.from({ length: 7 }, () => row())).tooFew).toBe(true);
    expect(learn(Array.from({ length: 8 }, () => row())).tooFew).toBe(false);
    expect(learn([]).calibration).toBeNull();
  });

  it('holds what was expected against what was observed', () => {
    const rows = [
      // 4 of 8: half, and 8 lies above 7.
      moved,
      // −6 of −4: one and a half, and −4 lies above −5.
      row({ change: { size: -6, low: -7, high: -5 }, expected: -4 }),
      // 9 of 10, between 5 and 13.
      row({ change: { size: 9, low: 5, high: 13 }, expected: 10 }),
      row({ change: { size: 9, low: 5, high: 13 } }),
    ];
    expect(learn(rows).calibration).toEqual({
      hypotheses: 3,
      medianShare: 0.9,
      held: 1,
      tooHigh: 1,
      tooLow: 1,
      tooFew: true,
    });
  });

  it('says the share that moved as a range that what could not be seen widens upwards only', () => {
    // Wilson's 95 % interval of 2 in 8 is 7.1 % to 59.1 %, of 6 in 8 40.9 % to 92.9 %.
    const still = row({ verdict: 'no-visible-effect' });
    const told = movedRange(learn([moved, moved, still, still, still, still, still, still]));
    expect(told.low).toBeCloseTo(0.071, 3);
    expect(told.high).toBeCloseTo(0.591, 3);
    const unseen = movedRange(learn([moved, moved, still, still, row(), row(), row(), row()]));
    expect(unseen.low).toBeCloseTo(0.071, 3);
    expect(unseen.high).toBeCloseTo(0.929, 3);
    expect(movedRange(learn([]))).toEqual({ low: 0, high: 1 });
  });

  it('says how one hypothesis turned out, of a falling number too', () => {
    const fell = row({ change: { size: -6, low: -7, high: -5 }, expected: -10 });
    expect(testedHypothesis(fell)).toEqual({ share: 0.6, low: 0.5, high: 0.7, outcome: 'too-high' });
    expect(testedHypothesis(row({ expected: -10 }))).toBeNull();
  });

  it('keeps what a person held against what was computed then, and only that', () => {
    const judged = (held: ImpactVerdict, computed: ComputedImpact) => ({ ...judgement(held), computed });
    const then = { change: null, share: null, live: day('2026-05-06'), before: 5, after: 2 };
    const accepted = judged('too-early', { ...then, verdict: 'too-early' });
    // Accepted when it was too early; computed anew since.
    expect(heldOtherwise({ judgements: [accepted] }, 'moved')).toBeNull();
    const own = judged('no-visible-effect', { ...then, verdict: 'could-not-see' });
    expect(heldOtherwise({ judgements: [accepted, own] }, 'could-not-see')).toBe('no-visible-effect');
    // Measurements came that say the same.
    expect(heldOtherwise({ judgements: [own] }, 'no-visible-effect')).toBeNull();
    expect(heldOtherwise({ judgements: [] }, 'moved')).toBeNull();
  });

  it('groups by kind, an issue under each of its labels, what is not known last', () => {
    const rows = [
      row({ labels: ['search', 'speed'] }),
      row({ labels: ['speed', 'speed'] }),
      row({ labels: [] }),
    ];
    expect(learnByKind(rows, 'label').map(({ name, learned }) => [name, learned.judged])).toEqual([
      ['speed', 2],
      ['search', 1],
      [null, 1],
    ]);
  });

  it.each([
    [0, '0'],
    [1, '1-5'],
    [5, '1-5'],
    [6, '6-15'],
    [16, '16+'],
    [null, null],
  ])('puts %s children into the band %s', (children, name) => {
    expect(learnByKind([row({ children })], 'size')[0]?.name).toBe(name);
  });

  it.each([
    [0, '0-7'],
    [7, '0-7'],
    [8, '8-30'],
    [91, '31-91'],
    [730, '92+'],
  ])('puts a lag of %s days into the band %s', (lagDays, name) => {
    expect(learnByKind([row({ lagDays })], 'lag')[0]?.name).toBe(name);
  });
});
