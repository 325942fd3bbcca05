import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { rowSelect, toRow } from '../model-row';
import { countPeople } from './count-queries';
import { modelsWithin } from './host';
import type { ModelOfPerson, PartInModel } from './model-people';

const ROWS_MAX = 60;

/**
 * Models within the viewer's reach that a person belongs to: by a seat on the board, as a member, or with her
 * household. Present ones come before past ones, at most sixty parts.
 */
export async function listModelsOfPerson(viewer: Viewer, personId: string): Promise<ModelOfPerson[]> {
  const parts = isId(personId) ? await listParts(personId) : [];
  if (parts.length === 0) return [];
  const rows = await db.digitalModel.findMany({
    where: { id: { in: parts.map(({ modelId }) => modelId) }, ...modelsWithin(viewer, 'digital-models.see') },
    select: rowSelect(),
    take: ROWS_MAX,
  });
  const ids = rows.map(({ id }) => id);
  const [names, counts] = await Promise.all([
    listPublishedNames(rows.flatMap(({ modelHosts }) => modelHosts.flatMap(toAbove))),
    countPeople(viewer, ids),
  ]);
  const models = new Map(rows.map((row) => [row.id, toRow(row, { names, counts })]));
  return [...new Set(parts.map(({ modelId }) => modelId))].flatMap((modelId) => {
    const model = models.get(modelId);
    if (!model) return [];
    const { id, kind, name, host, status, demo } = model;
    const hers = parts.filter((part) => part.modelId === modelId).map(({ modelId: _, ...part }) => part);
    hers.sort((one, other) => weight(one) - weight(other));
    return [{ id, kind, name, host, status, demo, parts: hers }];
  });
}

/** A present part stands before a past one; an office before being a member, and that before one's household. */
const weight = ({ as, to }: PartInModel) =>
  ['board', 'member', 'household'].indexOf(as) + (to !== null && to <= today() ? 3 : 0);

const toAbove = ({ unit }: { unit: Parameters<typeof toUnit>[0] }) => unitsAbove(toUnit(unit));

/** A household's part lasts while both she is in the household and the family counts on it. */
const listParts = (personId: string) => db.$queryRaw<(PartInModel & { modelId: string })[]>`
  SELECT model_id::text AS "modelId", 'board' AS "as", office::text AS office, valid_from::text AS "from", valid_to::text AS "to"
    FROM board_seat WHERE person_id = ${personId}::uuid
  UNION ALL
  SELECT model_id::text, 'member', NULL, valid_from::text, valid_to::text FROM model_member WHERE person_id = ${personId}::uuid
  UNION ALL
  SELECT f.model_id::text, 'household', NULL, greatest(h.valid_from, f.valid_from)::text, least(h.valid_to, f.valid_to)::text
    FROM household_member h JOIN model_household f ON f.household_id = h.household_id
      AND f.valid_from < coalesce(h.valid_to, 'infinity') AND h.valid_from < coalesce(f.valid_to, 'infinity')
    WHERE h.person_id = ${personId}::uuid
  ORDER BY "to" DESC NULLS FIRST, "from" DESC, "modelId" LIMIT ${ROWS_MAX}`;
