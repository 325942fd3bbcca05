import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { recordOutcomes } from '@/domain/outcomes/commands';
import { findOutcomes } from '@/domain/outcomes/queries';
import { writeReport } from '@/domain/outcomes/reports/report-commands';
import { findTaught } from '@/domain/outcomes/taught-queries';
import { db } from '@/prisma/client';
import { createPerson } from '@/test/factories/people';
import { makeAttended, makeOutcomeStage } from '@/test/stages/outcomes';
import { type AttemptStage, type Attempts, done } from '../attempt';

/** Each time she is a trainer of the session: beyond her role, that is what it hangs on. */
export function outcomesAttempts({ union }: AttemptStage): Attempts<'outcomes'> {
  const made = makeOutcomeStage();
  const taught = async (viewer: Viewer) => {
    const stage = await made;
    const person = await createPerson(db, union.khuPho5);
    const trainer = { ...viewer, personId: person.id };
    return { trainer, session: await makeAttended(stage, { unit: union.khuPho5, trainer, marks: ['present'] }) };
  };
  const held = made.then((stage) => makeAttended(stage, { unit: union.khuPho5, marks: ['present'], held: true }));
  return {
    'outcomes.see-taught': async (viewer) => {
      await held;
      const taught = await findTaught(viewer, { by: 'commune', from: addDays(today(), -60), to: today() });
      return (taught?.total.sessions ?? 0) > 0;
    },
    'outcomes.see': async (viewer) => {
      const { trainer, session } = await taught(viewer);
      return (await findOutcomes(trainer, session.id)) !== null;
    },
    'outcomes.record': async (viewer) => {
      const { trainer, session } = await taught(viewer);
      const fill = `${(await made).skills[0].id}.alone`;
      return done(await recordOutcomes(trainer, { sessionId: session.id, level: {}, drawn: '', fill }));
    },
    'outcomes.report': async (viewer) => {
      const { trainer, session } = await taught(viewer);
      return done(await writeReport(trainer, { sessionId: session.id, number: 0, wentWell: 'Chị em làm được' }));
    },
  };
}
