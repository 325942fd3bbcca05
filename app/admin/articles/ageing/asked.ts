import { oneOf } from '@/app/address';
import { type AgeingReason, ageingReasons } from '@/domain/articles/renewal/ageing';
import { ageingPath } from '../asked';

export type Asked = { reason?: AgeingReason; after?: string };

/** The reason that an address asks for, and where its page begins. */
export function askedOf(query: Record<string, string | string[] | undefined>): Asked {
  const reason = ageingReasons.find((each) => each === oneOf(query.reason));
  const after = oneOf(query.after);
  return { ...(reason ? { reason } : {}), ...(after ? { after } : {}) };
}

/** The address of the list that answers this. */
export function addressOf(asked: Asked): string {
  const query = new URLSearchParams(asked);
  return query.size > 0 ? `${ageingPath}?${query}` : ageingPath;
}
