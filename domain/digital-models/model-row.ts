import { activeOn, type Day, fromDate, today } from '@/domain/days/day';
import { type Host, toHost } from '@/domain/units/host';
import { toUnit } from '@/domain/units/unit';
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
  _count: { select: { modelMembers: { where: activeOn(today()) }, modelHouseholds: { where: activeOn(today()) } } },
});

type SelectedRow = {
  id: string;
  kind: ModelKind;
  name: string;
  foundedOn: Date;
  launchedOn: Date | null;
  pilot: boolean;
  demo: boolean;
  modelHosts: { unit: Parameters<typeof toUnit>[0] }[];
  modelStatuses: { status: ModelStatus; validFrom: Date }[];
  _count: { modelMembers: number; modelHouseholds: number };
};

/** `names` hold the names of the units above the host, by id. */
export function toRow(row: SelectedRow, names: ReadonlyMap<string, string>): ModelRow {
  const { modelHosts, modelStatuses, _count, foundedOn, launchedOn, ...rest } = row;
  const [host] = modelHosts;
  const [status] = modelStatuses;
  return {
    ...rest,
    host: host ? toHost(toUnit(host.unit), names) : null,
    status: status?.status ?? 'planned',
    since: fromDate(status?.validFrom ?? foundedOn),
    foundedOn: fromDate(foundedOn),
    launchedOn: launchedOn && fromDate(launchedOn),
    members: _count.modelMembers,
    households: _count.modelHouseholds,
  };
}
