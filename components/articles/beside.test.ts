import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenes } from '@/domain/articles/scenes/scene';
import { subjectOf } from '@/domain/articles/subject';
import { articles as seeded } from '@/prisma/seed/articles/articles';
import { skills } from '@/prisma/seed/trainings/skills';
import { lookKey, looksBeside, subjectsBeside } from './beside';

const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: code }));

const expectApart = (subjects: (string | null)[]) => {
  const looks = subjects.map(lookKey);
  for (const [at, look] of looks.entries()) expect(looks.slice(Math.max(0, at - 3), at)).not.toContain(look);
};

test('no two pictures beside each other look the same, whatever stands in a list, and a list always looks as it did', () => {
  const piece = fc.record({
    title: fc.constantFrom('Tin', 'Mở VNeID', 'Gia đình số ở xã', 'Cặp 1+1'),
    topics: fc.subarray(skills.map(({ code }) => code)).map(named),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const subjects = subjectsBeside(pieces);
      expect(subjects).toHaveLength(pieces.length);
      expectApart(subjects);
      expect(subjectsBeside(pieces)).toEqual(subjects);
    }),
  );
});

test('of pieces beside each other no two are drawn alike, also where editors chose the scene, and what they chose stays', () => {
  const piece = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('news' as const, 'story' as const, 'alert' as const),
    title: fc.constantFrom('Tin', 'Mở VNeID', 'Gia đình số ở xã', 'Cặp 1+1'),
    topics: fc.subarray(skills.map(({ code }) => code)).map(named),
    scene: fc.option(fc.constantFrom(...scenes), { freq: 3 }),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const looks = looksBeside(pieces);
      const drawn = looks.map(({ subject, scene }) => `${lookKey(subject)} ${scene}`);
      for (const [at, { scene }] of pieces.entries()) {
        expect(drawn.slice(Math.max(0, at - 3), at)).not.toContain(drawn[at]);
        if (scene) expect(looks[at]?.scene).toBe(scene);
        else expect(looks.slice(Math.max(0, at - 3), at).map((look) => look.scene)).not.toContain(looks[at]?.scene);
      }
      expect(looksBeside(pieces)).toEqual(looks);
    }),
    { numRuns: 300 },
  );
});

test('each scene is the first choice of some piece, so that lists are drawn in all of them', () => {
  const firsts = new Set(
    Array.from(
      { length: 40 },
      (_, n) => looksBeside([{ id: String(n), kind: 'news', title: 'Tin', topics: [] }])[0]?.scene,
    ),
  );
  expect(firsts).toEqual(new Set(scenes));
});

test('an alert shows a strange call, whatever it is about, and what an editor chose all the same', () => {
  for (const topic of [undefined, 'vneid', 'cashless-payment']) {
    const alert = { id: String(topic), kind: 'alert' as const, title: 'Tin', topics: named(topic ? [topic] : []) };
    expect(looksBeside([alert])[0]?.scene).toBe('call');
    expect(looksBeside([{ ...alert, scene: 'market' }])[0]?.scene).toBe('market');
  }
});

test('the lists of the portal’s own pieces too, each beginning with its own subject', () => {
  for (const kind of ['news', 'story'] as const) {
    const pieces = seeded
      .filter((article) => article.kind === kind)
      .map(({ texts, topicCodes }) => ({ title: texts.vi.title, topics: named(topicCodes) }));
    const subjects = subjectsBeside(pieces);
    expectApart(subjects);
    const [first] = pieces;
    expect(first && subjects[0]).toBe(first && subjectOf(first));
  }
});
