import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import { writeSensitive } from '@/domain/consents/sensitive/sensitive-commands';
import { addDays, monthStart, startOf, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { createCourse, createEnrolment } from '@/test/factories/trainings';
import { type Attended, makeAttended, makeOutcomeStage, type OutcomeStage, tap } from '@/test/stages/outcomes';
import { makeViewer, type TestUnit } from '@/test/union';
import { countPriorityGroups } from './priority-commands';
import type { PriorityRow, PriorityTables } from './taught';

let stage: OutcomeStage;
/** 14 women, of whom one withdrew her consent and ten of the others come from remote areas; all are elderly. */
let longHung: Attended;
/** 26 women in another course, where 26 more were; 16 of these are elderly, of whom one came to Long Hưng too. */
let trangDai: Attended;
const year = Number(monthStart(today(), -1).slice(0, 4));

beforeAll(async () => {
  stage = await makeOutcomeStage();
  await createConsentText(db, 'sensitive_data');
  longHung = await lastMonth(stage.union.khuPho5, stage.course.id, 14);
  const selling = await createCourse(db, { title: 'Mua bán trên mạng' });
  trangDai = await lastMonth(stage.union.ongHuong, selling.id, 26);
  await lastMonth(stage.union.ongHuong, selling.id, 26);
  for (const [at, { personId }] of longHung.women.entries())
    await seal(stage.official, personId, at < 11 ? ['elderly', 'remote_area'] : ['elderly']);
  for (const { personId } of trangDai.women.slice(0, 16)) await seal(stage.elsewhere, personId, ['elderly']);
  await withdraw(longHung.women[0]?.personId);
  const both = await createEnrolment(db, longHung, { id: trangDai.women[0]?.personId ?? '' }, 15);
  await tap(stage.device, longHung, both, 'present');
});

/** A session of the last month that was held, with so many women who agree to be counted. */
async function lastMonth(unit: TestUnit, courseId: string, count: number): Promise<Attended> {
  const session = await makeAttended(stage, { unit, held: true, marks: Array(count).fill('present') });
  const day = addDays(monthStart(today(), -1), days++);
  const [startsAt, endsAt] = [startOf(day), startOf(addDays(day, 1))];
  await db.sessionTrainer.deleteMany({ where: { sessionId: session.id } });
  await db.session.update({ where: { id: session.id }, data: { startsAt, endsAt, courseId }, select: { id: true } });
  for (const { personId } of session.women) await createConsent(db, { id: personId }, 'sensitive_data');
  return session;
}

let days = 0;

const seal = (viewer: Viewer, personId: string, values: string[]) =>
  writeSensitive(viewer, { personId, field: 'priority_groups', values, version: 0 });
const withdraw = (id = '') =>
  createConsent(db, { id }, 'sensitive_data', { answer: 'withdrawn', at: new Date().toISOString() });

async function counted(viewer: Viewer): Promise<PriorityTables> {
  const result = await countPriorityGroups(viewer, { year });
  return result.ok ? result.value : expect.unreachable();
}
/** The counts told of the elderly and of remote areas; of the other groups none is. */
function told(counts: PriorityRow['counts'] = []) {
  const [elderly, remote] = [priorityGroups.indexOf('elderly'), priorityGroups.indexOf('remote_area')];
  expect(counts.filter((_, at) => at !== elderly && at !== remote)).toEqual(Array(5).fill(null));
  return [counts[elderly], counts[remote]];
}

describe('priority groups', () => {
  test('are counted in tens of those who agree, with one line in the trail that tells no one’s', async () => {
    const { communes, topics, until } = await counted(stage.official);
    expect(communes).toMatchObject([{ name: 'Long Hưng', people: 14, consenting: 10 }]);
    expect(told(communes[0]?.counts)).toEqual([10, 10]);
    expect([topics, until]).toEqual([null, addDays(monthStart(today()), -1)]);
    const trail = await db.auditEntry.findMany({
      where: { action: 'countPriorityGroups' },
      select: { verb: true, change: true },
      take: 5,
    });
    expect(trail).toEqual([{ verb: 'read', change: { year, opened: 13 } }]);
  });

  test('by course too for who sees the whole province; a woman who came in two communes is one in all', async () => {
    const { communes, topics, total } = await counted(stage.province);
    expect(communes.map(({ name, people }) => [name, people])).toEqual([
      ['Long Hưng', 15],
      ['Trảng Dài', 52],
    ]);
    expect(communes.map(({ counts }) => told(counts))).toEqual([
      [10, 10],
      [10, null],
    ]);
    // 13 and 16 different women
    expect(told(total)).toEqual([20, 10]);
    // courses of fewer than fifty who agree stand together, last; nobody from a remote area learned to sell
    expect(topics?.map(({ name, people, consenting }) => [name, people, consenting])).toEqual([
      ['Mua bán trên mạng', 52, 50],
      ['', 15, 10],
    ]);
    expect(topics?.map(({ counts }) => told(counts))).toEqual([
      [10, null],
      [10, null],
    ]);
  });

  test('of nine it is told that they are fewer than ten, as it is of none', async () => {
    await withdraw(longHung.women[1]?.personId);
    const { communes, total } = await counted(stage.official);
    expect([told(communes[0]?.counts), told(total)]).toEqual([
      [10, null],
      [10, null],
    ]);
  });

  test('by those alone who may see sensitive fields and figures, within both; the neighbour her own commune', async () => {
    for (const viewer of [stage.head, stage.trainer, await makeViewer('viewer', stage.union.longHung)])
      expect(await countPriorityGroups(viewer, { year })).toEqual({ ok: false, problem: 'not-found' });
    expect((await counted(stage.elsewhere)).communes.map(({ name }) => name)).toEqual(['Trảng Dài']);
    expect(await countPriorityGroups(stage.province, { year: 2025 })).toEqual({ ok: false, problem: 'nobody-reached' });
  });
});
