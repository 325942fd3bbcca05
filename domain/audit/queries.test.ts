import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { AuditDraft } from '@/domain/audit-draft';
import { record, recordAll } from '@/domain/audit-writes';
import { firstIdAt } from '@/domain/id';
import { seePhone } from '@/domain/people/phones/phone-commands';
import { db, transaction } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import type { AuditFilter } from './audit';
import { listAuditEntries } from './queries';

let union: TestUnion;
let province: Viewer;
let official: Viewer;
let her: string;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  her = (await createMember(db, union.khuPho5, { name: 'Đoàn Thị Được Xem', phone: '+84912345678' })).id;
});

const write = (viewer: Viewer, draft: Partial<AuditDraft>) =>
  transaction((tx) => record(tx, viewer, { verb: 'changed', action: 'editPerson', subjectType: 'person', ...draft }));
const actions = async (filter: AuditFilter, viewer = province) =>
  (await listAuditEntries(viewer, filter)).entries.map(({ action }) => action);

describe('who looked at her', () => {
  test('is answered with names: who, whom, where, when; what was changed stands apart', async () => {
    expect(await seePhone(official, { personId: her })).toMatchObject({ ok: true });
    await write(official, { subjectId: her, unitId: union.khuPho5.id });
    const { entries } = await listAuditEntries(province, { personId: her, kind: 'looks' });
    expect(entries).toMatchObject([
      {
        action: 'seePhone',
        actor: { id: official.accountId, name: official.displayName },
        subject: { id: her, name: 'Đoàn Thị Được Xem' },
        unitName: 'Khu phố 5',
      },
    ]);
    expect(await actions({ personId: her })).toEqual(['editPerson', 'seePhone']);
    expect(await actions({ personId: her, kind: 'access' })).toEqual([]);
    expect(await actions({ personId: nothing })).toEqual([]);
    expect(await actions({ personId: 'x' })).toEqual([]);
  });

  test('also on a record merged into hers and in her pairs, never of another woman', async () => {
    const absorbed = await makeMember(union.to1);
    const learner = await makeMember(union.to1);
    const pair = await createPair(db, union.khuPho5, { id: her }, { id: learner });
    await write(official, { subjectId: absorbed, action: 'markSkill' });
    await write(official, { subjectId: pair.id, subjectType: 'pair', action: 'addGoal' });
    expect(await actions({ personId: her, kind: 'changes' })).toEqual(['addGoal', 'editPerson']);
    await db.person.update({ where: { id: absorbed }, data: { mergedIntoId: her }, select: { id: true } });
    expect(await actions({ personId: her, kind: 'changes' })).toEqual(['addGoal', 'markSkill', 'editPerson']);
    expect(await actions({ personId: learner })).toEqual(['addGoal']);
  });

  test('for those who see the whole trail alone; a woman is named only to who may see her', async () => {
    for (const viewer of [official, await makeViewer('viewer', union.province)])
      expect(await actions({ personId: her }, viewer)).toEqual([]);
    const administrator = await makeViewer('system_administrator', union.province);
    const { entries } = await listAuditEntries(administrator, { personId: her, kind: 'looks' });
    expect(entries).toMatchObject([{ action: 'seePhone', subject: null }]);
  });
});

describe('the trail is narrowed', () => {
  test('by account, by unit with all below it, by actions; an action that is none finds nothing', async () => {
    const other = await makeViewer('commune_official', union.trangDai);
    await write(other, { action: 'renameUnit', subjectType: 'unit', unitId: union.to1.id });
    const mine = { accountId: other.accountId };
    expect(await actions(mine)).toEqual(['renameUnit']);
    for (const unit of [union.to1, union.khuPho5, union.longHung, union.province])
      expect(await actions({ ...mine, unitId: unit.id }), unit.id).toEqual(['renameUnit']);
    for (const unit of [union.khuPho6, union.trangDai])
      expect(await actions({ ...mine, unitId: unit.id }), unit.id).toEqual([]);
    expect(await actions({ ...mine, unitId: nothing })).toEqual([]);
    expect(await actions({ ...mine, actions: ['renameUnit', 'closeUnit'] })).toEqual(['renameUnit']);
    expect(await actions({ ...mine, actions: ['closeUnit'] })).toEqual([]);
    expect(await actions({ ...mine, actions: [] })).toEqual([]);
  });

  test('by days of Viet Nam, the last one whole', async () => {
    const actorId = (await makeViewer('editor', union.province)).accountId;
    const line = (at: Date, action: string) => ({
      id: firstIdAt(at),
      at,
      actorId,
      verb: 'changed',
      action,
      subjectType: 'article',
    });
    await db.auditEntry.createMany({
      data: [
        line(new Date('2026-03-07T16:59:59Z'), 'before'),
        line(new Date('2026-03-07T17:00:00Z'), 'first'),
        line(new Date('2026-03-09T16:59:59Z'), 'last'),
        line(new Date('2026-03-09T17:00:00Z'), 'behind'),
      ],
    });
    const mine = { accountId: actorId };
    expect(await actions({ ...mine, from: '2026-03-08', to: '2026-03-09' })).toEqual(['last', 'first']);
    expect(await actions({ ...mine, from: '2026-03-08' })).toEqual(['behind', 'last', 'first']);
    expect(await actions({ ...mine, to: '2026-03-09' })).toEqual(['last', 'first', 'before']);
  });

  test('page behind page, each line once', async () => {
    const { accountId } = await makeViewer('editor', union.province);
    const drafts = Array.from({ length: 120 }, (_, at) => ({
      verb: 'changed' as const,
      action: 'editArticle' as const,
      subjectType: 'article' as const,
      change: { number: at },
    }));
    await transaction((tx) => recordAll(tx, { accountId }, drafts));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { entries, next } = await listAuditEntries(province, { accountId, after });
      seen.push(...entries.map(({ id }) => id));
      after = next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect([...seen].sort().reverse()).toEqual(seen);
  });
});
