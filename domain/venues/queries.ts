import { may, pathOf, placedBelow, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { behind, pageOf, readKey, rowsOfKeys } from '@/domain/page';
import { toUnit, type Unit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import type { Venue } from './venue';

const PAGE = 60;

export type VenuePage = { venues: Venue[]; next: string | null };

/** Halls where the viewer may keep them, of one commune or all she has, sixty at a time by name. `after`: the last one of the page before. */
export async function listVenueRecords(
  viewer: Viewer,
  { communeId, after }: { communeId?: string | undefined; after?: string | undefined },
): Promise<VenuePage> {
  const hers = withinReach(viewer, 'trainings.keep-venues');
  const key = readKey(after);
  const last = key
    ? await db.venue.findFirst({ where: { id: key, unit: hers }, select: { id: true, searchKey: true } })
    : null;
  const keys = db.venue.findMany({
    where: {
      unit: { AND: [hers, communeId ? placedBelow({ communeId }) : {}] },
      ...behind(last, 'searchKey', 'asc'),
    },
    orderBy: [{ searchKey: 'asc' }, { id: 'asc' }],
    select: { id: true },
    take: PAGE + 1,
  });
  const rows = await rowsOfKeys(keys, (ids, take) =>
    db.venue.findMany({ where: { id: { in: ids } }, select: venueSelect(), take }),
  );
  const { page, next } = pageOf(rows, PAGE);
  return { venues: page.map(toVenue), next };
}

/** One hall that the viewer may keep; null when there is none or it is not hers. */
export async function findVenue(viewer: Viewer, venueId: string): Promise<Venue | null> {
  if (!isId(venueId)) return null;
  const row = await db.venue.findFirst({
    where: { id: venueId, unit: withinReach(viewer, 'trainings.keep-venues') },
    select: venueSelect(),
  });
  return row && toVenue(row);
}

/** The open unit that a hall is to belong to, where the viewer may keep halls. */
export async function findUnitOfVenue(viewer: Viewer, unitId: string): Promise<Unit | null> {
  const row = await db.unit.findFirst({
    where: { id: unitId, OR: [{ closedOn: null }, { closedOn: { gt: toDate(today()) } }] },
    select: unitSelect(),
  });
  return row && may(viewer, 'trainings.keep-venues', pathOf(row)) ? toUnit(row) : null;
}

const venueSelect = () =>
  ({
    id: true,
    name: true,
    demo: true,
    address: true,
    seats: true,
    stepFree: true,
    screen: true,
    wifi: true,
    lat: true,
    lon: true,
    retiredOn: true,
    version: true,
    unit: { select: unitSelect() },
  }) as const;

type Row = Prisma.VenueGetPayload<{ select: ReturnType<typeof venueSelect> }>;

function toVenue({ unit, retiredOn, ...row }: Row): Venue {
  const { id, name, communeId } = toUnit(unit);
  return { ...row, retired: retiredOn !== null && retiredOn <= toDate(today()), unit: { id, name, communeId } };
}
