import { type IndicatorCode, toldOf } from '../indicator';

/** What stands in one row behind a figure. */
export type RowKind = 'model' | 'pair' | 'person';

/**
 * A row behind a figure. `name`: null where it lies beyond her reach today, though it was of the place on the day; `learner`: of a pair, whom its
 * instructor guides.
 */
export type IndicatorRow = { id: string; kind: RowKind; name: string | null; learner: string | null };

/** What the rows behind an indicator are, where they are listed one by one as it counts them; null where a list of its own shows them. */
export function rowKindOf(code: IndicatorCode): RowKind | null {
  if (toldOf(code).group === 'models') return 'model';
  if (code === 'pairs_active') return 'pair';
  return code === 'women_guided' || code === 'members' || code === 'members_reached' ? 'person' : null;
}

/** Whether they are listed of a place: of the whole city models alone, for it has a million women. */
export const hasRows = (code: IndicatorCode, { level }: { level: string }): boolean =>
  rowKindOf(code) === 'model' || (rowKindOf(code) !== null && level !== 'province');
