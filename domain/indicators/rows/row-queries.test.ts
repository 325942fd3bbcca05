import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { createCourse, createEnrolment, createSession } from '@/test/factories/trainings';
import { asOwner, makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { makeViewer, nothing } from '@/test/union';
import { type IndicatorCode, indicatorCodes } from '../indicator';
import { findIndicator } from '../queries';
import { hasRows, rowKindOf } from './row';
import { listIndicatorRows } from './row-queries';

const DAYS: readonly Day[] = ['2026-03-31', '2026-09-30', today()];
const listed = indicatorCodes.filter((code) => rowKindOf(code) !== null);
let stage: Awaited<ReturnType<typeof makeIndicatorStage>>;
let city: Viewer;
beforeAll(async () => {
  stage = await makeIndicatorStage();
  city = await makeViewer('province_official', stage.province);
  await stayAway();
});

/** A member who was to come to a class that was held, and did not. */
async function stayAway(): Promise<void> {
  const [person, course] = [await createMember(db, stage.tied), await createCourse(db)];
  const [startsAt, endsAt] = ['2026-02-12T08:00:00+07:00', '2026-02-12T09:00:00+07:00'];
  const session = await createSession(db, { course, unit: stage.tied, startsAt, endsAt, state: 'held' });
  const enrolment = await createEnrolment(db, session, person, 1);
  await asOwner(
    `INSERT INTO attendance (enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival) VALUES ($1, $2, $3, 'absent', 1, false, 1)`,
    [enrolment.id, session.id, person.id],
  );
}

async function countedIn(viewer: Viewer, code: IndicatorCode, unitId: string, day: Day): Promise<number | null> {
  const found = await findIndicator(viewer, { code, unitId, day, trend: [] });
  return found?.figure.done ?? null;
}
async function rowsIn(viewer: Viewer, code: IndicatorCode, unitId: string, day: Day) {
  return (await listIndicatorRows(viewer, { code, unitId, day }))?.rows ?? null;
}

describe('the rows behind a figure', () => {
  test('are as many as it counts, each once, in every commune and unit of it and on each day', async () => {
    let rowsSeen = 0;
    for (const code of listed)
      for (const day of DAYS)
        for (const unitId of [stage.an.id, stage.binh.id, stage.tied.id, stage.moved.id]) {
          const [rows, done] = [await rowsIn(city, code, unitId, day), await countedIn(city, code, unitId, day)];
          const ids = (rows ?? []).map(({ id }) => id);
          expect(new Set(ids).size, `${code} ${day}`).toBe(ids.length);
          expect(ids.length, `${code} ${day} ${unitId}`).toBe(done ?? 0);
          rowsSeen += ids.length;
        }
    expect(rowsSeen).toBeGreaterThan(30);
  });

  test('of models are those of the whole city too; women are listed commune by commune', async () => {
    for (const code of listed) {
      const rows = await rowsIn(city, code, stage.province.id, '2026-09-30');
      if (rowKindOf(code) === 'model')
        expect(rows?.length, code).toBe((await countedIn(city, code, stage.province.id, '2026-09-30')) ?? 0);
      else expect(rows, code).toBeNull();
      expect(hasRows(code, { level: 'province' }), code).toBe(rows !== null);
    }
  });

  test('have the names of what she may open, and go on behind the last one', async () => {
    const official = await makeViewer('commune_official', stage.an);
    const [first] = (await rowsIn(official, 'members', stage.an.id, today())) ?? [];
    expect(first).toMatchObject({ kind: 'person', name: expect.any(String) });
    const all = (await rowsIn(official, 'members', stage.an.id, today())) ?? [];
    const asked = { code: 'members' as const, unitId: stage.an.id, day: today() };
    const rest = await listIndicatorRows(official, { ...asked, after: first?.id });
    expect(rest?.rows.map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id));
  });

  test('are told to nobody beyond the reach of her place, nor without the right to see them', async () => {
    const neighbour = await makeViewer('commune_official', stage.binh);
    const editor = await makeViewer('editor', stage.province);
    for (const code of listed) {
      expect(await rowsIn(neighbour, code, stage.an.id, today()), code).toBeNull();
      expect(await rowsIn(city, code, nothing, today()), code).toBeNull();
      if (rowKindOf(code) === 'person') expect(await rowsIn(editor, code, stage.an.id, today()), code).toBeNull();
    }
    for (const code of indicatorCodes.filter((each) => rowKindOf(each) === null))
      expect(await rowsIn(city, code, stage.an.id, today()), code).toBeNull();
  });

  test('keep what has left her reach since, without its name', async () => {
    const official = await makeViewer('commune_official', stage.an);
    for (const code of listed)
      for (const day of DAYS) {
        const [hers, all] = [
          await rowsIn(official, code, stage.an.id, day),
          await rowsIn(city, code, stage.an.id, day),
        ];
        expect(
          hers?.map(({ id }) => id),
          code,
        ).toEqual(all?.map(({ id }) => id));
      }
  });
});
