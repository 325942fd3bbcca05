import type { UnitGap } from '@/domain/coverage/coverage';
import type { MatrixRow } from '@/domain/coverage/matrix/matrix';
import { unitsOf } from '@/domain/coverage/matrix/matrix';
import type { AskedOfHer } from '@/domain/reminders/reminder';

/** What one asked her for in one go, as far as it is not mended: the gaps, and whether a silent commune is to say that it reports. */
export type AskedHere = Pick<AskedOfHer, 'by' | 'askedOn' | 'lastDay'> & { gaps: UnitGap[]; silent: boolean };

type Place = { rows: readonly MatrixRow[]; communeId: string; isSilent: boolean };

/** Of what she was reminded of, what lies at this place and is still missing; the nearest last day first. */
export function askedHere(asked: readonly AskedOfHer[], { rows, communeId, isSilent }: Place): AskedHere[] {
  const gaps = unitsOf(rows).flatMap(({ gap }) => gap ?? []);
  const each = new Map<string, AskedHere>();
  for (const { unitId, parts, by, askedOn, lastDay } of asked) {
    const lacks = ({ missing }: UnitGap) => missing.some((part) => parts.includes(part));
    const still = gaps.filter((gap) => (gap.unitId === unitId || unitId === communeId) && lacks(gap));
    const silent = unitId === communeId && isSilent && parts.includes('records');
    if (still.length === 0 && !silent) continue;
    const key = [lastDay, askedOn, by].join(' ');
    const known = each.get(key) ?? { by, askedOn, lastDay, gaps: [], silent: false };
    each.set(key, { ...known, gaps: [...known.gaps, ...still], silent: known.silent || silent });
  }
  return [...each.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}
