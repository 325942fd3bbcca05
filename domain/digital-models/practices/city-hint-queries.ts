import { mayForProvince, reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import { keptParts } from '@/prisma/kept/kept-parts';
import type { Hint } from './hint';
import { hintsSql } from './hint-sql-queries';

const HINTS_MAX = 200_000;

/** A hint without what was answered to it; the page that shows it reads that. */
export type CityHint = Omit<Hint, 'communeName' | 'answer'> & { communeId: string | null; isAnswered: boolean };

/**
 * All hints of today, a list for each commune and one for what lies in none, the strongest first; null for who does not see all of them.
 * A commune's are kept until something changes that they come from.
 */
export async function listCityHints(
  viewer: Viewer,
  communeId?: string,
): Promise<readonly (readonly CityHint[])[] | null> {
  if (!mayForProvince(viewer, 'digital-models.see-hints')) return null;
  const day = today();
  const areas = reach(viewer, 'digital-models.see-hints');
  const communes = [...(await mapPublishedCommunes()).keys()];
  const asked = communeId ? communes.filter((id) => id === communeId) : communes;
  if (asked.length === 0) return null;
  const [kept, others] = await Promise.all([
    keptParts(
      asked,
      (id) => ({ name: `hints ${id} ${day}`, tags: [`figures:${id}`, `hints:${id}`, 'figures', 'units', 'today'] }),
      (ids) => readByCommune(areas, day, ids, ids.length === communes.length),
    ),
    communeId ? [] : readHints(areas, day, beyondCommunes),
  ]);
  return [...kept.map((hints) => hints ?? []), others];
}

/** Hosted by the province or by a unit affiliated to it: few, and nobody tells when they change. */
const beyondCommunes = Prisma.sql`(p.commune_id IS NULL OR p.commune_id IN (SELECT id FROM unit WHERE level = 'affiliated'))`;

async function readByCommune(areas: string[], day: Day, ids: readonly string[], areAll: boolean) {
  const within = areAll ? Prisma.sql`true` : Prisma.sql`p.commune_id = ANY (${[...ids]}::uuid[])`;
  const hints = await readHints(areas, day, within);
  const lists = new Map<string, CityHint[]>(ids.map((id) => [id, []]));
  for (const hint of hints) lists.get(hint.communeId ?? '')?.push(hint);
  return lists;
}

const readHints = (areas: string[], day: Day, commune: Prisma.Sql): Promise<CityHint[]> => db.$queryRaw`
  ${hintsSql(areas, day, commune)}
  SELECT m.id AS "modelId", m.name AS "modelName", m.kind::text AS kind, m.unit_id AS "unitId", m.commune_id AS "communeId", h.hint, h.strength, h.day::text AS day, h.count, h.digest,
    EXISTS (SELECT FROM model_hint_answer x WHERE x.model_id = h.model_id AND x.hint::text = h.hint AND x.digest = h.digest) AS "isAnswered"
  FROM h JOIN m ON m.id = h.model_id ORDER BY -h.strength, m.id, h.hint LIMIT ${HINTS_MAX}`;
