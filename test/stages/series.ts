import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today, weekStart } from '@/domain/days/day';
import type { Detail } from '@/domain/result';
import { findSeries } from '@/domain/series/change-queries';
import { confirmSeries } from '@/domain/series/commands';
import { confirmSeriesInput } from '@/domain/series/inputs';
import { proposeSession } from '@/domain/trainings/commands';
import { proposeSessionInput } from '@/domain/trainings/session-inputs';
import { makeViewer } from '@/test/union';
import { makeTrainingStage, sessionFields } from './trainings';

/** A stage of trainings on which series are planned: weekly ones of four sessions unless a test says otherwise. */
export async function makeSeriesStage() {
  const stage = await makeTrainingStage();
  const { official } = stage;
  const form = (over: object = {}) =>
    sessionFields(stage, {
      repeat: 'weekly',
      every: '1',
      ends: 'count',
      count: '4',
      until: '',
      skipHolidays: '',
      ...over,
    });
  const confirm = (who: Viewer, over: object = {}) => confirmSeries(who, confirmSeriesInput.parse(form(over)));
  return {
    ...stage,
    viewer: await makeViewer('viewer', stage.union.province),
    form,
    confirm,
    /** one that is confirmed; the answer is the id of its first session */
    made: async (over: object): Promise<string> => idOf(await confirm(official, over)),
    /** one session that stands */
    approved: async (over: object): Promise<string> =>
      idOf(
        await proposeSession(official, proposeSessionInput.parse(sessionFields(stage, { approve: 'yes', ...over }))),
      ),
    seriesOf: async (sessionId: string) => (await findSeries(official, sessionId)) ?? [],
  };
}

function idOf(result: { ok: true; value: { id: string } } | { ok: false; problem: string }): string {
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

/** Mondays far enough ahead; each test begins at weeks of its own. */
export const monday = (weeks: number): Day => addDays(weekStart(today()), 7 * weeks);

/** All that a refusal says stands in the way. */
export const clashesIn = (detail?: Detail) =>
  JSON.parse(detail?.clashes ?? '[]') as { problem: string; detail: { day: string } }[];
