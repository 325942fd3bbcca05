import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { listUnits } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';

/** Places to narrow a list to: communes where she has several, else the sub-associations of hers. */
export async function placesToAsk(viewer: Viewer): Promise<Unit[]> {
  const communes = await listUnits(viewer, { permission: 'pairs.see', levels: ['commune'] });
  if (communes.length > 1) return communes;
  return [...communes, ...(await listUnits(viewer, { permission: 'pairs.see', levels: ['sub_association'] }))];
}
