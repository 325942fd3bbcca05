import type { Remedy } from '@/domain/coverage/coverage';

/** The address where a remedy is done, with its record opened. */
export function remedyHref(unitId: string, remedy: Remedy): string {
  if (remedy.deed === 'found') return `/admin/digital-models/new?kind=digital_family&unit=${unitId}`;
  if (remedy.deed === 'recognise') return `/admin/digital-models/new?kind=digital_sub_association&unit=${unitId}`;
  if (remedy.deed === 'activate' || remedy.deed === 'grant') return `/admin/digital-models/${remedy.modelId}#status`;
  if (remedy.deed === 'house')
    return `/admin/digital-models/${remedy.modelId}/${remedy.lacks === 'board' ? 'board' : 'households'}`;
  if (remedy.deed === 'tie') return `/admin/pairs/${remedy.pairId}?family=${remedy.modelId}#tie`;
  return `/admin/pairs/new?unit=${unitId}${remedy.modelId ? `&family=${remedy.modelId}` : ''}`;
}
