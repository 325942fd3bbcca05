import { expect, test } from 'vitest';
import { courses } from './courses';
import { skills } from './skills';

const topics = [
  'ai-in-union-work',
  'vneid',
  'online-public-services',
  'cashless-payment',
  'scams-and-safety',
  'ai-tools',
  'business-online',
  'ocop',
  'verified-information',
];

test('the nine courses of the campaign are there from the start, whole in both languages and with known skills', () => {
  expect(courses.map(({ code }) => code)).toEqual(expect.arrayContaining(topics));
  for (const { code, vi, en, skills: tags, minutes } of courses) {
    for (const { title, description, slug } of [vi, en]) {
      expect(title.length, code).toBeGreaterThan(3);
      expect(description.length, code).toBeGreaterThan(40);
      expect(slug, code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    expect(Boolean(vi.preconditions), code).toBe(Boolean(en.preconditions));
    expect(minutes % 30, code).toBe(0);
    for (const tag of tags) expect(skills.map((skill) => skill.code)).toContain(tag);
  }
  for (const locale of ['vi', 'en'] as const)
    expect(new Set(courses.map((course) => course[locale].slug)).size).toBe(courses.length);
});
