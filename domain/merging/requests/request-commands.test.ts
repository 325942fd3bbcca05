import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf, today } from '@/domain/days/day';
import { findMember } from '@/domain/people/queries';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createMember, createOffice } from '@/test/factories/people';
import { ownerReads } from '@/test/owner';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { answerRequest } from './answer-commands';
import { moveMember } from './move-commands';
import { OPEN_REQUESTS_MAX, REQUEST_DAYS } from './request';
import { askFor } from './request-commands';
import { findMovable, listIncoming, listOutgoing, listWaitingRequests } from './request-queries';

let union: TestUnion;
let asker: Viewer;
let keeper: Viewer;
let province: Viewer;
let head: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  asker = await makeViewer('commune_official', union.longHung);
  keeper = await makeViewer('commune_official', union.trangDai);
  province = await makeViewer('province_official', union.province);
  head = await makeViewer('sub_association_head', union.ongHuong);
  reader = await makeViewer('viewer', union.trangDai);
});

let count = 0;
async function woman() {
  const name = `Hồ Thị Kỷ ${'abcdefghijklmnopqrstuvwxyz'[count++ % 26]}${count}`;
  const { id } = await createMember(db, union.ongHuong, { name, birthYear: 1977, phone: `+8491${1_000_000 + count}` });
  return { id, name };
}
const wish = (name: string, more = {}) => ({
  purpose: 'transfer' as const,
  toUnitId: union.khuPho5.id,
  name,
  birthYear: 1977,
  ...more,
});
const incomingFor = async (personId: string) =>
  (await listIncoming(keeper)).filter(({ person }) => person.id === personId);
async function asked(more = {}) {
  const she = await woman();
  expect(await askFor(asker, wish(she.name, more))).toEqual({ ok: true, value: { asked: true } });
  const [request] = await incomingFor(she.id);
  if (!request) throw new Error('nobody was asked');
  return { ...she, requestId: request.id, version: request.version };
}
const agree = (request: { requestId: string; version: number }) =>
  answerRequest(keeper, { requestId: request.requestId, version: request.version, answer: 'agreed' });

describe('asking', () => {
  test('the answer and the list of the asker are alike whether or not there is such a record', async () => {
    const she = await woman();
    const there = await askFor(asker, wish(she.name));
    const missing = await askFor(asker, wish('Không Có Ai'));
    expect(missing).toEqual(there);
    const rows = (await listOutgoing(asker)).filter(({ soughtName }) => [she.name, 'Không Có Ai'].includes(soughtName));
    const alike = rows.map(({ id: _id, soughtName: _name, askedAt: _at, ...row }) => row);
    expect(alike).toHaveLength(2);
    expect(alike[0]).toEqual(alike[1]);
    expect(JSON.stringify(rows)).not.toContain(she.id);
    expect(await findMember(asker, she.id)).toBeNull();
    expect(await incomingFor(she.id)).toMatchObject([{ person: { name: she.name }, askedBy: asker.displayName }]);
  });

  test('asked twice is one request, at once too, and by other words it is one for those who answer', async () => {
    const she = await woman();
    await Promise.all([askFor(asker, wish(she.name)), askFor(asker, wish(she.name.toUpperCase()))]);
    expect(await db.personRequest.count({ where: { personId: she.id } })).toBe(1);
    const [hers] = await ownerReads<{ phone: string }>('SELECT phone FROM app.number WHERE row_id = $1', [she.id]);
    await askFor(asker, wish(she.name, { birthYear: undefined, phone: hers?.phone ?? '' }));
    await askFor(asker, wish('Không Có Ai Hai'));
    await askFor(asker, wish('Không Có Ai Hai', { birthYear: undefined, phone: '+84912000000' }));
    expect(await incomingFor(she.id)).toHaveLength(1);
    // of two at once either may have been first, and the list shows the name as that one wrote it
    const shown = async (name: string) =>
      (await listOutgoing(asker)).filter(({ soughtName }) => soughtName.toLowerCase() === name.toLowerCase());
    expect(await shown(she.name)).toHaveLength((await shown('Không Có Ai Hai')).length);
    const [request] = await incomingFor(she.id);
    await answerRequest(keeper, {
      requestId: request?.id ?? '',
      version: 1,
      answer: 'declined',
      reason: 'Chị chưa muốn',
    });
    expect((await shown(she.name)).map(({ state, reason }) => [state, reason])).toEqual([
      ['declined', 'Chị chưa muốn'],
      ['declined', 'Chị chưa muốn'],
    ]);
  });

  test('for a unit of hers only, with enough to go by, and a woman of her own is not asked for', async () => {
    const she = await woman();
    expect(await askFor(asker, wish(she.name, { toUnitId: union.ongHuong.id }))).toMatchObject({
      problem: 'not-found',
    });
    expect(await askFor(asker, wish(she.name, { toUnitId: nothing }))).toMatchObject({ problem: 'not-found' });
    expect(await askFor(asker, wish(she.name, { toUnitId: union.longHung.id }))).toMatchObject({
      problem: 'ask-level',
    });
    expect(await askFor(asker, wish(she.name, { birthYear: undefined }))).toMatchObject({
      problem: 'sought-too-little',
    });
    expect(await askFor(head, wish(she.name, { toUnitId: union.ongHuong.id }))).toMatchObject({
      problem: 'not-allowed',
    });
    expect(await askFor(keeper, wish(she.name, { toUnitId: union.ongHuong.id }))).toMatchObject({
      problem: 'own-reach',
    });
    expect(await db.personRequest.count({ where: { personId: she.id } })).toBe(0);
  });

  test('of two records that match neither is meant, and one year beside is no match', async () => {
    const she = await woman();
    await createMember(db, union.ongHuong, { name: she.name, birthYear: 1977 });
    await askFor(asker, wish(she.name));
    await askFor(asker, wish(she.name, { birthYear: 1976 }));
    expect(await db.personRequest.count({ where: { personId: she.id } })).toBe(0);
  });

  test(`${OPEN_REQUESTS_MAX} may be open for a commune, matched or not; lapsed ones do not count and may be asked anew`, async () => {
    const commune = await makeUnion();
    const busy = await makeViewer('commune_official', commune.longHung);
    const from = (name: string) => ({ ...wish(name), toUnitId: commune.khuPho5.id });
    for (let at = 0; at < OPEN_REQUESTS_MAX; at++) expect((await askFor(busy, from(`Người số ${at}`))).ok).toBe(true);
    const she = await woman();
    expect(await askFor(busy, from(she.name))).toMatchObject({ problem: 'too-many-open' });
    expect((await askFor(busy, from('Người số 1'))).ok).toBe(true);
    const askedAt = startOf(addDays(today(), -REQUEST_DAYS));
    await db.personRequest.updateMany({
      where: { toUnitId: commune.khuPho5.id, soughtName: 'Người số 1' },
      data: { askedAt },
    });
    expect((await askFor(busy, from('Người số 1'))).ok).toBe(true);
    const states = (await listOutgoing(busy)).filter(({ soughtName }) => soughtName === 'Người số 1');
    expect(states.map(({ state }) => state).sort()).toEqual(['lapsed', 'waiting']);
  });
});

describe('answering', () => {
  test('agreed, she belongs to the asking unit from today, which keeps her record; before she was nobody there', async () => {
    const request = await asked();
    expect(await listWaitingRequests(asker)).toEqual([]);
    expect((await listWaitingRequests(keeper)).map(({ commune }) => commune)).toContain('Long Hưng');
    expect((await agree(request)).ok).toBe(true);
    expect(await findMember(asker, request.id)).toMatchObject({ unitId: union.khuPho5.id });
    expect(await findMember(keeper, request.id)).toBeNull();
    expect(await db.person.findUnique({ where: { id: request.id } })).toMatchObject({ keeperUnitId: union.khuPho5.id });
    expect(await agree(request)).toMatchObject({ problem: 'not-found' });
  });

  test('joining keeps both memberships and the keeper', async () => {
    const request = await asked({ purpose: 'join' });
    expect((await agree(request)).ok).toBe(true);
    expect(await findMember(asker, request.id)).toMatchObject({ unitId: union.khuPho5.id });
    expect(await findMember(keeper, request.id)).toMatchObject({ unitId: union.ongHuong.id });
    expect(await agree(request)).toMatchObject({ problem: 'already-answered' });
  });

  test('a merger agreed to merges her record into the asker’s, whose values win', async () => {
    const own = await makeMember(union.khuPho5, 'Hồ Thị Kỳ Mới');
    const request = await asked({ purpose: 'merge', ownPersonId: own, toUnitId: undefined });
    expect((await agree(request)).ok).toBe(true);
    expect(await db.person.findUnique({ where: { id: request.id } })).toMatchObject({ mergedIntoId: own });
    expect(await db.person.findUnique({ where: { id: own } })).toMatchObject({ fullName: 'Hồ Thị Kỳ Mới' });
    expect(await db.personMerge.findFirst({ where: { absorbedId: request.id } })).toMatchObject({
      mergedById: asker.accountId,
      agreedById: keeper.accountId,
    });
  });

  test('who holds an office or a running pair hands over first', async () => {
    const request = await asked();
    await createOffice(db, union.ongHuong, { id: request.id }, 'sub_association_deputy');
    await createPair(db, union.ongHuong, { id: request.id }, { id: await makeMember(union.ongHuong) });
    expect(await incomingFor(request.id)).toMatchObject([{ holds: { offices: 1, pairs: 1 } }]);
    expect(await agree(request)).toMatchObject({ problem: 'handover-first', detail: { offices: '1', pairs: '1' } });
    expect(await incomingFor(request.id)).toHaveLength(1);
  });

  test('a pair announced for later is handed over first too, one taken back before it began is not', async () => {
    const request = await asked();
    const from = addDays(today(), 30);
    const learner = { id: await makeMember(union.ongHuong) };
    const { id } = await createPair(db, union.ongHuong, { id: request.id }, learner, { from });
    await db.pairHost.updateMany({ where: { pairId: id }, data: { validFrom: new Date(today()) } });
    expect(await incomingFor(request.id)).toMatchObject([{ holds: { pairs: 1 } }]);
    expect(await agree(request)).toMatchObject({ problem: 'handover-first', detail: { pairs: '1' } });
    await db.pair.update({ where: { id }, data: { validTo: new Date(from) }, select: { id: true } });
    expect(await incomingFor(request.id)).toMatchObject([{ holds: { pairs: 0 } }]);
    expect(await agree(request)).toMatchObject({ ok: true });
  });

  test('declined needs a reason; nobody else answers; what lapsed is not answered', async () => {
    const request = await asked();
    const answer = { requestId: request.requestId, version: request.version, answer: 'declined' as const };
    expect(await answerRequest(keeper, answer)).toMatchObject({ problem: 'reason-needed' });
    expect(await answerRequest(asker, { ...answer, reason: 'của tôi' })).toMatchObject({ problem: 'not-found' });
    for (const viewer of [head, reader])
      expect(await answerRequest(viewer, { ...answer, reason: 'không được' })).toMatchObject({
        problem: 'not-allowed',
      });
    const askedAt = startOf(addDays(today(), -REQUEST_DAYS));
    await db.personRequest.update({ where: { id: request.requestId }, data: { askedAt }, select: { id: true } });
    expect(await agree({ ...request, version: 2 })).toMatchObject({ problem: 'lapsed' });
    expect(await incomingFor(request.id)).toEqual([]);
  });

  test('answered by two at once it is answered once', async () => {
    const request = await asked({ purpose: 'join' });
    const decline = {
      requestId: request.requestId,
      version: request.version,
      answer: 'declined' as const,
      reason: 'chưa',
    };
    const results = await Promise.all([agree(request), answerRequest(keeper, decline)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      problem: expect.stringMatching(/changed-meanwhile|already/),
    });
  });

  test('who has the right over both sides moves her without asking', async () => {
    const she = await woman();
    const move = { personId: she.id, version: 1, toUnitId: union.khuPho6.id, purpose: 'transfer' as const };
    expect(await moveMember(asker, move)).toEqual({ ok: false, problem: 'not-found' });
    expect(await moveMember(keeper, move)).toEqual({ ok: false, problem: 'not-found' });
    expect(await findMovable(asker, she.id)).toBeNull();
    expect((await findMovable(province, she.id))?.version).toBe(1);
    expect((await moveMember(province, move)).ok).toBe(true);
    expect(await findMember(asker, she.id)).toMatchObject({ unitId: union.khuPho6.id });
    expect(await moveMember(province, move)).toMatchObject({ problem: 'changed-meanwhile' });
  });
});
