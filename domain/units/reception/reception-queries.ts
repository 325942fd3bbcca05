import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { findUnit } from '../queries';
import { shownOfficeNumber } from './office-number';
import type { Reception, ReceptionRecord } from './reception';

const NOTHING: ReceptionRecord = { number: null, place: null, hours: null, demo: false, version: 0 };

/** Where women of a commune are received, to be changed; null for other units, and for who may not say it. */
export async function findReception(viewer: Viewer, unitId: string): Promise<ReceptionRecord | null> {
  const [unit, row] = await Promise.all([findUnit(viewer, unitId, 'units.receive'), readReception(unitId)]);
  if (unit?.level !== 'commune' || !may(viewer, 'units.receive', unit.path)) return null;
  return row ?? NOTHING;
}

const isSaid = ({ number, place, hours }: Reception) => Boolean(number || place || hours);

async function readReception(unitId: string): Promise<ReceptionRecord | null> {
  const row = await db.unitReception.findUnique({
    where: { unitId },
    select: { phone: true, place: true, hours: true, demo: true, version: true },
  });
  if (!row) return null;
  const { phone, ...said } = row;
  return { ...said, number: phone && shownOfficeNumber(phone) };
}

/** Where women of a commune are received, for everybody, kept until something of units changes; null where nothing is said. */
export const findPublishedReception = (communeId: string): Promise<Reception | null> =>
  keptValue(`reception ${communeId}`, ['units'], async () => {
    const row = await readReception(communeId);
    return row && isSaid(row) ? row : null;
  });
