import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { PersonRecord } from '@/domain/people/record';
import { findPerson, findStandingId } from '@/domain/people/record-queries';
import { requireViewer } from '@/server/session';

/**
 * Her record as the viewer may see it, once a request; what she may not see does not exist. The address of a record that
 * was merged leads to the one that stands.
 */
export const loadPerson = cache(async (personId: string): Promise<PersonRecord> => {
  const viewer = await requireViewer();
  const person = await findPerson(viewer, personId);
  if (person) return person;
  const standing = await findStandingId(viewer, personId);
  if (standing) redirect(`/admin/people/${standing}`);
  notFound();
});
