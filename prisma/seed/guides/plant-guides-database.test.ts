import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPublishedArticles } from '@/domain/articles/queries';
import { env } from '@/domain/ground/env';
import { findPublishedGuide } from '@/domain/guides/queries';
import { db } from '@/prisma/client';
import { createProvince } from '@/test/factories/units';
import { guides } from './guides';
import { plantGuides } from './plant-guides';

const client = new pg.Client({ connectionString: env.DATABASE_URL });

beforeAll(async () => {
  await client.connect();
  await createProvince(db);
});
afterAll(() => client.end());

test('a portal is given its guides once, whole and public in both languages, with every rule of the database in force', async () => {
  expect(await plantGuides(client, new Date().toISOString())).toBe(guides.length);
  expect(await plantGuides(client, new Date().toISOString())).toBe(0);
  for (const locale of ['vi', 'en'] as const) {
    const { articles } = await listPublishedArticles(locale, { kind: 'guide', take: 60 });
    expect(articles).toHaveLength(guides.length);
    for (const { id, slug } of articles) {
      const { drawings } = guides.find(({ slugs }) => slugs[locale] === slug) ?? {};
      expect((await findPublishedGuide(locale, id))?.steps.map(({ drawing }) => drawing)).toEqual(drawings);
    }
  }
});
