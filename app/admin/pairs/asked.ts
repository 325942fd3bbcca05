import { oneOf } from '@/app/address';

/** The filters of the list. */
export type AskedPairs = {
  communeId?: string | undefined;
  subAssociationId?: string | undefined;
  state?: 'live' | 'ended' | undefined;
  q?: string | undefined;
};

export const pairsPath = '/admin/pairs';
export const quietPath = '/admin/pairs/quiet';
export const chainsPath = '/admin/pairs/chains';

/** The filters of an address; a value that it should not hold is left out. */
export const askedOf = (query: Record<string, string | string[] | undefined>): AskedPairs => ({
  communeId: oneOf(query.commune),
  subAssociationId: oneOf(query.unit),
  state: (['live', 'ended'] as const).find((each) => each === oneOf(query.state)),
  q: oneOf(query.q)?.slice(0, 100),
});

/** The address of the list that answers this. */
export function addressOf({ communeId, subAssociationId, ...asked }: AskedPairs & { after?: string }): string {
  const entries = Object.entries({ ...asked, commune: communeId, unit: subAssociationId }).filter(([, value]) => value);
  return entries.length ? `${pairsPath}?${new URLSearchParams(entries as [string, string][])}` : pairsPath;
}
