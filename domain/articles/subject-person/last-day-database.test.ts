import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { another, bringOut, submitted, versionOf, writing } from '@/test/stages/articles';
import { answers, begin, draftedOn, outOf, publishedOn, unname } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { settleSubjectPersons } from './settle-commands';
import { findEndedStories, findSubjectPerson } from './subject-person-queries';

let union: TestUnion;
let official: Viewer;
let reader: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  reader = await makeViewer('viewer', union.longHung);
});

const both = { live: 2, planned: 0 };
const nothing = { live: 0, planned: 0 };
const published = async (lastDay?: Day) => {
  const personId = await makeMember(union.khuPho5);
  const id = await publishedOn(official, personId, writing(union.longHung));
  if (lastDay) await answers(official, personId, 'given', { lastDay });
  return { id, personId };
};
const settled = async () => {
  const told: string[] = [];
  await settleSubjectPersons(undefined, (gone) => told.push(...gone.map(({ id }) => id)));
  return told;
};

/** So many days later, as the database counts them. */
async function daysLater(days: number): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(`CREATE OR REPLACE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + ${days}`);
  await owner.end();
}
afterEach(() => daysLater(0));

describe('a yes with a last day', () => {
  test('keeps a story public to the end of it; then the clock ends it though nobody looks, and others stay', async () => {
    const [last, longer, endless] = [await published(today()), await published(addDays(today(), 1)), await published()];
    const anew = await published(today());
    await answers(official, anew.personId, 'given');
    const unnamed = await published();
    await begin(official, unnamed.id);
    await unname(official, unnamed.id);
    await bringOut(official, unnamed.id);
    await answers(official, unnamed.personId, 'given', { lastDay: today() });
    const all = [last, longer, endless, anew, unnamed];
    const outs = () => Promise.all(all.map(({ id }) => outOf(id)));
    expect(await settled()).toEqual([]);
    expect(await outs()).toEqual([both, both, both, both, both]);
    await daysLater(1);
    expect(await settled()).toEqual([last.id]);
    expect(await outs()).toEqual([nothing, both, both, both, both]);
    expect((await findEndedStories(official)).first).toMatchObject({ id: last.id, stays: null });
    await daysLater(2);
    expect(await settled()).toEqual([longer.id]);
  });

  test('is read with the day by who writes the story, by others not; an answer without one says none', async () => {
    const { id, personId } = await published(addDays(today(), 9));
    expect(await findSubjectPerson(official, id)).toMatchObject({ agrees: true, lastDay: addDays(today(), 9) });
    expect(await findSubjectPerson(reader, id)).toMatchObject({ agrees: null, lastDay: null });
    await answers(official, personId, 'given');
    expect(await findSubjectPerson(official, id)).toMatchObject({ agrees: true, lastDay: null });
  });

  test('that lies before the hour of a planned story takes the hour back as it is written down; one on that day leaves it', async () => {
    const planned = async (lastDay: Day) => {
      const personId = await makeMember(union.khuPho5);
      await answers(official, personId, 'given');
      const articleId = await submitted(official, await draftedOn(official, personId, writing(union.longHung)));
      const version = await versionOf(official, articleId);
      const hour = { locales: ['vi' as const], day: addDays(today(), 2), time: '07:00' };
      expect(await approveArticle(await another(official), { articleId, version, ...hour })).toMatchObject({
        ok: true,
      });
      await answers(official, personId, 'given', { lastDay });
      return outOf(articleId);
    };
    expect(await planned(addDays(today(), 1))).toEqual(nothing);
    expect(await planned(addDays(today(), 2))).toEqual({ live: 0, planned: 1 });
  });
});
