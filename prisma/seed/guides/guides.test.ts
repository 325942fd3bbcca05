import { describe, expect, test } from 'vitest';
import { besides, screens } from '@/domain/guides/guide';
import { guideTextOf } from './guide-text';
import { guides } from './guides';

describe.each(guides)('the guide $key', (guide) => {
  const [vi, en] = [guideTextOf(guide, 'vi'), guideTextOf(guide, 'en')];

  test('says the same in both languages, part by part', () => {
    for (const part of ['needs', 'steps', 'troubles'] as const) expect(en[part].length, part).toBe(vi[part].length);
    expect(vi.steps.length).toBeGreaterThanOrEqual(5);
    expect(vi.steps.length).toBe(guide.drawings.length);
  });

  test('has every word, and short ones: a step is read at one glance', () => {
    for (const { title, summary, introduction, needs, steps, troubles } of [vi, en]) {
      expect([title, summary, introduction, ...needs].every((words) => /\S/.test(words))).toBe(true);
      for (const { title, body } of [...steps, ...troubles]) {
        expect(title).toMatch(/\S/);
        expect(body).toMatch(/\S/);
        expect(body.length, title).toBeLessThan(240);
      }
    }
  });

  test('no two of its steps look the same', () => {
    const looks = guide.drawings.map(({ screen, beside }) => `${screen} ${beside}`);
    expect(new Set(looks).size).toBe(looks.length);
    for (const { screen, beside } of guide.drawings) {
      expect(screens).toContain(screen);
      expect(besides).toContain(beside);
    }
  });
});

test('there are eight, each under an address and a topic of its own', () => {
  expect(guides).toHaveLength(8);
  expect(new Set(guides.flatMap(({ slugs }) => [slugs.vi, slugs.en])).size).toBe(16);
  expect(new Set(guides.map(({ topicCodes }) => topicCodes[0])).size).toBe(8);
});
