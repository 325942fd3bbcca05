import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import type { ConsentPerson } from '@/domain/consents/consent';
import { findConsentPerson } from '@/domain/consents/consent-queries';
import type { PersonRecord } from '@/domain/people/record';
import { findPerson, findStandingId } from '@/domain/people/record-queries';
import { requireViewer } from '@/server/sign-in/session';
import { findRecord } from './record';

/**
 * Her record as the viewer may see it, once a request; what she may not see does not exist. The address of a record that
 * was merged leads to the one that stands.
 */
export const loadPerson = cache(async (personId: string): Promise<PersonRecord> => {
  const viewer = await requireViewer();
  return (await findPerson(viewer, personId)) ?? leadOn(viewer, personId);
});

/** The same with all that the first page of a record shows of her. */
export const loadRecord = cache(async (personId: string) => {
  const viewer = await requireViewer();
  return (await findRecord(viewer, personId)) ?? leadOn(viewer, personId);
});

async function leadOn(viewer: Viewer, personId: string): Promise<never> {
  const standing = await findStandingId(viewer, personId);
  if (standing) redirect(`/admin/people/${standing}`);
  notFound();
}

/**
 * The same for a part of the record that asks for more than seeing it: whoever may open this part of the record that
 * stands is led there.
 */
export const loadPart = cache(
  async (personId: string, part: string, permission: Permission): Promise<ConsentPerson> => {
    const viewer = await requireViewer();
    const person = await findConsentPerson(viewer, personId, permission);
    if (person) return person;
    const standing = await findStandingId(viewer, personId);
    if (standing && (await findConsentPerson(viewer, standing, permission)))
      redirect(`/admin/people/${standing}/${part}` as never);
    notFound();
  },
);
