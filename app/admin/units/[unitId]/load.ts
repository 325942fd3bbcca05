import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { keptFor, keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { findUnitRecord } from '@/domain/units/record-queries';
import type { UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/sign-in/session';

/** The unit of the address, once a request; beyond her reach there is none. Its page tells of sessions to come, which have an hour. */
export const loadUnit = cache(async (unitId: string) => {
  if (!isId(unitId)) notFound();
  const viewer = await requireViewer();
  return (await keptThisMinute(viewer, `unit ${unitId}`, () => recordThisMinute(viewer, unitId))) ?? notFound();
});

/** Another one each minute: its page is drawn for each. */
async function recordThisMinute(viewer: Viewer, unitId: string): Promise<UnitRecord | null> {
  const record = await keptFor(viewer, `record of unit ${unitId}`, () => findUnitRecord(viewer, unitId));
  return record && { ...record };
}

/** What its page tells beside, without an hour: kept until anything is written. */
export async function besideUnit<Told>({ id }: UnitRecord, what: string, read: (viewer: Viewer) => Promise<Told>) {
  const viewer = await requireViewer();
  return keptFor(viewer, `${what} of unit ${id}`, () => read(viewer));
}
