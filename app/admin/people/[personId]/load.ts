import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { PersonRecord } from '@/domain/people/record';
import { findPerson } from '@/domain/people/record-queries';
import { requireViewer } from '@/server/session';

/** Her record as the viewer may see it, once a request; what she may not see does not exist. */
export const loadPerson = cache(
  async (personId: string): Promise<PersonRecord> => (await findPerson(await requireViewer(), personId)) ?? notFound(),
);
