import { expect } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { recordActivity } from '@/domain/digital-models/activities/activity-commands';
import { foundModel } from '@/domain/digital-models/commands';
import { dropCriteria, planCriteria } from '@/domain/digital-models/criteria/criteria-commands';
import { meetCriterion } from '@/domain/digital-models/criteria/judge-commands';
import { editModel } from '@/domain/digital-models/edit-commands';
import { appointToBoard } from '@/domain/digital-models/people/people-commands';
import { answerHint } from '@/domain/digital-models/practices/hint-commands';
import { listHintsOf } from '@/domain/digital-models/practices/hint-queries';
import { writePractice } from '@/domain/digital-models/practices/practice-commands';
import { findModel } from '@/domain/digital-models/queries';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { makeCriterion, noPicture } from '@/test/stages/digital-models';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

export const digitalModelsAttempts = (stage: AttemptStage): Attempts<'digital-models'> => ({
  ...attemptsOnTheRecord(stage),
  ...attemptsOnWhatItShows(stage),
});

const toolsOf = ({ union, province }: AttemptStage) => ({
  family: async () => (await createModel(db, union.khuPho5, { from: '2026-01-10' })).id,
  modelOf: async (id: string) => (await findModel(province, id)) ?? expect.unreachable(),
});

/** What a model is: founded, changed, its people and its days. */
function attemptsOnTheRecord(stage: AttemptStage) {
  const { union } = stage;
  const { family, modelOf } = toolsOf(stage);
  return {
    'digital-models.see': async (viewer) => (await findModel(viewer, await family())) !== null,
    'digital-models.found': async (viewer) =>
      done(
        await foundModel(viewer, {
          kind: 'digital_family',
          unitId: union.khuPho5.id,
          name: `Gia đình số ${Math.random()}`,
          foundedOn: addDays(today(), -5),
          status: 'planned',
          pilot: false,
        }),
      ),
    'digital-models.edit': async (viewer) => {
      const { id, version, foundedOn } = await modelOf(await family());
      return done(
        await editModel(viewer, { modelId: id, version, name: `Tên mới ${Math.random()}`, foundedOn, pilot: false }),
      );
    },
    'digital-models.change-status': async (viewer) => {
      const { id, version } = await modelOf(await family());
      return done(await changeStatus(viewer, { modelId: id, version, status: 'paused', from: today() }));
    },
    'digital-models.record-activity': async (viewer) =>
      done(await recordActivity(viewer, { modelId: await family(), onDay: today(), topic: 'Cài VNeID' })),
    'digital-models.keep-people': async (viewer) => {
      const personId = await makeMember(union.khuPho5);
      return done(await appointToBoard(viewer, { modelId: await family(), personId, office: 'deputy', from: today() }));
    },
  } satisfies Partial<Attempts<'digital-models'>>;
}

/** What it is judged by, shares and is asked. */
function attemptsOnWhatItShows(stage: AttemptStage) {
  const { union, province } = stage;
  const { family, modelOf } = toolsOf(stage);
  return {
    'digital-models.share-practice': async (viewer) => {
      const club = { kind: 'digital_womens_club', from: '2026-01-10' } as const;
      const { id, version } = await modelOf((await createModel(db, union.khuPho5, club)).id);
      const practice = { charter: 'Sinh hoạt ngày 5 hằng tháng', plan: '', lessons: [], shared: true };
      return done(await writePractice(viewer, { modelId: id, version, ...practice }));
    },
    'digital-models.judge': async (viewer) => {
      const criterionId = await makeCriterion('digital_family');
      const day = today();
      return done(await meetCriterion(viewer, { modelId: await family(), criterionId, day }, noPicture));
    },
    'digital-models.set-criteria': async (viewer) => {
      const kind = 'one_plus_one_instructor';
      const planned = await planCriteria(viewer, { kind, from: addDays(today(), 5) });
      if (!planned.ok) return false;
      // one is planned at a time: the next who tries finds none
      const where = { kind, validTo: null } as const;
      const { id: listId, version } = await db.criteriaList.findFirstOrThrow({
        where,
        select: { id: true, version: true },
      });
      expect(done(await dropCriteria(province, { listId, version }))).toBe(true);
      return true;
    },
    'digital-models.see-hints': async (viewer) => (await listHintsOf(viewer, await family())).length > 0,
    'digital-models.answer-hint': async (viewer) => {
      const modelId = await family();
      const [hint] = await listHintsOf(province, modelId);
      if (!hint) expect.unreachable();
      const { hint: name, digest } = hint;
      return done(await answerHint(viewer, { modelId, hint: name, digest, text: 'Đang chuẩn bị sinh hoạt lại' }));
    },
  } satisfies Partial<Attempts<'digital-models'>>;
}
