import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf, today } from '@/domain/days/day';
import { findMember } from '@/domain/people/queries';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { answerRequest } from './answer-commands';
import { OPEN_REQUESTS_MAX, REQUEST_DAYS } from './request';
import { askFor } from './request-commands';
import { listIncoming, listOutgoing, listWaitingRequests } from './request-queries';
import { withdrawRequest } from './withdraw-commands';

let union: TestUnion;
let asker: Viewer;
let colleague: Viewer;
let keeper: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  asker = await makeViewer('commune_official', union.longHung);
  colleague = await makeViewer('commune_official', union.longHung);
  keeper = await makeViewer('commune_official', union.trangDai);
});

let count = 0;
async function woman() {
  const name = `Hồ Thị Rút ${'abcdefghijklmnopqrstuvwxyz'[count++ % 26]}`;
  const phone = `+8493${1_000_000 + count}`;
  const { id } = await createMember(db, union.ongHuong, { name, birthYear: 1977, phone });
  return { id, name, phone };
}
type Sought = { birthYear?: number | undefined; phone?: string };
const ask = (name: string, more: Sought = {}, by = asker) =>
  askFor(by, { purpose: 'transfer', toUnitId: union.khuPho5.id, name, birthYear: 1977, ...more });
const asked = async (name: string) => (await listOutgoing(asker)).filter(({ soughtName }) => soughtName === name);
const waitingFor = async (personId: string) =>
  (await listIncoming(keeper)).filter(({ person }) => person.id === personId);
const answer = (requestId: string, version = 1) =>
  answerRequest(keeper, { requestId, version, answer: 'declined', reason: 'Chị ấy chưa muốn' });
async function request() {
  const she = await woman();
  await ask(she.name);
  const [{ id: requestId } = expect.unreachable()] = await asked(she.name);
  return { ...she, requestId };
}

describe('taking a request back', () => {
  test('by who asked or a colleague of hers, and those who keep the record see it no more; then it may be asked anew', async () => {
    const { requestId, name, id } = await request();
    const before = (await listWaitingRequests(keeper)).length;
    expect(await withdrawRequest(colleague, { requestId })).toEqual({ ok: true, value: { id: requestId } });
    expect(await waitingFor(id)).toEqual([]);
    expect(await listWaitingRequests(keeper)).toHaveLength(before - 1);
    expect(await asked(name)).toMatchObject([{ state: 'withdrawn', reason: null }]);
    expect(await withdrawRequest(asker, { requestId })).toMatchObject({ problem: 'withdrawn' });
    expect(await answer(requestId, 2)).toMatchObject({ problem: 'withdrawn' });
    const [entry] = await db.auditEntry.findMany({
      where: { subjectId: requestId, action: 'withdrawRequest' },
      take: 2,
    });
    expect(entry).toMatchObject({ actorId: colleague.accountId, verb: 'ended', change: { purpose: 'transfer' } });

    expect((await ask(name)).ok).toBe(true);
    expect((await asked(name)).map(({ state }) => state).sort()).toEqual(['waiting', 'withdrawn']);
    expect(await waitingFor(id)).toHaveLength(1);
  });

  test('by nobody else, and not what is answered or lapsed', async () => {
    const { requestId, id } = await request();
    const other = await makeViewer('commune_official', union.trangDai);
    const head = await makeViewer('sub_association_head', union.khuPho5);
    for (const viewer of [keeper, other, head])
      expect(await withdrawRequest(viewer, { requestId })).toEqual({ ok: false, problem: 'not-found' });
    expect(await withdrawRequest(asker, { requestId: nothing })).toEqual({ ok: false, problem: 'not-found' });
    expect(await waitingFor(id)).toHaveLength(1);
    expect((await answer(requestId)).ok).toBe(true);
    expect(await withdrawRequest(asker, { requestId })).toMatchObject({ problem: 'already-answered' });

    const late = await request();
    const askedAt = startOf(addDays(today(), -REQUEST_DAYS));
    await db.personRequest.update({ where: { id: late.requestId }, data: { askedAt }, select: { id: true } });
    expect(await withdrawRequest(asker, { requestId: late.requestId })).toMatchObject({ problem: 'lapsed' });
  });

  test('looks the same whether or not there is such a record, and frees its place among those that may be open', async () => {
    const commune = await makeUnion();
    const busy = await makeViewer('commune_official', commune.longHung);
    const from = (name: string) =>
      askFor(busy, { purpose: 'transfer', toUnitId: commune.khuPho5.id, name, birthYear: 1977 });
    for (let at = 0; at < OPEN_REQUESTS_MAX; at++) await from(`Không Có Ai Số ${at}`);
    expect(await from('Thêm Một Người')).toMatchObject({ problem: 'too-many-open' });
    const [{ id } = expect.unreachable()] = await listOutgoing(busy);
    expect((await withdrawRequest(busy, { requestId: id })).ok).toBe(true);
    expect((await from('Thêm Một Người')).ok).toBe(true);
  });

  test('sought by other words too, she is asked for by those from now on, and answered once for all that stand', async () => {
    const { requestId, name, phone, id } = await request();
    await ask(name, { birthYear: undefined, phone });
    await ask(name, { phone });
    expect(await waitingFor(id)).toHaveLength(1);
    expect((await withdrawRequest(asker, { requestId })).ok).toBe(true);
    const [now = expect.unreachable(), ...none] = await waitingFor(id);
    expect(none).toEqual([]);
    expect(now.id).not.toBe(requestId);
    expect((await answer(now.id, now.version)).ok).toBe(true);
    expect((await asked(name)).map(({ state }) => state).sort()).toEqual(['declined', 'declined', 'withdrawn']);
    const standing = (await asked(name)).filter(({ state }) => state === 'declined');
    for (const each of standing)
      expect(await withdrawRequest(asker, { requestId: each.id })).toMatchObject({ problem: 'already-answered' });
  });
});

describe('a withdrawal and an answer at once', () => {
  test('one of them holds and the other is told, whichever it is', async () => {
    for (let round = 0; round < 8; round++) {
      const { requestId, id } = await request();
      const agree = () => answerRequest(keeper, { requestId, version: 1, answer: 'agreed' });
      const take = () => withdrawRequest(asker, { requestId });
      const [answered, withdrawn] =
        round % 2 ? await Promise.all([agree(), take()]) : (await Promise.all([take(), agree()])).reverse();
      expect([answered?.ok, withdrawn?.ok].filter(Boolean)).toHaveLength(1);
      expect(await findMember(asker, id)).toEqual(answered?.ok ? expect.objectContaining({ id }) : null);
      if (answered?.ok) expect(withdrawn).toMatchObject({ problem: 'already-answered' });
      else expect(answered).toMatchObject({ problem: 'withdrawn' });
    }
  });

  test('the database refuses a request that is both', async () => {
    const { requestId } = await request();
    await withdrawRequest(asker, { requestId });
    const both = {
      answer: 'declined' as const,
      answeredById: keeper.accountId,
      answeredAt: new Date(),
      personId: await woman().then(({ id }) => id),
    };
    await expect(
      db.personRequest.update({ where: { id: requestId }, data: both, select: { id: true } }),
    ).rejects.toThrow(/withdrawn_or_answered/);
  });
});
