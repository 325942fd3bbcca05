import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEARNERS_MAX } from './pair';
import { type Candidate, reasonsOf, SUGGESTIONS_MAX, scoreOf, suggest } from './suggestion';

const somebody: Candidate = {
  id: 'a',
  name: 'Phạm Thị Thảo',
  birthYear: null,
  unitName: 'Tổ 1',
  near: 'commune',
  mastered: [],
  speaks: false,
  learners: 0,
  guidedBefore: false,
  isLearning: false,
  isPaired: false,
};
const can = (...skills: string[]) =>
  skills.map((skillId) => ({ skillId, source: 'seen' as const, day: '2026-11-01' as const }));
const wish = { skillIds: ['vneid', 'payment'], language: 'km' };

const skillIds = fc.subarray(['vneid', 'payment', 'scams', 'ai']);
const candidates = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'learner'),
    name: fc.string(),
    birthYear: fc.constant(null),
    unitName: fc.string(),
    near: fc.constantFrom('group' as const, 'sub_association' as const, 'commune' as const),
    mastered: skillIds.map((ids) => can(...ids)),
    speaks: fc.boolean(),
    learners: fc.nat(LEARNERS_MAX + 2),
    guidedBefore: fc.boolean(),
    isLearning: fc.boolean(),
    isPaired: fc.boolean(),
  }),
  { maxLength: 40 },
);
const wishes = fc.record({ skillIds, language: fc.option(fc.constantFrom('vi', 'km'), { nil: undefined }) });

describe('suggested instructors', () => {
  test('are never the learner herself, never one at the cap and never one who is a pair with her', () => {
    fc.assert(
      fc.property(candidates, wishes, (all, wanted) => {
        for (const suggestion of suggest(all, 'learner', wanted)) {
          expect(suggestion.id).not.toBe('learner');
          expect(suggestion.learners).toBeLessThan(LEARNERS_MAX);
          expect(suggestion.isPaired).toBe(false);
        }
      }),
    );
  });

  test('stand best first, and nobody better is left out', () => {
    fc.assert(
      fc.property(candidates, wishes, (all, wanted) => {
        const shown = suggest(all, 'learner', wanted);
        const scores = shown.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        const open = all.filter(
          ({ id, learners, isPaired }) => id !== 'learner' && learners < LEARNERS_MAX && !isPaired,
        );
        expect(shown).toHaveLength(Math.min(open.length, SUGGESTIONS_MAX));
        const best = open.map((each) => scoreOf(each, wanted)).sort((a, b) => b - a);
        expect(scores).toEqual(best.slice(0, SUGGESTIONS_MAX));
      }),
    );
  });

  test('weigh more with each skill mastered, nearer, with the language asked for, and less with each learner', () => {
    fc.assert(
      fc.property(candidates, wishes, (all, wanted) => {
        for (const each of all) {
          const score = scoreOf({ ...each, mastered: [], speaks: false }, wanted);
          expect(scoreOf({ ...each, mastered: can('x'), speaks: false }, wanted)).toBeGreaterThan(score);
          expect(scoreOf({ ...each, near: 'group' }, wanted)).toBeGreaterThan(
            scoreOf({ ...each, near: 'commune' }, wanted),
          );
          expect(scoreOf({ ...each, learners: each.learners + 1 }, wanted)).toBeLessThan(scoreOf(each, wanted));
          const talking = scoreOf({ ...each, mastered: [], speaks: true }, wanted);
          if (wanted.language) expect(talking).toBeGreaterThan(score);
          else expect(talking).toBe(score);
        }
      }),
    );
  });

  test('who masters all that is asked for stands before a neighbour in whom nothing was seen', () => {
    const master = { ...somebody, id: 'master', mastered: can('vneid', 'payment'), learners: 3 };
    const neighbour = { ...somebody, id: 'neighbour', near: 'group' as const };
    const both = { ...somebody, id: 'both', near: 'group' as const, mastered: can('vneid') };
    expect(suggest([neighbour, master, both], 'x', wish).map(({ id }) => id)).toEqual(['both', 'master', 'neighbour']);
  });

  test('come with every reason for and against them, and none that is not so', () => {
    const all: Candidate = {
      ...somebody,
      near: 'group',
      mastered: can('vneid'),
      speaks: true,
      guidedBefore: true,
      isLearning: true,
      learners: 3,
    };
    expect(reasonsOf(all, wish).map(({ name }) => name)).toEqual([
      'mastered',
      'near',
      'speaks',
      'guided-before',
      'load',
      'learning',
    ]);
    expect(reasonsOf({ ...all, speaks: true }, { skillIds: [] }).map(({ name }) => name)).not.toContain('speaks');
    expect(reasonsOf(somebody, wish)).toEqual([{ name: 'nothing-seen' }, { name: 'load', learners: 0 }]);
  });
});
