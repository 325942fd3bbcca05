import { expect } from 'vitest';
import { addDays, today } from '@/domain/day';
import { recordActivity } from '@/domain/digital-models/activity-commands';
import { foundModel } from '@/domain/digital-models/commands';
import { editModel } from '@/domain/digital-models/edit-commands';
import { findModel } from '@/domain/digital-models/queries';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { db } from '@/prisma/client';
import { createModel } from '@/prisma/factories/digital-models';
import { type AttemptStage, type Attempts, done } from './attempt';

export function digitalModelsAttempts({ union, province }: AttemptStage): Attempts<'digital-models'> {
  const family = async () => (await createModel(db, union.khuPho5, { from: '2026-01-10' })).id;
  const modelOf = async (id: string) => (await findModel(province, id)) ?? expect.unreachable();
  return {
    'digital-models.see': async (viewer) => (await findModel(viewer, await family())) !== null,
    'digital-models.found': async (viewer) =>
      done(
        await foundModel(viewer, {
          ...{ kind: 'digital_family', unitId: union.khuPho5.id, name: `Gia đình số ${Math.random()}` },
          ...{ foundedOn: addDays(today(), -5), status: 'planned', pilot: false },
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
  };
}
