import { placedToday, withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { searchKey } from '@/domain/clean-text';
import { activeOn, type Day, today } from '@/domain/day';
import { type Unit, unitSelect } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import type { ModelKind } from './digital-model';

/**
 * Models that the viewer reaches, as a Prisma filter: the unit that hosts them today lies within her reach; where no
 * unit hosts them today, one that did.
 */
export const modelsWithin = (viewer: Viewer, permission: Permission) => {
  const unit = withinReach(viewer, permission);
  return {
    OR: [
      { modelHosts: { some: { ...activeOn(today()), unit } } },
      { modelHosts: { some: { unit }, none: activeOn(today()) } },
    ],
  };
};

/** Models hosted today by a unit of this commune, as a Prisma filter. */
export const modelsOfCommune = (communeId: string) => ({
  modelHosts: {
    some: { ...activeOn(today()), unit: { unitSpans: { some: { AND: [placedToday(), { communeId }] } } } },
  },
});

/** Whose members a model's people are: those of its sub-association, also where one of the groups hosts it. */
export const peopleArea = ({ level, path }: Pick<Unit, 'level' | 'path'>): UnitPath =>
  level === 'group' ? path.replace(/[^/]+\/$/, '') : path;

/** The host of today (or the last one), to be selected with a model. */
export const hostToday = () => ({
  orderBy: { validFrom: 'desc' as const },
  where: { validFrom: activeOn(today()).validFrom },
  select: { unit: { select: unitSelect() } },
  take: 1,
});

/** The status of today, to be selected with a model. */
export const statusToday = () => ({
  where: activeOn(today()),
  select: { status: true, validFrom: true },
  take: 1,
});

/**
 * The days of a unit, which stays locked until the end of the transaction: of two who found a model there at once the
 * second sees the first one's.
 */
export async function lockHost(tx: Transaction, unitId: string): Promise<{ opened: Day; closed: Day | null } | null> {
  const [days] = await tx.$queryRaw<{ opened: Day; closed: Day | null }[]>`
    SELECT opened_on::text AS opened, closed_on::text AS closed FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`;
  return days ?? null;
}

/** How many models of a kind (and name, read without marks) stand at a unit today, ended ones and `exceptId` aside. */
export const countStanding = (
  tx: Transaction,
  { unitId, kind, name, exceptId }: { unitId: string; kind: ModelKind; name?: string; exceptId?: string },
) =>
  tx.digitalModel.count({
    where: {
      kind,
      modelHosts: { some: { ...activeOn(today()), unitId } },
      modelStatuses: { none: { ...activeOn(today()), status: 'ended' } },
      ...(name ? { searchKey: searchKey(name) } : {}),
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
  });

/**
 * Takes the record for a change: true when it still is as she saw it. Its version rises, also when only its dated rows
 * change. The last thing before writing: what is refused afterwards would be kept half.
 */
export async function takeVersion(tx: Transaction, modelId: string, version: number): Promise<boolean> {
  const rows =
    await tx.$executeRaw`UPDATE digital_model SET id = id WHERE id = ${modelId}::uuid AND version = ${version}`;
  return rows === 1;
}
