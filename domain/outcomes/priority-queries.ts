import type { Viewer } from '@/domain/access/viewer';
import { SEALED_TABLE } from '@/domain/consents/sensitive/sealed-rows';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import type { Day } from '@/domain/days/day';
import { type SealingKey, unseal } from '@/domain/ground/seal';
import { inTens } from '@/domain/small-count';
import type { Transaction } from '@/prisma/transaction';
import {
  type ReachedRow,
  reachedRows,
  type SealedGroups,
  type SealedWoman,
  sealedWomen,
} from './reached-women-queries';
import { type CountedWoman, type Told, tell } from './suppression';
import type { PriorityRow } from './taught';

/**
 * Women of each priority group within the viewer's rights, in days of one calendar year, and how many fields were opened for it: whoever
 * asks leaves a line in the trail. Null where nobody was reached.
 */
export async function countWithin(
  viewer: Viewer,
  tx: Transaction,
  span: { from: Day; behind: Day },
  keys: readonly SealingKey[],
) {
  const [rows, sealed] = [await reachedRows(viewer, span, tx), await sealedWomen(viewer, span, tx)];
  if (rows.length === 0) return null;
  return { ...tablesOf(rows, sealed, keys), opened: sealed.length };
}

/** Stands for the courses of few women, which have one row together. */
const POOL = 'pool';

function tablesOf(rows: readonly ReachedRow[], sealed: readonly SealedWoman[], keys: readonly SealingKey[]) {
  const communes = rows.filter(({ by }) => by === 'commune');
  const topics = rows.filter(({ by }) => by === 'course');
  const keyOf = ({ key }: ReachedRow) => key ?? POOL;
  const ownRow = new Set(topics.map(keyOf));
  const women = sealed.map(({ communes: where, courses, ...field }): CountedWoman => {
    const learned = courses.map((course) => (ownRow.has(course) ? course : POOL));
    return { groups: groupsIn(field, keys), communes: where, topics: [...new Set(learned)] };
  });
  const told = tell(women, { groups: priorityGroups, communes: communes.map(keyOf), topics: topics.map(keyOf) });
  const rowsOf = (of: readonly ReachedRow[], counts: Told['communes']): PriorityRow[] =>
    of.map(({ key, name, people, consenting }, at) => ({
      key,
      name,
      people,
      consenting: inTens(consenting),
      counts: counts[at] ?? [],
    }));
  return { communes: rowsOf(communes, told.communes), topics: rowsOf(topics, told.topics), total: told.total };
}

/** The groups in one sealed field. What cannot be opened here is not counted. */
function groupsIn({ sealed, sealedOf: personId, keyId, label }: SealedGroups, keys: readonly SealingKey[]): string[] {
  const key = keys.find((each) => each.label === label);
  const opened = key && unseal(sealed, { table: SEALED_TABLE, column: 'priority_groups', personId, keyId }, key);
  return opened ? (JSON.parse(opened) as string[]) : [];
}
