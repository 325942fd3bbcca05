import { ModelReach } from '@/components/pairs/model-reach';
import { PairsOfModel } from '@/components/pairs/pairs-of-model';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { today } from '@/domain/days/day';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { countReachOfModel } from '@/domain/pairs/chain-queries';
import { listPairs } from '@/domain/pairs/queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadPairsOf } from './load';

/** Only families and 1+1 models have pairs; of a family's unit also those that could be tied to it. A club reaches women by its members. */
export async function Pairs({ model }: { model: ModelRecord }) {
  if (model.kind === 'digital_womens_club') return <ReachOfClub model={model} />;
  if (model.kind !== 'digital_family' && model.kind !== 'one_plus_one_instructor') return null;
  const viewer = await requireViewer();
  const here = model.kind === 'digital_family' && model.host ? { unitId: model.host.unitId } : null;
  const [pairs, beside, reach, signed] = await Promise.all([
    loadPairsOf(model.id),
    here ? listPairs(viewer, { ...here, state: 'live' }) : null,
    countReachOfModel(viewer, model.id),
    findPublishedReading(today()),
  ]);
  const untied = beside?.pairs.filter(({ families }) => families.length === 0) ?? [];
  return <PairsOfModel model={model} pairs={pairs} untied={untied} reach={reach} signed={signed} />;
}

async function ReachOfClub({ model }: { model: ModelRecord }) {
  const reach = await countReachOfModel(await requireViewer(), model.id);
  return reach && <ModelReach reach={reach} />;
}
