import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf, type Guidance, type Link, type ShownLink, STEPS_SHOWN, shownOf, WOMEN_SHOWN } from './chain';

const guides = (instructorId: string, learnerId: string, began: Guidance['began'] = '2026-01-01'): Guidance => ({
  instructorId,
  learnerId,
  learnerName: learnerId.toUpperCase(),
  began,
});
const chain = (...guidances: Guidance[]) => chainOf({ id: 'a', name: 'A' }, guidances);

const graphs = fc
  .array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 120 })
  .map((edges) => edges.filter(([from, to]) => from !== to).map(([from, to]) => guides(`w${from}`, `w${to}`)));

/** The women reached from `from`, and how many at each step: the plain search to compare with. */
function plainSearch(from: string, guidances: readonly Guidance[]) {
  let step = new Set([from]);
  const met = new Set([from]);
  const steps: number[] = [];
  while (step.size > 0) {
    const learners = guidances.filter(({ instructorId }) => step.has(instructorId)).map(({ learnerId }) => learnerId);
    step = new Set(learners.filter((id) => !met.has(id)));
    for (const id of step) met.add(id);
    if (step.size > 0) steps.push(step.size);
  }
  met.delete(from);
  return { women: [...met].sort(), steps };
}

const below = (link: Link): string[] => link.onward.flatMap((each) => [each.id, ...below(each)]);
const shownBelow = (link: ShownLink): number => link.onward.reduce((sum, each) => sum + 1 + shownBelow(each), 0);
const hiddenIn = (link: ShownLink): number => link.hidden + link.onward.reduce((sum, each) => sum + hiddenIn(each), 0);
const depthOf = (link: ShownLink): number => Math.max(0, ...link.onward.map((each) => 1 + depthOf(each)));

describe('the chain of an instructor', () => {
  test('reaches exactly whom a plain search reaches, step by step, whatever loops there are', () => {
    fc.assert(
      fc.property(graphs, (guidances) => {
        const { root, reach, steps } = chainOf({ id: 'w0', name: null }, guidances);
        const plain = plainSearch('w0', guidances);
        expect(below(root).sort()).toEqual(plain.women);
        expect(reach).toBe(plain.women.length);
        expect(steps).toEqual(plain.steps);
      }),
    );
  });

  test('A guides B, B guides C, C guides A: two women, finite, and A herself is not among them', () => {
    const { root, reach, steps } = chain(guides('a', 'b'), guides('b', 'c'), guides('c', 'a'));
    expect(reach).toBe(2);
    expect(steps).toEqual([1, 1]);
    expect(root.onward[0]).toMatchObject({ id: 'b', onward: [{ id: 'c', onward: [] }] });
  });

  test('who was guided by two stands once, with the first of them', () => {
    const { root, reach } = chain(guides('a', 'c', '2026-03-01'), guides('a', 'b'), guides('b', 'd'), guides('c', 'd'));
    expect(reach).toBe(3);
    expect(root.onward).toMatchObject([
      { id: 'b', onward: [{ id: 'd' }] },
      { id: 'c', onward: [] },
    ]);
  });

  test('is shown in at most four steps and sixty women; shown and hidden together are its reach', () => {
    fc.assert(
      fc.property(graphs, (guidances) => {
        const whole = chainOf({ id: 'w0', name: null }, guidances);
        const shown = shownOf(whole);
        expect(shownBelow(shown) + hiddenIn(shown)).toBe(whole.reach);
        expect(depthOf(shown)).toBeLessThanOrEqual(STEPS_SHOWN);
      }),
    );
    const wide = chain(...Array.from({ length: 72 }, (_, at) => guides('a', `b${String(at).padStart(2, '0')}`)));
    expect(shownBelow(shownOf(wide))).toBe(WOMEN_SHOWN);
    expect(shownOf(wide).hidden).toBe(12);
    const long = chain(...['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map(([from = '', to = '']) => guides(from, to)));
    expect(depthOf(shownOf(long))).toBe(4);
    expect(hiddenIn(shownOf(long))).toBe(2);
  });
});
