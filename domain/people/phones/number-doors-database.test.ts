import { beforeAll, describe, expect, test } from 'vitest';
import type { Opening } from '@/domain/audit-draft';
import { addDays, today } from '@/domain/days/day';
import { beginOpening } from '@/domain/opening-writes';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createMember } from '@/test/factories/people';
import { openingOf } from '@/test/opening';
import { ownerReads } from '@/test/owner';
import { makeApproved, makeTrainer, makeTrainingStage } from '@/test/stages/trainings';
import { makeMember, makeViewer, nothing } from '@/test/union';
import { askRows } from './number-queries';
import { maskedPhone } from './phone';

const NUMBER = '+84912345678';
const stage = await makeTrainingStage();
const { union } = stage;
let her: string;
let sessionId: string;
let enrolmentId: string;
let messageId: string;

beforeAll(async () => {
  ({ id: her } = await createMember(db, union.khuPho5, { name: 'Lò Thị Số', phone: NUMBER }));
  const wish = {
    unit: union.longHung,
    courseId: stage.courseId,
    venueId: stage.hall,
    trainerIds: [stage.trainer.personId],
  };
  ({ id: sessionId } = await makeApproved(wish, 3));
  const seat = { sessionId, arrivalNo: 1, seatNo: 1, origin: 'official', state: 'confirmed', personId: her } as const;
  ({ id: enrolmentId } = await db.enrolment.create({ data: seat, select: { id: true } }));
  const told = {
    kind: 'zalo',
    about: 'enrolled',
    locale: 'vi',
    dedupeKey: enrolmentId,
    sessionId,
    enrolmentId,
  } as const;
  ({ id: messageId } = await db.outboxMessage.create({ data: told, select: { id: true } }));
});

/** How many numbers each door gives to whom an entry names. */
const doors: Record<string, (by: string | null) => Promise<number>> = {
  person: async (by) => given(by, await openingOf(by, 'seePhone', { row: her, subjectId: her }), 'numbers_of'),
  members: async (by) => given(by, await listed(by, 'exportPeople', null, her), 'numbers_of'),
  participant: async (by) =>
    given(
      by,
      await openingOf(by, 'seeParticipantPhone', { row: enrolmentId, subjectId: her }),
      'participant_numbers_of',
    ),
  participants: async (by) =>
    given(by, await listed(by, 'exportParticipants', sessionId, enrolmentId), 'participant_numbers_of'),
  message: async (by) =>
    given(by, await openingOf(by, 'seePhone', { row: messageId, subjectId: her }), 'message_numbers_of'),
  own: async (by) => given(by, await openingOf(by, 'exportOwnData', { subjectId: her }), 'own_numbers_of'),
};
async function listed(by: string | null, action: string, subjectId: string | null, row: string) {
  const opening = await openingOf(by, action, { rows: 1, subjectId });
  await askRows(opening, [row]);
  return opening;
}
type Given = { phone: string }[];
async function given(by: string | null, { entryId, key }: Opening, door: string, tx: Transaction = db) {
  const entry = door === 'message_numbers_of' ? [entryId] : entryId;
  const type = door === 'message_numbers_of' ? 'uuid[]' : 'uuid';
  const rows = await tx.$queryRawUnsafe<Given>(
    `SELECT phone FROM app.${door}($1::uuid, $2::${type}, $3::bytea)`,
    by,
    entry,
    key,
  );
  return rows.filter(({ phone }) => phone === NUMBER).length;
}
const open = async (by: string | null) => {
  const counts = await Promise.all(
    Object.entries(doors).map(async ([name, ask]) => ((await ask(by)) > 0 ? [name] : [])),
  );
  return counts.flat().sort();
};
const ALL = Object.keys(doors).sort();

describe('the doors of numbers', () => {
  test('open to who keeps her record and to the province; a head reads of her members, a trainer of whom she tells', async () => {
    const { longHung, khuPho5, province } = union;
    expect(await open((await makeViewer('commune_official', longHung)).accountId)).toEqual(ALL);
    expect(await open((await makeViewer('province_official', province)).accountId)).toEqual(ALL);
    expect(await open((await makeViewer('sub_association_head', khuPho5)).accountId)).toEqual([
      'members',
      'message',
      'person',
    ]);
    expect(await open(stage.trainer.accountId)).toEqual(['message']);
  });

  test('stay shut to everybody else', async () => {
    const { longHung, trangDai, khuPho6, province } = union;
    const others = await Promise.all([
      makeViewer('commune_official', trangDai),
      makeViewer('viewer', longHung),
      makeViewer('editor', longHung),
      makeViewer('sub_association_head', khuPho6),
      makeViewer('system_administrator', province),
      makeTrainer(longHung, 'Lê Thị Khác'),
    ]);
    const ended = await createAccountWithRole(db, 'commune_official', [longHung], { to: addDays(today(), -1) });
    const disabled = await createAccountWithRole(db, 'commune_official', [longHung]);
    await db.account.update({ where: { id: disabled.id }, data: { disabledAt: new Date() }, select: { id: true } });
    for (const by of [...others.map(({ accountId }) => accountId), ended.id, disabled.id, nothing, null])
      expect(await open(by), `${by}`).toEqual([]);
  });

  test('open for whom the entry names, and to none of a transaction that may be taken back', async () => {
    const by = (await makeViewer('commune_official', union.longHung)).accountId;
    const other = await makeMember(union.khuPho5, 'Một Người Khác');
    const another = { row: her, subjectId: other };
    expect(await given(by, await openingOf(by, 'seePhone', another), 'numbers_of')).toBe(0);
    const inside = transaction(async (tx) => {
      const draft = { verb: 'read', action: 'seePhone', subjectType: 'person', subjectId: her } as const;
      const opening = await beginOpening(tx, { accountId: by }, draft, her);
      expect(await given(by, opening, 'numbers_of', tx)).toBe(0);
      throw new Error('taken back');
    });
    await expect(inside).rejects.toThrow('taken back');
  });
});

describe('a number that is written', () => {
  const kept = async (id: string) =>
    (await ownerReads<{ phone: string }>('SELECT phone FROM app.number WHERE row_id = $1', [id]))[0]?.phone;
  const shown = async (id: string) =>
    (await db.person.findUniqueOrThrow({ where: { id }, select: { phone: true } })).phone;

  test('stands masked in its table, the same as the portal masks it; written again as it was read it stays', async () => {
    const { id } = await createMember(db, union.khuPho5, { name: 'Lò Thị Che', phone: '+84387654321' });
    expect(await shown(id)).toBe(maskedPhone('+84387654321'));
    await db.person.update({ where: { id }, data: { phone: await shown(id), address: 'Ấp 3' }, select: { id: true } });
    expect(await kept(id)).toBe('+84387654321');
    const another = db.person.update({ where: { id }, data: { phone: maskedPhone(NUMBER) }, select: { id: true } });
    await expect(another).rejects.toThrow(/whole number/);
    await db.person.update({ where: { id }, data: { phone: null }, select: { id: true } });
    expect([await shown(id), await kept(id)]).toEqual([null, undefined]);
  });

  test('is found in no column that the portal reads, and masked whatever is set aside', async () => {
    const columns = await db.$queryRaw<{ tab: string; name: string }[]>`
      SELECT c.oid::regclass::text AS tab, quote_ident(a.attname) AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'm') AND c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace, 'derived'::regnamespace)
        AND has_column_privilege(c.oid, a.attnum, 'SELECT') AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)`;
    expect(columns.length).toBeGreaterThan(200);
    const looks = columns.map(
      ({ tab, name }) => `SELECT '${tab}.${name}' AS place FROM ${tab} WHERE ${name}::text LIKE '%912345678%'`,
    );
    const found = await db.$queryRawUnsafe<{ place: string }[]>(looks.join(' UNION '));
    expect(found.map(({ place }) => place)).toEqual([]);
    const replica = 'SET session_replication_role = replica';
    await ownerReads(
      `${replica}; INSERT INTO person (id, full_name, phone, keeper_unit_id) VALUES (app.uuid7(), 'Lò Thị Bản', '+84355554444', '${union.khuPho5.id}')`,
    );
    const row = await db.person.findFirstOrThrow({ where: { fullName: 'Lò Thị Bản' }, select: { phone: true } });
    expect(row.phone).toBe('03•• ••• 444');
  });
});
