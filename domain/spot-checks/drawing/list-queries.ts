import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { findQuestionedUnits, listQuestionedUnits } from '@/domain/digital-models/practices/hint-queries';
import { db } from '@/prisma/client';
import type { Listed } from './stratum';
import type { Official } from './visitors';

/** Every covered sub-association and group of a day in communes that report: the list that is drawn from. Nothing for others. */
export const listCovered = (viewer: Viewer, day: Day): Promise<Listed[]> =>
  coveredWith(viewer, day, listQuestionedUnits);

/** The same before it is drawn from: what of today is asked about is taken from what is kept. */
export const previewCovered = (viewer: Viewer, day: Day): Promise<Listed[]> =>
  coveredWith(viewer, day, findQuestionedUnits);

async function coveredWith(viewer: Viewer, day: Day, listQuestioned: typeof listQuestionedUnits): Promise<Listed[]> {
  if (!mayForProvince(viewer, 'spot-checks.draw')) return [];
  const [rows, questioned] = await Promise.all([readCovered(day), listQuestioned(viewer, day)]);
  return rows.map((row) => ({ ...row, questioned: questioned.has(row.unitId) }));
}

const readCovered = (day: Day) => db.$queryRaw<Omit<Listed, 'questioned'>[]>`
    WITH here AS MATERIALIZED (SELECT commune_id, sum(units)::int AS units FROM app.coverage(${toDate(day)}::date) WHERE reported GROUP BY 1)
    SELECT c.unit_id::text AS "unitId", coalesce(u.code, u.slug) AS "communeCode", coalesce(k.kind IN ('ward', 'special_zone'), false) AS ward,
      here.units AS "communeUnits", c.level::text
    FROM app.coverage_units(${toDate(day)}::date) c JOIN here ON here.commune_id = c.commune_id JOIN unit u ON u.id = c.commune_id
      LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, ${toDate(day)}::date)
    WHERE c.covered`;

/** Officials of communes who can be sent today, with the communes they are officials of and all in which they have a role. */
export async function listOfficials(viewer: Viewer): Promise<Official[]> {
  if (!mayForProvince(viewer, 'spot-checks.draw')) return [];
  return db.$queryRaw<Official[]>`
    SELECT a.id::text AS "accountId", array_agg(DISTINCT coalesce(c.code, c.slug)) FILTER (WHERE g.role = 'commune_official' AND g.unit_id = c.id) AS communes,
      array_agg(DISTINCT coalesce(c.code, c.slug)) AS "ownCommunes"
    FROM account a JOIN role_grant g ON g.account_id = a.id AND app.active_on(g.valid_from, g.valid_to, ${toDate(today())}::date)
      JOIN app.unit_place p ON p.unit_id = g.unit_id JOIN unit c ON c.id = p.commune_id
    WHERE a.disabled_at IS NULL
    GROUP BY a.id HAVING bool_or(g.role = 'commune_official' AND g.unit_id = c.id)`;
}
