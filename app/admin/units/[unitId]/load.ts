import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { keptThisMinute } from '@/domain/access/kept-queries';
import { isId } from '@/domain/id';
import { findUnitRecord } from '@/domain/units/record-queries';
import { requireViewer } from '@/server/sign-in/session';

/** The unit of the address, once a request; beyond her reach there is none. Its page tells of sessions to come, which have an hour. */
export const loadUnit = cache(async (unitId: string) => {
  if (!isId(unitId)) notFound();
  const viewer = await requireViewer();
  return (await keptThisMinute(viewer, `unit ${unitId}`, () => findUnitRecord(viewer, unitId))) ?? notFound();
});
