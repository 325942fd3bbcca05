import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findRegister } from '@/domain/attendance/register/register-queries';
import { settleAttendance } from '@/domain/attendance/register/settle-commands';
import { issueCertificates } from '@/domain/certificates/commands';
import { findSessionCertificates } from '@/domain/certificates/session-queries';
import {
  type Attended,
  makeAttended,
  makeDevice,
  makeOutcomeStage,
  type OutcomeStage,
  tap,
} from '@/test/stages/outcomes';
import { recordOutcomes } from './commands';
import { keyOf } from './outcome';
import { countRegister, findOutcomes } from './queries';
import { reportInput } from './reports/report';
import { writeReport } from './reports/report-commands';

let stage: OutcomeStage;
beforeAll(async () => {
  stage = await makeOutcomeStage();
});

const report = (viewer: Viewer, sessionId: string, number = 0) =>
  writeReport(viewer, reportInput.parse({ sessionId, number: String(number), wentWell: 'Chị em làm được' }));
/** Another phone says of the first woman that she was absent. */
const contradict = async (session: Attended) =>
  tap(await makeDevice(), session, { id: session.women[0]?.enrolmentId ?? '' }, 'absent');
async function settle(viewer: Viewer, session: Attended) {
  const lines = (await findRegister(stage.official, session.id))?.lines ?? [];
  const { id = '', lastArrival = '' } = lines.find(({ conflict }) => conflict) ?? {};
  return settleAttendance(viewer, { sessionId: session.id, enrolmentId: id, mark: 'present', lastArrival });
}
const settlesOn = async (viewer: Viewer, { id }: Attended) => (await findRegister(viewer, id))?.session.rights.settle;

describe('women of whom phones say different things', () => {
  test('are settled before the report closes the session: until then it is refused and says how many', async () => {
    const session = await makeAttended(stage);
    await contradict(session);
    expect(await countRegister(stage.trainer, session.id)).toEqual({ present: 1, unsettled: 1 });
    expect(await report(stage.trainer, session.id)).toEqual({
      ok: false,
      problem: 'unsettled',
      detail: { count: '1' },
    });
    expect(await report(stage.official, session.id)).toMatchObject({ problem: 'unsettled' });
    expect(await settle(stage.trainer, session)).toMatchObject({ ok: true });
    expect(await report(stage.trainer, session.id)).toMatchObject({ ok: true, value: { closed: true } });
  });

  test('after the report are settled by officials alone, and her trainer is offered no settling that would be refused', async () => {
    const session = await makeAttended(stage);
    await report(stage.trainer, session.id);
    expect(await settlesOn(stage.trainer, session)).toBe(false);
    await contradict(session);
    expect(await settle(stage.trainer, session)).toEqual({ ok: false, problem: 'closed' });
    expect(await settlesOn(stage.official, session)).toBe(true);
    expect(await report(stage.trainer, session.id, 1)).toMatchObject({ ok: true, value: { closed: false } });
    expect(await settle(stage.official, session)).toMatchObject({ ok: true });
  });

  test('settled later as there, stand among the outcomes and are given what they learned and a certificate', async () => {
    const session = await makeAttended(stage);
    await report(stage.trainer, session.id);
    await contradict(session);
    const cells = stage.skills.map(({ id }) => keyOf(session.women[0]?.enrolmentId ?? '', id));
    const level = Object.fromEntries(cells.map((cell) => [cell, 'alone' as const]));
    const record = () => recordOutcomes(stage.trainer, { sessionId: session.id, level, drawn: '' });
    expect(await record()).toEqual({ ok: false, problem: 'not-there' });
    await settle(stage.official, session);
    expect((await findOutcomes(stage.trainer, session.id))?.people).toHaveLength(2);
    expect(await record()).toMatchObject({ ok: true });
    expect((await findSessionCertificates(stage.official, session.id))?.ready).toBeGreaterThan(0);
    await issueCertificates(stage.official, { sessionId: session.id });
    const issued = (await findSessionCertificates(stage.official, session.id))?.certificates ?? [];
    expect(issued.map(({ personId }) => personId)).toContain(session.women[0]?.personId);
  });

  test('are counted for whoever may see what came of it, and for a neighbour there are none', async () => {
    const session = await makeAttended(stage);
    await contradict(session);
    expect(await countRegister(stage.head, session.id)).toEqual({ present: 1, unsettled: 1 });
    expect(await countRegister(stage.elsewhere, session.id)).toEqual({ present: 0, unsettled: 0 });
  });
});
