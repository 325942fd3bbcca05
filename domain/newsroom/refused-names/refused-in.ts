import { createHash } from 'node:crypto';
import { dayOf } from '@/domain/days/day';
import type { RefusedName } from './refused-name';

/** A text of a piece that says a name which was refused at an instant; `words`: the hash of what readers read there. */
export type RefusedInText = { name: string; key: string; refusedAt: Date; words: string };

/** Each name once, with the newest day of a no, and what there is to see of it. */
export function refusedIn(found: readonly RefusedInText[]): RefusedName[] {
  const names = new Map<string, RefusedInText[]>();
  for (const each of found) names.set(each.key, [...(names.get(each.key) ?? []), each]);
  return [...names].map(([key, those]) => ({
    name: those[0]?.name ?? key,
    key,
    refusedOn: dayOf(new Date(Math.max(...those.map(({ refusedAt }) => refusedAt.getTime())))),
    seen: createHash('sha256')
      .update(those.map(({ words, refusedAt }) => `${words} ${refusedAt.toISOString()}`).join('\n'))
      .digest('hex'),
  }));
}
