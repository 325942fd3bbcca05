import { mayAnywhere } from '@/domain/access/access';
import { placedTodaySql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, startOf, toDate } from '@/domain/days/day';
import { SUGGEST_DAYS } from '@/domain/trainings/booking/suggestion';
import type { Times } from '@/domain/trainings/session';
import { unitNameSql } from '@/domain/units/name-queries';
import { neighboursOf } from '@/domain/units/neighbour';
import { db, Prisma } from '@/prisma/client';
import type { Hall, HallBeside } from './hall-choice';
import type { PlaceFacts } from './next-training';
import type { UnmetUnit } from './unit-choice';
import { NOTICE_DAYS } from './weights';

const UNITS_MAX = 5_000;
const HALLS_MAX = 2_000;
const BUSY_MAX = 5_000;

type There = {
  units: Map<string, UnmetUnit[]>;
  halls: Map<string, Hall[]>;
  /** of communes that border on these, by their code */
  beside: Map<string, HallBeside[]>;
  busy: (Times & { who: string })[];
};

type Rows = {
  units: (UnmetUnit & { communeId: string })[] | null;
  halls: (Hall & { communeId: string; code: string | null; commune: string })[] | null;
  busy: { who: string; startsAt: string; endsAt: string }[] | null;
};

/**
 * Of these communes, which the viewer reaches, the units that are not covered and the halls, also those over their borders; and when halls of theirs and these
 * trainers are taken in the days that a class is suggested for.
 */
export async function readThere(
  viewer: Viewer,
  places: readonly Pick<PlaceFacts, 'communeId' | 'code'>[],
  trainerIds: readonly string[],
  day: Day,
): Promise<There> {
  if (places.length === 0 || !mayAnywhere(viewer, 'trainings.see'))
    return { units: new Map(), halls: new Map(), beside: new Map(), busy: [] };
  const communeIds = places.map(({ communeId }) => communeId);
  const codes = places.flatMap(({ code }) => neighboursOf(code));
  const from = addDays(day, NOTICE_DAYS);
  const [row] = await db.$queryRaw<Rows[]>`
    WITH hall AS MATERIALIZED (SELECT p.commune_id AS "communeId", c.code, ${unitNameSql(Prisma.sql`c.id`)} AS commune, v.id, v.unit_id AS "unitId", v.name, v.seats, v.step_free AS "stepFree" FROM venue v
        JOIN unit_span p ON p.unit_id = v.unit_id AND ${placedTodaySql(Prisma.sql`p`)} JOIN unit c ON c.id = p.commune_id
        WHERE (c.id = ANY (${communeIds}::uuid[]) OR c.code = ANY (${codes}::text[])) AND (v.retired_on IS NULL OR v.retired_on > ${toDate(day)}::date) LIMIT ${HALLS_MAX}),
      taken AS MATERIALIZED (SELECT id, venue_id, starts_at, ends_at FROM session WHERE state IN ('approved', 'held')
        AND starts_at < ${startOf(addDays(from, SUGGEST_DAYS))} AND ends_at > ${startOf(from)})
    SELECT (SELECT json_agg(u) FROM (SELECT c.id AS "communeId", m.unit_id AS id, ${unitNameSql(Prisma.sql`m.unit_id`)} AS name, m.level,
          m.sub_association_id AS "subAssociationId", ${unitNameSql(Prisma.sql`m.sub_association_id`)} AS "subAssociation", m.missing, m.because
        FROM unnest(${communeIds}::uuid[]) c(id) CROSS JOIN LATERAL app.missing(c.id, ${toDate(day)}::date) m LIMIT ${UNITS_MAX}) u) AS units,
      (SELECT json_agg(h) FROM hall h) AS halls,
      (SELECT json_agg(b) FROM (SELECT t.venue_id AS who, t.starts_at AS "startsAt", t.ends_at AS "endsAt" FROM taken t WHERE t.venue_id IN (SELECT id FROM hall)
        UNION ALL SELECT st.trainer_id, t.starts_at, t.ends_at FROM taken t JOIN session_trainer st ON st.session_id = t.id
          WHERE st.trainer_id = ANY (${[...trainerIds]}::uuid[]) LIMIT ${BUSY_MAX}) b) AS busy`;
  return {
    units: byCommune(row?.units ?? [], ({ communeId }) => communeId),
    halls: byCommune(row?.halls ?? [], ({ communeId }) => communeId),
    beside: byCommune(row?.halls ?? [], ({ code }) => code ?? ''),
    busy: (row?.busy ?? []).map(({ who, startsAt, endsAt }) => ({
      who,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    })),
  };
}

function byCommune<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return found;
}
