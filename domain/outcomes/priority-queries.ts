import type { Viewer } from '@/domain/access/viewer';
import { SEALED_TABLE } from '@/domain/consents/sensitive/sealed-rows';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import type { Day } from '@/domain/days/day';
import { type SealingKey, unseal } from '@/domain/ground/seal';
import { inTens } from '@/domain/small-count';
import type { Transaction } from '@/prisma/transaction';
import { type ReachedRow, reachedRows, type SealedWoman, sealedWomen } from './reached-women-queries';
import { type CountedWoman, type Told, tell } from './suppression';
import type { PriorityRow } from './taught';

/** Leaves the line of a count in the trail, which says how many fields are opened for it, and answers with its id. */
type Note = (opened: number) => Promise<string>;

/**
 * Women of each priority group within the viewer's rights, in days of one calendar year: what is counted is handed out for the line in
 * the trail that `note` leaves. Null where nobody was reached, and then nothing is noted.
 */
export async function countWithin(
  viewer: Viewer,
  tx: Transaction,
  asked: { span: { from: Day; behind: Day }; keys: readonly SealingKey[]; note: Note },
) {
  const { span, keys, note } = asked;
  const [rows, women] = [await reachedRows(viewer, span, tx), await sealedWomen(viewer, span, tx)];
  if (rows.length === 0) return null;
  const groups = await sealedGroups(await note(women.length), women, tx);
  return tablesOf(rows, women, new Map(groups.map((field) => [field.id, groupsIn(field, keys)])));
}

/** Stands for the courses of few women, which have one row together. */
const POOL = 'pool';

function tablesOf(
  rows: readonly ReachedRow[],
  sealed: readonly SealedWoman[],
  groupsOf: ReadonlyMap<string, readonly string[]>,
) {
  const communes = rows.filter(({ by }) => by === 'commune');
  const topics = rows.filter(({ by }) => by === 'course');
  const keyOf = ({ key }: ReachedRow) => key ?? POOL;
  const ownRow = new Set(topics.map(keyOf));
  const women = sealed.map(({ id, communes: where, courses }): CountedWoman => {
    const learned = courses.map((course) => (ownRow.has(course) ? course : POOL));
    return { groups: groupsOf.get(id) ?? [], communes: where, topics: [...new Set(learned)] };
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
  const opened = key && unseal(sealed, { table: SEALED_TABLE, column: 'priority_groups', row: personId, keyId }, key);
  return opened ? (JSON.parse(opened) as string[]) : [];
}

/** Her priority groups as they are kept, with what is needed to open them. */
type SealedGroups = {
  id: string;
  /** the record that the field was sealed for; another one where records were merged */
  sealedOf: string;
  sealed: Uint8Array;
  keyId: string;
  label: string;
};

/** The sealed priority groups of women, for the entry of the trail that says who counts them (0245). */
const sealedGroups = (entryId: string, women: readonly SealedWoman[], tx: Transaction): Promise<SealedGroups[]> =>
  tx.$queryRaw<SealedGroups[]>`
    SELECT g.woman::text AS id, g.person_id::text AS "sealedOf", g.sealed, g.key_id::text AS "keyId", g.label
    FROM app.sealed_groups_of(${entryId}::uuid, ${women.map(({ id }) => id)}::uuid[]) g`;
