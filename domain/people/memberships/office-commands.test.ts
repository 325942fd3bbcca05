import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeMember, makeStaff, makeUnion, nothing, type TestUnion } from '@/test/union';
import { listNetworks, listTerms } from '../choice-queries';
import { findPerson } from '../record-queries';
import { createNetwork, joinNetwork, leaveNetwork } from './network-commands';
import { appoint, endOffice, openTerm } from './office-commands';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let head: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  ({ official, neighbour, head, reader } = await makeStaff(union));
});

describe('offices and terms', () => {
  test('a head is appointed once at a time, also when two appoint at once; the second is told who it is', async () => {
    const women = [await makeMember(union.khuPho5, 'Lê Thị Trưởng'), await makeMember(union.khuPho5, 'Vũ Thị Kế')];
    const results = await Promise.all(
      women.map((personId) =>
        appoint(official, { personId, unitId: union.khuPho5.id, title: 'sub_association_head', from: today() }),
      ),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const who = results[0]?.ok ? 'Lê Thị Trưởng' : 'Vũ Thị Kế';
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'head-taken', detail: { who } });
    const personId = (results[0]?.ok ? women[0] : women[1]) ?? '';
    const { offices } = (await findPerson(official, personId)) ?? expect.unreachable();
    const ending = {
      personId,
      officeId: offices[0]?.id ?? '',
      version: 1,
      never: 'on' as const,
      reason: 'Thôi giữ chức',
    };
    for (const viewer of [head, reader])
      expect(await endOffice(viewer, ending)).toMatchObject({ problem: 'not-allowed' });
    expect(await endOffice(neighbour, ending)).toEqual({ ok: false, problem: 'not-found' });
    expect((await endOffice(official, ending)).ok).toBe(true);
    expect(await endOffice(official, { ...ending, version: 2 })).toMatchObject({ problem: 'already-ended' });
  });

  test('an office is given to a member: on a day on which she belongs to no unit it is refused with that day', async () => {
    const { id: personId } = await createMember(db, union.khuPho6, { name: 'Lê Thị Mới', from: addDays(today(), -10) });
    const office = { personId, unitId: union.khuPho5.id, title: 'sub_association_deputy' as const };
    const early = addDays(today(), -11);
    expect(await appoint(official, { ...office, from: early })).toEqual({
      ok: false,
      problem: 'no-membership',
      detail: { day: early },
    });
    await db.membership.updateMany({ where: { personId }, data: { validTo: toDate(addDays(today(), 5)) } });
    expect(await appoint(official, { ...office, from: addDays(today(), 5) })).toMatchObject({
      problem: 'no-membership',
    });
    expect(await appoint(official, { ...office, from: addDays(today(), 4) })).toMatchObject({ ok: true });
  });

  test('a title fits the level of its unit, and nobody appoints beyond her reach', async () => {
    const personId = await makeMember(union.khuPho5);
    const input = { personId, unitId: union.khuPho5.id, title: 'sub_association_deputy' as const, from: today() };
    expect(await appoint(official, { ...input, title: 'chair' })).toMatchObject({ problem: 'title-level' });
    expect(await appoint(official, { ...input, unitId: union.longHung.id })).toMatchObject({ problem: 'title-level' });
    expect(await appoint(official, { ...input, from: addDays(today(), 400) })).toMatchObject({
      problem: 'too-far-ahead',
    });
    for (const viewer of [head, reader])
      expect(await appoint(viewer, input)).toEqual({ ok: false, problem: 'not-allowed' });
    for (const change of [
      { unitId: union.ongHuong.id },
      { personId: await makeMember(union.ongHuong) },
      { personId: nothing },
    ])
      expect(await appoint(official, { ...input, ...change })).toEqual({ ok: false, problem: 'not-found' });
    expect((await appoint(official, input)).ok).toBe(true);
    expect(await appoint(official, input)).toMatchObject({ problem: 'office-held' });
  });

  test('a new term ends the one before, and an office lies within its term', async () => {
    const term = { unitId: union.longHung.id, name: 'Nhiệm kỳ 2021–2026', from: '2021-05-10' as const };
    expect((await openTerm(official, term)).ok).toBe(true);
    const next = await openTerm(official, { ...term, name: 'Nhiệm kỳ 2026–2031', from: '2026-05-10' });
    expect(await openTerm(official, term)).toMatchObject({ problem: 'term-stands' });
    expect(await openTerm(neighbour, term)).toEqual({ ok: false, problem: 'not-found' });
    for (const viewer of [reader]) expect(await openTerm(viewer, term)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await openTerm(official, { ...term, unitId: union.khuPho5.id })).toMatchObject({ problem: 'term-level' });
    expect((await listTerms(official, [union.longHung.id])).map(({ name }) => name)).toEqual(['Nhiệm kỳ 2026–2031']);
    expect(await listTerms(neighbour, [union.longHung.id])).toEqual([]);
    const personId = await makeMember(union.khuPho5);
    const input = {
      personId,
      unitId: union.longHung.id,
      title: 'vice_chair' as const,
      termId: next.ok ? next.value.id : '',
    };
    expect(await appoint(official, { ...input, from: '2026-05-01' })).toMatchObject({ problem: 'term-days' });
    expect((await appoint(official, { ...input, from: '2026-05-10' })).ok).toBe(true);
    expect(await findPerson(official, personId)).toMatchObject({
      offices: [{ title: 'vice_chair', term: 'Nhiệm kỳ 2026–2031' }],
    });
  });
});

describe('networks', () => {
  test('an official makes a network of her commune, puts members into it and takes them out', async () => {
    const [first, second] = [await makeMember(union.khuPho5), await makeMember(union.khuPho6)];
    const input = {
      personId: first,
      unitId: union.longHung.id,
      kind: 'community_digital_team' as const,
      name: 'Tổ công nghệ số',
      from: today(),
    };
    for (const viewer of [head, reader]) expect((await createNetwork(viewer, input)).ok).toBe(false);
    expect(await createNetwork(neighbour, input)).toEqual({ ok: false, problem: 'not-found' });
    expect(await createNetwork(official, { ...input, unitId: union.to1.id })).toMatchObject({
      problem: 'network-level',
    });
    const both = await Promise.all([createNetwork(official, input), createNetwork(official, input)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: 'network-stands' });

    const [network] = await listNetworks(official, [union.longHung.id]);
    expect(await listNetworks(neighbour, [union.longHung.id])).toEqual([]);
    const joining = { personId: second, networkId: network?.id ?? '', from: today() };
    expect(await joinNetwork(neighbour, joining)).toEqual({ ok: false, problem: 'not-found' });
    expect(await joinNetwork(reader, joining)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await joinNetwork(official, { ...joining, personId: await makeMember(union.ongHuong) })).toMatchObject({
      problem: 'not-found',
    });
    const twice = await Promise.all([joinNetwork(official, joining), joinNetwork(official, joining)]);
    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ problem: 'in-network-already' });

    const { networks } = (await findPerson(official, second)) ?? expect.unreachable();
    const leaving = { personId: second, networkMemberId: networks[0]?.id ?? '', lastDay: today() };
    expect(await leaveNetwork(neighbour, leaving)).toEqual({ ok: false, problem: 'not-found' });
    expect((await leaveNetwork(official, leaving)).ok).toBe(true);
    expect(await leaveNetwork(official, leaving)).toMatchObject({ problem: 'already-ended' });
  });
});
