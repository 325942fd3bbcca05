import { PairsLeft, PairsLeftBehind } from '@/components/pairs/pairs-left';
import { may } from '@/domain/access/access';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { requireViewer } from '@/server/sign-in/session';
import { loadPairsOf } from './load';

const endsIn = ({ kind, host }: ModelRecord) => (kind === 'digital_family' ? host : null);

/** In the form that ends a Digital Family: which pairs run on in it. */
export async function LeftBehind({ model }: { model: ModelRecord }) {
  return endsIn(model) && <PairsLeftBehind pairs={await loadPairsOf(model.id)} />;
}

/** After it was ended, or its end announced: the same pairs, and what one does next. */
export async function Left({ model, done }: { model: ModelRecord; done: string | undefined }) {
  const host = endsIn(model);
  const ends = model.status === 'ended' || model.announced?.status === 'ended';
  if (!host || !ends || done !== 'changed') return null;
  const found = may(await requireViewer(), 'digital-models.found', host.path)
    ? `/admin/digital-models/new?${new URLSearchParams({ kind: model.kind, unit: host.unitId })}`
    : undefined;
  return <PairsLeft pairs={await loadPairsOf(model.id)} found={found} />;
}
