import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { listQualifications } from '@/domain/certificates/qualification-queries';
import type { ConsentPerson } from '@/domain/consents/consent';
import { findConsentPerson } from '@/domain/consents/consent-queries';
import { listModelsOfPerson } from '@/domain/digital-models/people/person-queries';
import { listComingOfPerson } from '@/domain/enrolments/participants/person-queries';
import { isId } from '@/domain/id';
import { listPairsOfPerson } from '@/domain/pairs/queries';
import type { PersonRecord } from '@/domain/people/record';
import { findPerson, findStandingId } from '@/domain/people/record-queries';
import { listKnownSkills } from '@/domain/people/skills/skill-queries';
import { requireViewer } from '@/server/sign-in/session';

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

/** Her record with all that its first page shows of her, in one reading. */
export const loadRecord = cache(async (personId: string) => {
  const viewer = await requireViewer();
  const read = () => readRecord(viewer, personId);
  const record = isId(personId) ? await keptThisMinute(viewer, `record of ${personId}`, read) : null;
  return record ?? { person: await loadPerson(personId), ...(await readAround(viewer, personId)) };
});

async function readRecord(viewer: Viewer, personId: string) {
  const [person, around] = await Promise.all([findPerson(viewer, personId), readAround(viewer, personId)]);
  return person && { person, ...around };
}

async function readAround(viewer: Viewer, personId: string) {
  const [skills, qualifications, pairs, models, sessions] = await Promise.all([
    listKnownSkills(viewer, personId),
    listQualifications(viewer, personId),
    listPairsOfPerson(viewer, personId),
    listModelsOfPerson(viewer, personId),
    listComingOfPerson(viewer, personId),
  ]);
  return { skills, around: { qualifications, pairs, models, sessions } };
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
