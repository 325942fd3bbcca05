import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { listPairsOfPerson } from '@/domain/pairs/queries';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { inDays } from '@/test/stages/trainings';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { undoMerge } from '../merge-commands';
import { listMerges } from '../merge-queries';
import { answerRequest } from './answer-commands';
import { askFor } from './request-commands';
import { listIncoming, listOutgoing } from './request-queries';

let union: TestUnion;
let asker: Viewer;
let keeper: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  asker = await makeViewer('commune_official', union.longHung);
  keeper = await makeViewer('commune_official', union.trangDai);
  province = await makeViewer('province_official', union.province);
});

let count = 0;
/**
 * Long Hưng asks Trảng Dài for a merger. Its own record guides a third woman since 90 days; the record of Trảng Dài learns
 * from her since 20 days. The third woman and each pair stand where `at` says.
 */
async function crossing(at: { third: 'asker' | 'keeper'; learnedIn?: 'asker' }) {
  const name = `Hồ Thị Chéo ${'abcdefghijklmnopqrstuvwxyz'[count++]}`;
  const absorbed = await createMember(db, union.ongHuong, { name, birthYear: 1979 });
  const survivor = { id: await makeMember(union.khuPho5, `${name} Hai`) };
  const third = { id: await makeMember(at.third === 'keeper' ? union.ongHuong : union.khuPho5, 'Trần Thị Ba') };
  const guided = await createPair(db, union.khuPho5, survivor, third, { from: inDays(-90), to: inDays(30) });
  const learned = await createPair(db, at.learnedIn ? union.khuPho5 : union.ongHuong, third, absorbed, {
    from: inDays(-20),
  });
  const wish = { purpose: 'merge' as const, ownPersonId: survivor.id, name, birthYear: 1979 };
  expect(await askFor(asker, wish)).toMatchObject({ ok: true });
  return { survivor, absorbed, third, guided, learned, name };
}
const incomingFor = async (viewer: Viewer, personId: string) => {
  const request = (await listIncoming(viewer)).find(({ person }) => person.id === personId);
  if (!request) throw new Error('she is not asked');
  return request;
};
async function answered(viewer: Viewer, personId: string, standing?: Record<string, 'guided' | 'learned'>) {
  const { id, version, crossings } = await incomingFor(viewer, personId);
  return { requestId: id, version, answer: 'agreed' as const, standing, crossings: crossings.mark };
}
const runs = async (id: string) => {
  const { validFrom, validTo } = await db.pair.findUniqueOrThrow({ where: { id } });
  return validTo === null || (validFrom < validTo && validTo > new Date());
};

describe('a merger agreed across communes, where pairs of the two records cross', () => {
  test('asks who agrees: of the pair of her record the days, of that of the asker no more than that it is elsewhere', async () => {
    const { absorbed, third } = await crossing({ third: 'keeper' });
    const { crossings } = await incomingFor(keeper, absorbed.id);
    expect(crossings.each).toEqual([
      {
        thirdId: third.id,
        third: 'Trần Thị Ba',
        guided: null,
        learned: { from: inDays(-20), to: null },
        lost: { guided: { from: inDays(-20), to: inDays(30) }, learned: null },
      },
    ]);
    expect(JSON.stringify(crossings)).not.toContain(inDays(-90));
    // a pair that the keeper may not open stands nowhere else for her either
    const pairs = await listPairsOfPerson(keeper, third.id);
    expect(pairs.map(({ instructor, learner }) => [instructor.id, learner.id])).toEqual([[third.id, absorbed.id]]);
  });

  test('a woman of the asker is named to her who has the pair in her own list, and to nobody else', async () => {
    const listed = await crossing({ third: 'asker' });
    expect(await listPairsOfPerson(keeper, listed.third.id)).toHaveLength(1);
    expect((await incomingFor(keeper, listed.absorbed.id)).crossings.each).toMatchObject([{ third: 'Trần Thị Ba' }]);
    const elsewhere = await crossing({ third: 'asker', learnedIn: 'asker' });
    expect(await listPairsOfPerson(keeper, elsewhere.third.id)).toEqual([]);
    const { crossings } = await incomingFor(keeper, elsewhere.absorbed.id);
    // the record is hers, and with it the days of its pair
    expect(crossings.each).toMatchObject([{ third: null, guided: null, learned: { from: inDays(-20) } }]);
    expect(JSON.stringify(crossings)).not.toContain(elsewhere.guided.id);
  });

  test('the asker is told nothing of it before there is an answer', async () => {
    const { absorbed, learned, name } = await crossing({ third: 'keeper' });
    const outgoing = (await listOutgoing(asker)).filter(({ soughtName }) => soughtName === name);
    expect(outgoing).toMatchObject([{ state: 'waiting' }]);
    expect(outgoing[0]).not.toHaveProperty('crossings');
    for (const { id } of [absorbed, learned]) expect(JSON.stringify(outgoing)).not.toContain(id);
  });

  test('who keeps both records is told all of it', async () => {
    const { absorbed } = await crossing({ third: 'keeper' });
    const { crossings } = await incomingFor(province, absorbed.id);
    expect(crossings.each).toMatchObject([
      {
        guided: { from: inDays(-90), to: inDays(30) },
        learned: { from: inDays(-20), to: null },
        lost: { guided: { from: inDays(-20), to: inDays(30) }, learned: { from: inDays(-20), to: inDays(30) } },
      },
    ]);
  });

  test('without an answer nothing is done, and declining needs none', async () => {
    const { absorbed, guided, learned } = await crossing({ third: 'keeper' });
    const wish = await answered(keeper, absorbed.id);
    expect(await answerRequest(keeper, wish)).toEqual({ ok: false, problem: 'pairs-cross' });
    expect(await answerRequest(keeper, { ...wish, crossings: undefined })).toMatchObject({ problem: 'pairs-cross' });
    expect([await runs(guided.id), await runs(learned.id)]).toEqual([true, true]);
    const { requestId, version } = wish;
    const decline = { requestId, version, answer: 'declined' as const, reason: 'Không phải một người' };
    expect(await answerRequest(keeper, decline)).toMatchObject({ ok: true });
  });

  for (const way of ['guided', 'learned'] as const)
    test(`answered that the pair stands in which she ${way}, it keeps its days, the other loses what was said, and the trail says so`, async () => {
      const { survivor, absorbed, third, guided, learned, name } = await crossing({ third: 'keeper' });
      const done = await answerRequest(keeper, await answered(keeper, absorbed.id, { [third.id]: way }));
      expect(done).toMatchObject({ ok: true });
      const days = async (id: string) => db.pair.findUniqueOrThrow({ where: { id } });
      const [one, other] = [await days(guided.id), await days(learned.id)];
      const [from, to] = [new Date(inDays(-20)), new Date(inDays(30))];
      if (way === 'learned') {
        expect(one).toMatchObject({ instructorId: survivor.id, validTo: from });
        expect(other).toMatchObject({ learnerId: survivor.id, validFrom: from, validTo: null });
      } else {
        expect(one).toMatchObject({ instructorId: survivor.id, validTo: to });
        expect(other).toMatchObject({ learnerId: survivor.id, validFrom: to, validTo: null });
      }
      const entry = await db.auditEntry.findFirst({ where: { action: 'mergePersons', subjectId: survivor.id } });
      expect(entry?.change).toMatchObject({ pairStands: [way], lostFrom: [inDays(-20)], lostTo: [inDays(29)] });
      // the asker, whose pair may have lost days without her being asked, reads it where she can take the merger back
      const [asked] = (await listOutgoing(asker)).filter(({ soughtName }) => soughtName === name);
      expect(asked).toMatchObject({ state: 'agreed', mergedInto: survivor.id });
      const [merge] = await listMerges(asker, survivor.id);
      // the third woman is one of Trảng Dài, who is named to the asker in no list of hers
      const lost = { from: inDays(-20), to: inDays(30) };
      expect(merge?.lost).toEqual([{ thirdId: third.id, third: null, stands: way, ...lost }]);
      expect((await listMerges(province, survivor.id))[0]?.lost).toMatchObject([{ third: 'Trần Thị Ba' }]);
      expect(await listMerges(keeper, survivor.id)).toEqual([]);
      expect(await undoMerge(asker, { mergeId: merge?.id ?? '' })).toMatchObject({ ok: true });
      expect(await days(guided.id)).toMatchObject({ validTo: to });
      expect(await days(learned.id)).toMatchObject({ learnerId: absorbed.id, validFrom: from, validTo: null });
    });

  test('an answer to other days than hold now is refused, whichever side changed its pair', async () => {
    const { absorbed, third, guided, learned } = await crossing({ third: 'keeper' });
    for (const id of [guided.id, learned.id]) {
      const wish = await answered(keeper, absorbed.id, { [third.id]: 'learned' });
      await db.pair.update({ where: { id }, data: { validTo: new Date(inDays(10)) }, select: { id: true } });
      expect(await answerRequest(keeper, wish)).toMatchObject({ problem: 'changed-meanwhile' });
    }
    const wish = await answered(keeper, absorbed.id, { [third.id]: 'learned' });
    expect(await answerRequest(keeper, wish)).toMatchObject({ ok: true });
  });

  test('nobody else answers for her: to the asker and to a third commune there is no such request', async () => {
    const { absorbed, third } = await crossing({ third: 'keeper' });
    const wish = await answered(keeper, absorbed.id, { [third.id]: 'guided' });
    const stranger = await makeViewer('commune_official', (await makeUnion()).longHung);
    for (const viewer of [asker, stranger]) {
      expect(await answerRequest(viewer, wish)).toEqual({ ok: false, problem: 'not-found' });
      expect((await listIncoming(viewer)).filter(({ person }) => person.id === absorbed.id)).toEqual([]);
    }
  });
});
