import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { makeCityOfficial, makeCovered, makePastMonth, readyToSign, signCity } from '@/test/stages/reports';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { signReport, writeReportText } from '../filing/sign-commands';
import { findReport } from '../queries';
import type { SignInput } from '../report';
import { cancelSigning } from './cancel-commands';
import { carryOutSignings } from './carry-out-commands';
import { claimSigning, reachStep } from './claim-commands';
import { findSigningSoon } from './signing-queries';

let union: TestUnion;
let province: Viewer;
let other: Viewer;
let periodId: string;

beforeAll(async () => {
  periodId = await makePastMonth();
});
beforeEach(async () => {
  await db.reportSigning.updateMany({ where: { state: 'waiting' }, data: { state: 'cancelled', endedAt: new Date() } });
  union = await makeUnion();
  province = await makeCityOfficial(union.province);
  other = await makeCityOfficial(union.province);
  await makeCovered(union.khuPho5);
});

const ready = () => readyToSign(province, union.province.id, periodId);
const ask = async (viewer: Viewer, input: SignInput) => {
  const result = await signReport(viewer, input);
  return result.ok ? 'asked' : result.problem;
};
const about = () => ({ unitId: union.province.id, periodId });
const report = async () => {
  const found = await findReport(province, union.province.id, periodId);
  if (!found) throw new Error('no report');
  return found;
};
const ended = async () => {
  const signing = await findSigningSoon(province, union.province.id, periodId);
  return signing?.problem ?? signing?.state;
};
const left = async () => ({
  snapshots: await db.snapshot.count({ where: { unitId: union.province.id } }),
  deeds: await db.reportAction.count({ where: { report: { unitId: union.province.id } } }),
});
const NOTHING = { snapshots: 0, deeds: 0 };
const ONCE = { snapshots: 1, deeds: 1 };

describe('the city’s report that somebody signs', () => {
  test('is written down at once with who, when and what she saw; it is signed by the job, over all that she saw', async () => {
    const before = await report();
    expect(await ask(province, await ready())).toBe('asked');
    expect(await db.reportSigning.findFirst({ where: { report: about() } })).toMatchObject({
      state: 'waiting',
      askedById: province.accountId,
      seen: before.content.digest,
    });
    expect((await report()).row.state).toBe('draft');
    const told: string[] = [];
    expect(
      await carryOutSignings(async () => true, {
        signed: () => void told.push('signed'),
        moved: () => void told.push('moved'),
      }),
    ).toBe(1);
    expect([await ended(), told]).toEqual(['signed', ['signed']]);
    const after = await report();
    const { priorityGroups: _, ...said } = before.content;
    expect(after.content).toMatchObject(said);
    expect(after.content.named?.signer).toBe(province.displayName);
    expect(after.actions.map(({ kind, by }) => [kind, by])).toEqual([['submitted', province.displayName]]);
    const trail = await db.auditEntry.findMany({
      where: { unitId: union.province.id },
      orderBy: { id: 'asc' },
      select: { action: true, actorId: true },
    });
    expect(trail.map(({ action }) => action).filter((action) => action !== 'countPriorityGroups')).toEqual([
      'startSigning',
      'signReport',
    ]);
    expect(new Set(trail.map(({ actorId }) => actorId))).toEqual(new Set([province.accountId]));
  });

  test('is signed once by whoever taps twice, by two who tap at once, and by two processes that work at once', async () => {
    const input = await ready();
    const taps = await Promise.all([ask(province, input), ask(other, input), ask(province, input)]);
    expect(taps).toEqual(['asked', 'asked', 'asked']);
    expect(await db.reportSigning.count({ where: { report: about() } })).toBe(1);
    await Promise.all([carryOutSignings(), carryOutSignings()]);
    expect([await ended(), await left()]).toEqual(['signed', ONCE]);
    expect(await ask(province, input)).toBe('filed-already');
  });

  test('is refused where what she saw is no longer what the records say, and says why until it is asked for anew', async () => {
    const input = await ready();
    await ask(province, input);
    await makeCovered(union.khuPho6);
    await carryOutSignings();
    expect([await ended(), await left()]).toEqual(['figures-moved', NOTHING]);
    expect(await signCity(province, await ready())).toBe('signed');
  });

  test('is refused where her words were written anew meanwhile, or somebody who may no longer sign had asked', async () => {
    await ask(province, await ready());
    await writeReportText(other, { ...about(), version: 1, locale: 'vi', text: 'Lời mới', comment: undefined });
    await carryOutSignings();
    expect([await ended(), await left()]).toEqual(['changed-meanwhile', NOTHING]);

    const leaving = await makeCityOfficial(union.province);
    await ask(leaving, await readyToSign(leaving, union.province.id, periodId));
    await db.account.update({
      where: { id: leaving.accountId },
      data: { disabledAt: new Date() },
      select: { id: true },
    });
    await carryOutSignings();
    expect([await ended(), await left()]).toEqual(['not-allowed', NOTHING]);
  });

  test('is no longer signed once it was cancelled, at whichever step; afterwards there is nothing to cancel', async () => {
    for (const at of [0, 1, 2, 3]) {
      await ask(province, await ready());
      let step = -1;
      const cancelled = async () => {
        step++;
        if (step === at) expect(await cancelSigning(other, about())).toMatchObject({ ok: true });
        return true;
      };
      await carryOutSignings(cancelled);
      expect([at, await ended(), await left()]).toEqual([at, 'cancelled', NOTHING]);
    }
    expect(await signCity(province, await ready())).toBe('signed');
    expect(await cancelSigning(province, about())).toMatchObject({ problem: 'signing-ended' });
  });

  test('is begun anew where a process stopped in between, and given up after five that did', async () => {
    await ask(province, await ready());
    await carryOutSignings(async () => false);
    expect([await ended(), await left()]).toEqual(['waiting', NOTHING]);
    const killed = await claimSigning();
    if (!killed) throw new Error('nothing was claimed');
    expect(await reachStep(killed.id, 'groups')).toBe(true);
    expect(await findSigningSoon(province, union.province.id, periodId)).toMatchObject({
      state: 'waiting',
      stepsDone: 2,
    });
    await carryOutSignings();
    expect([await ended(), await left()]).toEqual(['signed', ONCE]);
    expect(await reachStep(killed.id, 'writing')).toBe(false);
  });

  test('that fails each time is given up after the fifth, in words', async () => {
    await ask(province, await ready());
    for (const _ of [1, 2, 3, 4, 5]) await claimSigning();
    await carryOutSignings();
    expect([await ended(), await left()]).toEqual(['not-worked-out', NOTHING]);
  });

  test('is stopped by who may sign it; a reader may not, and a commune finds nothing', async () => {
    await ask(province, await ready());
    const beside = await makeViewer('commune_official', union.longHung);
    expect(await cancelSigning(beside, about())).toEqual(await cancelSigning(beside, { ...about(), unitId: nothing }));
    expect(await findSigningSoon(beside, union.province.id, periodId)).toBeNull();
    expect(await cancelSigning(await makeViewer('viewer', union.province), about())).toMatchObject({
      problem: 'not-allowed',
    });
    expect(await ended()).toBe('waiting');
  });
});
