import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { makeStaff, makeUnion, nothing, type TestUnion } from '@/test/union';
import { sayNotSame } from './duplicates/duplicate-commands';
import { listLikelyPairs } from './duplicates/duplicate-list-queries';
import { seePhone } from './phones/phone-commands';
import { type NewPersonInput, newPersonInput } from './record';
import { recordPerson } from './record-commands';
import { findPerson } from './record-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let head: Viewer;
let otherHead: Viewer;
let reader: Viewer;
let trainer: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  ({ official, neighbour, head, otherHead, reader, trainer } = await makeStaff(union));
});

const inputOf = (name: string, more: Record<string, unknown> = {}): NewPersonInput => {
  const fields = { unitId: union.to1.id, name, kind: 'member', from: '2026-01-10', birthYear: '1980', ...more };
  return newPersonInput.parse(fields);
};
async function recorded(by: Viewer, name: string, more: Record<string, unknown> = {}): Promise<string> {
  const result = await recordPerson(by, inputOf(name, more));
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

describe('writing somebody down', () => {
  test('the head of a sub-association records a member of hers; the trail names fields, no values', async () => {
    const id = await recorded(head, 'Ðỗ  Thị Bé', {
      phone: '0912.345.111',
      address: 'Khu phố 5',
      languages: ['vi', 'sti'],
    });
    expect(await findPerson(head, id)).toMatchObject({
      name: 'Đỗ Thị Bé',
      phone: '09•• ••• 111',
      languages: ['vi', 'sti'],
      keeper: { name: 'Tổ 1' },
      memberships: [{ unitName: 'Tổ 1', kind: 'member', to: null, within: 'Khu phố 5, Long Hưng' }],
    });
    const [entry] = await db.auditEntry.findMany({
      where: { subjectId: id },
      select: { action: true, change: true },
      take: 2,
    });
    expect(entry?.action).toBe('recordPerson');
    expect(JSON.stringify(entry)).not.toMatch(/Đỗ|912345111|[":]1980\b/);
  });

  test('a year that is none, and one in which nobody on record can have been born, are refused each for its reason', () => {
    const why = (birthYear: string) => {
      const read = newPersonInput.safeParse({
        unitId: union.to1.id,
        name: 'Đỗ Thị Bé',
        kind: 'member',
        from: today(),
        birthYear,
      });
      return read.success ? null : read.error.issues.map(({ message }) => message);
    };
    expect(why('85')).toEqual(['not-a-year']);
    for (const year of ['1850', today().slice(0, 4)]) expect(why(year)).toEqual(['no-member-year']);
    expect(why('1900')).toBeNull();
  });

  test('nobody records in a unit of another: the neighbour, another head, a reader, a trainer', async () => {
    for (const viewer of [neighbour, otherHead, trainer])
      expect(await recordPerson(viewer, inputOf('Người Lạ'))).toEqual({ ok: false, problem: 'not-found' });
    expect(await recordPerson(reader, inputOf('Người Lạ'))).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await recordPerson(official, inputOf('Người Lạ', { unitId: nothing }))).toMatchObject({
      problem: 'not-found',
    });
    expect(await recordPerson(official, inputOf('Người Lạ', { unitId: union.longHung.id }))).toMatchObject({
      problem: 'member-level',
    });
    expect(await recordPerson(official, inputOf('Người Lạ', { from: addDays(today(), 1) }))).toMatchObject({
      problem: 'from-in-future',
    });
    expect(await db.person.count({ where: { fullName: 'Người Lạ' } })).toBe(0);
  });

  test('who is likely on record already is shown first; said to be another she is saved, and that is remembered', async () => {
    const first = await recorded(official, 'Phạm Thị Hòa', { birthYear: '1975', phone: '0908 111 222' });
    const turned = { birthYear: '1975', phone: '+84 908.111.222' };
    const asked = await recordPerson(official, inputOf('Hoà Phạm Thị', turned));
    expect(asked).toMatchObject({ ok: false, problem: 'likely-same', detail: { ids: first } });
    const candidates = JSON.parse((asked.ok ? '' : asked.detail?.candidates) ?? '');
    expect(candidates).toMatchObject([
      { person: { id: first, unitName: 'Tổ 1, Khu phố 5' }, reasons: ['same-phone', 'turned-name', 'same-year'] },
    ]);
    const second = await recorded(official, 'Hoà Phạm Thị', { ...turned, notSame: first });
    const pairs = async () =>
      (await listLikelyPairs(official)).pairs.map(({ one, other }) => [one.id, other.id].sort().join());
    expect(await pairs()).not.toContain([first, second].sort().join());
    await db.person.update({ where: { id: second }, data: { phone: '+84908111333' }, select: { id: true } });
    expect(await pairs()).toContain([first, second].sort().join());
  });

  test('beyond her reach nobody is hinted at: saving goes on as if there were none', async () => {
    await recorded(neighbour, 'Lý Thị Xa', { unitId: union.ongHuong.id, phone: '0908 333 444' });
    const here = await recordPerson(official, inputOf('Lý Thị Xa', { phone: '0908 333 444' }));
    expect(here).toMatchObject({ ok: true, value: { sharesPhone: false } });
    const shares = await recordPerson(official, inputOf('Lý Thị Gần', { phone: '0908 333 444' }));
    expect(shares).toMatchObject({ ok: true, value: { sharesPhone: true } });
  });

  test('a head is asked about a woman whom the next sub-association of her commune knows by name, year and number', async () => {
    const facts = { phone: '0908 555 666', birthYear: '1981' };
    const known = await recorded(official, 'Lê Thị Bên Cạnh', { ...facts, unitId: union.khuPho6.id });
    const asked = await recordPerson(head, inputOf('LÊ THỊ BÊN CẠNH', facts));
    expect(asked).toMatchObject({ problem: 'likely-same', detail: { candidates: '[]', near: '1', ids: known } });
    expect(JSON.stringify(asked)).not.toMatch(/Khu phố 6|908.?555/);
    for (const other of [
      { ...facts, birthYear: '1982' },
      { ...facts, phone: '0908 555 667' },
    ])
      expect(await recordPerson(head, inputOf('Lê Thị Bên Cạnh', other))).toMatchObject({ ok: true });
    expect(
      await recordPerson(neighbour, inputOf('Lê Thị Bên Cạnh', { ...facts, unitId: union.ongHuong.id })),
    ).toMatchObject({
      ok: true,
    });
    const again = await recordPerson(head, inputOf('Lê Thị Bên Cạnh', facts));
    const notSame = again.ok ? expect.unreachable() : again.detail?.ids;
    expect(await recordPerson(head, inputOf('Lê Thị Bên Cạnh', { ...facts, notSame }))).toMatchObject({ ok: true });
  });

  test('of two who write down the same woman at once one saves and the other is shown her', async () => {
    const results = await Promise.all([
      recordPerson(official, inputOf('Trần Thị Cùng Lúc')),
      recordPerson(head, inputOf('Cùng Lúc Trần Thị')),
      recordPerson(official, inputOf('TRẦN THỊ CÙNG LÚC')),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.problem === 'likely-same')).toHaveLength(2);
    const said = results.flatMap((result) => (result.ok ? [result.value.id] : []))[0];
    const twice = await Promise.all(
      [1, 2].map(() => recordPerson(official, inputOf('Trần Thị Cùng Lúc', { notSame: said }))),
    );
    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('reading, and telling two apart', () => {
  test('a phone is read by who may, and each reading stands in the trail without the number', async () => {
    const personId = await recorded(official, 'Vũ Thị Gọi', { phone: '0908 777 888' });
    expect(await seePhone(head, { personId })).toEqual({ ok: true, value: { phone: '0908 777 888' } });
    for (const viewer of [neighbour, otherHead, trainer])
      expect(await seePhone(viewer, { personId })).toEqual({ ok: false, problem: 'not-found' });
    expect(await seePhone(reader, { personId })).toEqual({ ok: false, problem: 'not-allowed' });
    const entries = await db.auditEntry.findMany({ where: { subjectId: personId, verb: 'read' }, take: 5 });
    expect(entries).toMatchObject([{ action: 'seePhone', actorId: head.accountId, change: null }]);
    expect(await seePhone(head, { personId: await recorded(official, 'Vũ Thị Không Số') })).toMatchObject({
      problem: 'no-phone',
    });
  });

  test('two are said to be different by who keeps both, and by nobody else', async () => {
    const oneId = await recorded(official, 'Hồ Thị Hai Người');
    const otherId = await recorded(official, 'Hồ Thị Hai Người', { notSame: oneId, birthYear: undefined });
    await db.notSame.deleteMany({ where: { OR: [{ personAId: oneId }, { personBId: oneId }] } });
    const listed = async (viewer: Viewer) =>
      (await listLikelyPairs(viewer)).pairs.some(({ one }) => one.id === oneId || one.id === otherId);
    expect([await listed(official), await listed(head), await listed(neighbour), await listed(reader)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await sayNotSame(neighbour, { oneId, otherId })).toEqual({ ok: false, problem: 'not-found' });
    expect(await sayNotSame(reader, { oneId, otherId })).toEqual({ ok: false, problem: 'not-allowed' });
    expect((await sayNotSame(official, { oneId: otherId, otherId: oneId })).ok).toBe(true);
    expect(await listed(official)).toBe(false);
  });
});
