import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createOffice } from '@/test/factories/people';
import { createCourse, createSession } from '@/test/factories/trainings';
import { HER } from '@/test/stages/her';
import { makeWomanOfManyRows } from '@/test/stages/own-data/own-data';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findConsentPerson, listConsents } from '../consent-queries';
import { findOwnData } from '../own-data/own-data-queries';
import { writeSensitive } from '../sensitive/sensitive-commands';
import type { EraseInput } from './erasure';
import { erasePerson } from './erasure-commands';
import { findObstacles } from './erasure-queries';

const NAME = 'Phan Thị Xin Xóa';
let union: TestUnion;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const versionOf = async (id: string) =>
  (await db.person.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
const asked = async (personId: string, more: Partial<EraseInput> = {}): Promise<EraseInput> => ({
  personId,
  version: await versionOf(personId),
  name: NAME,
  reason: 'asked',
  askedOn: today(),
  ...more,
});

/** Where one of these words still stands: every column of text, list or json of every table, by its name. */
async function placesOf(words: readonly string[]): Promise<string[]> {
  const columns = await db.$queryRaw<{ tab: string; col: string }[]>`
    SELECT c.table_name AS tab, c.column_name AS col
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'json', 'jsonb', 'ARRAY', 'character varying')`;
  const looking = columns.map(
    ({ tab, col }) =>
      `SELECT '${tab}.${col}' AS place WHERE EXISTS (SELECT FROM "${tab}", unnest($1::text[]) w
         WHERE app.search_key("${col}"::text) LIKE '%' || app.search_key(w) || '%')`,
  );
  const rows = await db.$queryRawUnsafe<{ place: string }[]>(looking.join(' UNION ALL '), words);
  return rows.map(({ place }) => place).sort();
}

/** Everything counted: members of each month's day, coverage of two days, attendance, pairs, sign-ups, consents. */
async function figures() {
  const [rows, coverage] = await Promise.all([
    db.$queryRaw`SELECT
      (SELECT count(DISTINCT person_id)::int FROM membership WHERE app.active_on(valid_from, valid_to, '2026-10-31')) AS members_october,
      (SELECT count(DISTINCT person_id)::int FROM membership WHERE app.active_on(valid_from, valid_to, '2025-12-31')) AS members_december,
      (SELECT count(*)::int FROM attendance WHERE mark = 'present') AS present, (SELECT count(*)::int FROM enrolment) AS sign_ups,
      (SELECT count(*)::int FROM pair) AS pairs, (SELECT count(*)::int FROM consent) AS consents, (SELECT count(*)::int FROM person) AS people,
      (SELECT count(*)::int FROM certificate) AS certificates, (SELECT sum(minutes)::int FROM pair_contact) AS minutes`,
    Promise.all(
      ['2025-10-15', '2026-03-15'].map(
        (day) => db.$queryRaw`SELECT * FROM app.coverage(${day}::date) ORDER BY commune_id, level`,
      ),
    ),
  ]);
  return { rows, coverage };
}

describe('erasing a woman', () => {
  test('leaves her name, phone and address nowhere in the database, and every count as it was', async () => {
    const { id, absorbedId } = await makeWomanOfManyRows(union);
    await writeSensitive(official, { personId: id, field: 'religion', values: ['không'], version: 0 });
    const before = await figures();
    expect((await placesOf(Object.values(HER))).length).toBeGreaterThan(20);

    expect(await erasePerson(official, await asked(id, { name: 'quàng thị  xuyến lạ' }))).toMatchObject({ ok: true });

    expect(await placesOf(Object.values(HER))).toEqual([]);
    expect(await figures()).toEqual(before);
    expect(await db.sensitiveField.count({ where: { personId: id } })).toBe(0);
    const rows = await db.person.findMany({ where: { id: { in: [id, absorbedId] } }, take: 2 });
    for (const row of rows) expect(row).toMatchObject({ fullName: null, birthYear: null, phone: null, languages: [] });
    expect(await db.membership.findFirst({ where: { personId: id } })).toMatchObject({
      endReason: 'erased',
      validTo: new Date(`${today()}T00:00:00Z`),
    });
    expect(await db.erasure.count({ where: { personId: id, doneById: official.accountId } })).toBe(1);
    expect(await db.consent.count({ where: { personId: id } })).toBe(3);
  });

  test('leaves nothing that runs or can be signed in with, and frees the seat she held', async () => {
    const { id } = await makeWomanOfManyRows(union);
    await erasePerson(official, await asked(id, { name: HER.name }));
    const account = await db.account.findFirstOrThrow({ where: { personId: id } });
    expect(account).toMatchObject({ passwordHash: null, phone: null, displayName: '—' });
    expect(account.disabledAt).not.toBeNull();
    expect(await db.invitation.count({ where: { personId: id, expiresAt: { gt: new Date() } } })).toBe(0);
    const enrolments = await db.enrolment.findMany({ where: { personId: id }, orderBy: { createdAt: 'asc' }, take: 9 });
    expect(enrolments.map(({ state }) => state).sort()).toEqual(['cancelled', 'confirmed']);
    expect(enrolments.filter(({ seatNo }) => seatNo)).toHaveLength(1); // of the session that was
    expect(await db.modelMember.count({ where: { personId: id, validTo: null } })).toBe(0);
    expect(await db.personRequest.count({ where: { personId: id, closedAt: null, answer: null } })).toBe(0);
  });

  test('after it she is found by nobody, and the trail says that it was done and not who she was', async () => {
    const id = await makeMember(union.khuPho5, NAME);
    const input = await asked(id);
    expect((await erasePerson(official, input)).ok).toBe(true);
    expect(await findConsentPerson(official, id)).toBeNull();
    expect(await listConsents(official, id)).toBeNull();
    expect(await findOwnData(official, id)).toBeNull();
    expect(await erasePerson(official, input)).toEqual({ ok: false, problem: 'not-found' });
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id, action: 'erasePerson' }, take: 2 });
    expect(entry).toMatchObject({ change: { reason: 'asked', askedOn: today(), records: 1 } });
  });

  test('needs her name typed, a day that is not to come, and the record as it was looked at', async () => {
    const id = await makeMember(union.khuPho5, NAME);
    const refused = async (more: Partial<EraseInput>) => {
      const result = await erasePerson(official, await asked(id, more));
      return result.ok ? 'done' : result.problem;
    };
    expect(await refused({ name: 'Phan Thị Xin' })).toBe('name-differs');
    expect(await refused({ name: 'Phan Thi Xin Xoa' })).toBe('name-differs');
    expect(await refused({ askedOn: addDays(today(), 1) })).toBe('day-ahead');
    expect(await refused({ version: 99 })).toBe('changed-meanwhile');
    const input = await asked(id);
    const both = await Promise.all([erasePerson(official, input), erasePerson(official, input)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.erasure.count({ where: { personId: id } })).toBe(1);
  });

  test('waits until titles, pairs, boards, sessions and roles of hers are in other hands; a public story of hers waits for nobody', async () => {
    const person = { id: await makeMember(union.khuPho5, NAME) };
    expect(await findObstacles(official, person.id)).toEqual([]);
    const family = await createModel(db, union.khuPho5);
    await createOffice(db, union.khuPho5, person, 'sub_association_deputy');
    await createPair(db, union.khuPho5, person, { id: await makeMember(union.khuPho5) });
    await joinModel(db, family, person, { office: 'head' });
    const days = { startsAt: '2027-05-01T14:00:00+07:00', endsAt: '2027-05-01T16:00:00+07:00' };
    await createSession(db, { course: await createCourse(db), unit: union.khuPho5, trainers: [person], ...days });
    const author = await createAccountWithRole(db, 'trainer', [union.longHung], { person });
    const approver = { id: official.accountId };
    const article = await createArticle(db, { unit: union.longHung, author, approver, kind: 'story' });
    await db.article.update({ where: { id: article.id }, data: { subjectPersonId: person.id }, select: { id: true } });
    expect((await findObstacles(official, person.id))?.map(({ name }) => name)).toEqual([
      'office-held',
      'pair-live',
      'board-seat-held',
      'training-ahead',
      'role-held',
    ]);
    expect(await erasePerson(official, await asked(person.id))).toEqual({
      ok: false,
      problem: 'not-yet',
      detail: { count: '5' },
    });
    expect(await findConsentPerson(official, person.id)).toMatchObject({ name: NAME });
  });

  test('waits for a pair that is announced, and for none that was taken back before it began', async () => {
    const person = { id: await makeMember(union.khuPho5) };
    const from = addDays(today(), 30);
    const { id } = await createPair(db, union.khuPho5, person, { id: await makeMember(union.khuPho5) }, { from });
    expect(await findObstacles(official, person.id)).toEqual([{ name: 'pair-live', count: 1 }]);
    await db.pair.update({ where: { id }, data: { validTo: new Date(from) }, select: { id: true } });
    expect(await findObstacles(official, person.id)).toEqual([]);
  });

  test('is done by who keeps her record alone: not by head, reader or the neighbour she also belongs to', async () => {
    const id = await makeMember(union.khuPho5, NAME);
    await db.membership.create({
      data: { personId: id, unitId: union.ongHuong.id, validFrom: new Date('2026-01-01') },
      select: { id: true },
    });
    for (const [role, unit] of [
      ['sub_association_head', union.khuPho5],
      ['viewer', union.longHung],
      ['commune_official', union.trangDai],
      ['system_administrator', union.province],
    ] as const) {
      const viewer = await makeViewer(role, unit);
      expect(await erasePerson(viewer, await asked(id))).toEqual({ ok: false, problem: 'not-found' });
      expect(await findObstacles(viewer, id)).toBeNull();
    }
    expect(await erasePerson(official, { ...(await asked(id)), personId: nothing })).toMatchObject({
      problem: 'not-found',
    });
    expect((await db.person.findUniqueOrThrow({ where: { id } })).fullName).toBe(NAME);
  });
});
