import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import { listCommunesWithPlanned } from '@/domain/digital-models/planned-queries';
import { countModels, listFirstModels } from '@/domain/digital-models/queries';
import type { Scene } from '@/domain/overview/place';
import type { Task } from '@/domain/overview/task';
import { listCommunesWithQuiet } from '@/domain/pairs/quiet/quiet-place-queries';
import { countQuietPairs, listFirstQuietPairs } from '@/domain/pairs/quiet-queries';
import { listPublishedNames } from '@/domain/units/name-queries';
import type { Here } from './here';
import { FIRST, mostIn, named, opened } from './which';

/* What waits without an hour: kept until anything is written. */

/** Models that are planned and wait to be active, where she may say that they are. */
export async function modelsPlanned(here: Here): Promise<Task | undefined> {
  if (!mayAnywhere(here.viewer, 'digital-models.change-status')) return;
  return keptFor(here.viewer, `models planned in ${here.scene}`, () => readPlanned(here));
}

/** Pairs of which nobody has told anything for long, where she may note what they did. */
export async function pairsQuiet(here: Here): Promise<Task | undefined> {
  if (!mayAnywhere(here.viewer, 'pairs.guide')) return;
  return keptFor(here.viewer, `quiet pairs in ${here.scene}`, () => readQuiet(here));
}

/** Three names tell much of a dozen, and little of a thousand: of the city those communes are named that have most. */
const namedOf = (scene: Scene) => (scene === 'province' ? 0 : FIRST);

async function readPlanned({ viewer, scene }: Here): Promise<Task> {
  const planned = { status: 'planned' } as const;
  const [count, first, most] = await Promise.all([
    countModels(viewer, planned),
    listFirstModels(viewer, planned, namedOf(scene)),
    scene === 'province' ? listCommunesWithPlanned(viewer, FIRST) : null,
  ]);
  const list = '/admin/digital-models?status=planned';
  const href = opened(count, first[0] && `/admin/digital-models/${first[0].id}#status`, list);
  return { name: 'modelsPlanned', count, href, which: most ? mostIn(most) : named(first.map(({ name }) => name)) };
}

async function readQuiet({ viewer, scene }: Here): Promise<Task> {
  const [count, first, most] = await Promise.all([
    countQuietPairs(viewer),
    listFirstQuietPairs(viewer, namedOf(scene)),
    scene === 'province' ? listCommunesWithQuiet(viewer, FIRST) : null,
  ]);
  const names = await listPublishedNames(first.map(({ subAssociationId }) => subAssociationId));
  const places = first.map(({ unit, subAssociationId }) =>
    scene === 'unit' ? unit : (names.get(subAssociationId ?? '') ?? unit),
  );
  const href = opened(count, first[0] && `/admin/pairs/${first[0].pairId}`, '/admin/pairs/quiet');
  const which = most ? mostIn(most) : ({ of: 'places', names: [...new Set(places)] } as const);
  return { name: 'pairsQuiet', count, href, which };
}
