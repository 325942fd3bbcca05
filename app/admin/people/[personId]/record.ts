import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { listQualifications } from '@/domain/certificates/qualification-queries';
import { listModelsOfPerson } from '@/domain/digital-models/people/person-queries';
import { listComingOfPerson } from '@/domain/enrolments/participants/person-queries';
import { isId } from '@/domain/id';
import { listPairsOfPerson } from '@/domain/pairs/queries';
import { findPerson } from '@/domain/people/record-queries';
import { listKnownSkills } from '@/domain/people/skills/skill-queries';

/**
 * A woman's record and what is known around it, each part as far as the viewer may see it; null beyond her reach. Kept until something is
 * written or a minute begins: sessions to come have an hour.
 */
export const findRecord = async (viewer: Viewer, personId: string) =>
  isId(personId) ? keptThisMinute(viewer, `record of ${personId}`, () => readRecord(viewer, personId)) : null;

async function readRecord(viewer: Viewer, personId: string) {
  const [person, skills, qualifications, pairs, models, sessions] = await Promise.all([
    findPerson(viewer, personId),
    listKnownSkills(viewer, personId),
    listQualifications(viewer, personId),
    listPairsOfPerson(viewer, personId),
    listModelsOfPerson(viewer, personId),
    listComingOfPerson(viewer, personId),
  ]);
  return person && { person, skills, around: { qualifications, pairs, models, sessions } };
}
