import { type Day, fromDate } from '@/domain/days/day';
import { type Host, toHost } from '@/domain/units/host';
import { toUnit } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';
import type { ModelKind } from './digital-model';
import { hostToday, statusToday } from './people/host';
import type { ModelStatus } from './status';

/** A model as lists show it today. */
export type ModelRow = {
  id: string;
  kind: ModelKind;
  name: string;
  host: Host | null;
  status: ModelStatus;
  since: Day;
  foundedOn: Day;
  launchedOn: Day | null;
  pilot: boolean;
  demo: boolean;
  members: number;
  households: number;
};

/** The columns of a `ModelRow`. */
export const rowSelect = () => ({
  id: true,
  kind: true,
  name: true,
  foundedOn: true,
  launchedOn: true,
  pilot: true,
  demo: true,
  modelHosts: hostToday(),
  modelStatuses: statusToday(),
});

type SelectedRow = Prisma.DigitalModelGetPayload<{ select: ReturnType<typeof rowSelect> }>;

/** What a row shows beside its own columns, by id: the names of the units above its host, and how many belong to it today. */
type Beside = {
  names: ReadonlyMap<string, string>;
  counts: ReadonlyMap<string, { members: number; households: number }>;
};

export function toRow(row: SelectedRow, { names, counts }: Beside): ModelRow {
  const { modelHosts, modelStatuses, foundedOn, launchedOn, ...rest } = row;
  const [host] = modelHosts;
  const [status] = modelStatuses;
  return {
    ...rest,
    host: host ? toHost(toUnit(host.unit), names) : null,
    status: status?.status ?? 'planned',
    since: fromDate(status?.validFrom ?? foundedOn),
    foundedOn: fromDate(foundedOn),
    launchedOn: launchedOn && fromDate(launchedOn),
    members: counts.get(row.id)?.members ?? 0,
    households: counts.get(row.id)?.households ?? 0,
  };
}
