import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { SEALED_TABLE } from '@/domain/consents/sensitive/sealed-rows';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { type SealingKey, unseal } from '@/domain/ground/seal';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { ok, problem, type Result } from '@/domain/result';
import { inTens } from '@/domain/small-count';
import { transaction } from '@/prisma/client';
import {
  type ReachedRow,
  reachedRows,
  type SealedGroups,
  type SealedWoman,
  sealedWomen,
} from './reached-women-queries';
import { type CountedWoman, type Told, tell } from './suppression';
import type { PriorityInput, PriorityRow, PriorityTables } from './taught';

type Answer = Promise<Result<PriorityTables, 'not-found' | 'no-key' | 'nobody-reached'>>;

/**
 * Counts women of each priority group reached in a calendar year, in tens and up to the last month's end, by the
 * rules of decision 0024. One line in the trail says who counted and how many were opened.
 */
export async function countPriorityGroups(viewer: Viewer, { year }: PriorityInput): Answer {
  if (!mayAnywhere(viewer, 'outcomes.see-taught') || !mayAnywhere(viewer, 'sensitive.see')) return problem('not-found');
  const keys = sealingKeys();
  if (keys.length === 0) return problem('no-key');
  const behind = [monthStart(today()), `${year + 1}-01-01`].sort()[0] as Day;
  const span = { from: `${year}-01-01` as Day, behind };
  const wide = mayForProvince(viewer, 'outcomes.see-taught') && mayForProvince(viewer, 'sensitive.see');
  return transaction(async (tx) => {
    const [rows, sealed] = [await reachedRows(viewer, span, tx), await sealedWomen(viewer, span, tx)];
    if (rows.length === 0) return problem('nobody-reached');
    await record(tx, viewer, {
      verb: 'read',
      action: 'countPriorityGroups',
      subjectType: 'list',
      unitId: viewer.grants[0]?.unitId ?? null,
      change: { year, opened: sealed.length },
    });
    const { topics, ...told } = tablesOf(rows, sealed, keys);
    return ok({ ...told, topics: wide ? topics : null, until: addDays(behind, -1) });
  });
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
