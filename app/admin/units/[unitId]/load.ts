import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findUnitRecord } from '@/domain/units/record-queries';
import { requireViewer } from '@/server/sign-in/session';

/** The unit of the address, once a request; beyond her reach there is none. */
export const loadUnit = cache(
  async (unitId: string) => (await findUnitRecord(await requireViewer(), unitId)) ?? notFound(),
);
