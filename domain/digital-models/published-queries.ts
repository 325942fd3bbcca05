import { activeOn, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { type Host, toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { standingActivity } from './activities/activity';
import { type ModelKind, modelKinds, sinceOf } from './digital-model';
import { hostToday, modelsOfCommune, statusToday } from './people/host';

const PUBLISHED_MAX = 1_000;

/** A model as everyone may see it: what, where, since when. Nobody's name. */
export type PublishedModel = {
  id: string;
  kind: ModelKind;
  name: string;
  host: Host;
  /** launched where that is on record, else active or planned since */
  since: Day;
  /** when its people last met, where that is on record */
  met: Day | null;
  status: 'active' | 'planned';
  demo: boolean;
};

/** Models that are active or planned today: clubs first and families last, the youngest of a kind first; at most 1,000 (name a commune). */
export async function listPublishedModels(
  filter: { communeId?: string; kind?: ModelKind } = {},
): Promise<PublishedModel[]> {
  const rows = await db.digitalModel.findMany({
    relationLoadStrategy: 'query',
    where: {
      AND: [
        filter.kind ? { kind: filter.kind } : {},
        filter.communeId ? modelsOfCommune(filter.communeId) : {},
        { modelStatuses: { some: { ...activeOn(today()), status: { in: ['active', 'planned'] } } } },
      ],
    },
    orderBy: [{ kind: 'asc' }, { foundedOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      kind: true,
      name: true,
      foundedOn: true,
      launchedOn: true,
      demo: true,
      modelHosts: hostToday(),
      modelStatuses: statusToday(),
      modelActivities: {
        where: { ...standingActivity, onDay: { lte: toDate(today()) } },
        orderBy: [{ onDay: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { onDay: true },
      },
    },
    take: PUBLISHED_MAX,
  });
  const names = await listPublishedNames(
    rows.flatMap(({ modelHosts }) => modelHosts.flatMap(({ unit }) => unitsAbove(toUnit(unit)))),
  );
  return rows.flatMap(({ modelHosts, modelStatuses, modelActivities: [last], foundedOn, launchedOn, ...row }) =>
    modelHosts.map(({ unit }) => ({
      ...row,
      host: toHost(toUnit(unit), names),
      since: sinceOf({ foundedOn: fromDate(foundedOn), launchedOn: launchedOn && fromDate(launchedOn) }),
      met: last ? fromDate(last.onDay) : null,
      status: modelStatuses[0]?.status === 'active' ? ('active' as const) : ('planned' as const),
    })),
  );
}

export type ModelCount = { kind: ModelKind; active: number; planned: number; units: number; communes: number };

/** How many models of each kind are active and planned today, in how many units and communes the active ones stand. */
export async function countPublishedModels(communeId?: string): Promise<ModelCount[]> {
  const day = toDate(today());
  const rows = await db.$queryRaw<ModelCount[]>`
    SELECT m.kind::text AS kind,
      (count(*) FILTER (WHERE s.status = 'active'))::int AS active,
      (count(*) FILTER (WHERE s.status = 'planned'))::int AS planned,
      (count(DISTINCT h.unit_id) FILTER (WHERE s.status = 'active'))::int AS units,
      (count(DISTINCT p.commune_id) FILTER (WHERE s.status = 'active'))::int AS communes
    FROM digital_model m
    JOIN model_status s ON s.model_id = m.id AND app.active_on(s.valid_from, s.valid_to, ${day}::date)
    JOIN model_host h ON h.model_id = m.id AND app.active_on(h.valid_from, h.valid_to, ${day}::date)
    JOIN app.unit_place p ON p.unit_id = h.unit_id
    WHERE ${communeId ?? null}::uuid IS NULL OR p.commune_id = ${communeId ?? null}::uuid
    GROUP BY m.kind`;
  const none = { active: 0, planned: 0, units: 0, communes: 0 };
  return modelKinds.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, ...none });
}
