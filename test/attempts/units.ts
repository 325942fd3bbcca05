import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { findUnit } from '@/domain/units/queries';
import { setReception } from '@/domain/units/reception/reception-commands';
import { planInput } from '@/domain/units/restructuring/change';
import { confirmPlan, planChange } from '@/domain/units/restructuring/plan-commands';
import { previewPlan } from '@/domain/units/restructuring/plan-queries';
import { db } from '@/prisma/client';
import { createGroup } from '@/test/factories/units';
import { type AttemptStage, type Attempts, done } from '../attempt';

async function carriedOut(viewer: Viewer, input: Record<string, unknown>): Promise<boolean> {
  const planned = await planChange(viewer, planInput.parse({ from: today(), ...input }));
  if (!planned.ok) return false;
  const planId = planned.value.id;
  const seen = await previewPlan(viewer, planId);
  return seen.ok && done(await confirmPlan(viewer, { planId, digest: seen.value.digest }));
}

export function unitsAttempts({ union }: AttemptStage): Attempts<'units'> {
  return {
    'units.see': async (viewer) => (await findUnit(viewer, union.khuPho5.id)) !== null,
    'units.found': (viewer) =>
      carriedOut(viewer, { kind: 'found', unitId: union.khuPho5.id, name: 'Tổ mới', unitKind: 'group' }),
    'units.change': async (viewer) => {
      const unit = await createGroup(db, union.khuPho5, { name: 'Tổ cũ' });
      return carriedOut(viewer, { kind: 'rename', unitId: unit.id, name: 'Tổ đổi tên' });
    },
    'units.receive': async (viewer) => {
      const unitId = union.longHung.id;
      const row = await db.unitReception.findUnique({ where: { unitId }, select: { version: true } });
      return done(await setReception(viewer, { unitId, version: row?.version ?? 0, place: 'Nhà văn hóa khu phố 5' }));
    },
  };
}
