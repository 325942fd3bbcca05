import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { personsKeptWithin, personsWithin } from '../person';
import type { KnownSkill, SeenSkill } from './skill';

const SKILLS_MAX = 300;

/** Skills that a person whom the viewer reaches has learned, and where each was seen; at most 300. */
export async function listKnownSkills(viewer: Viewer, personId: string): Promise<KnownSkill[]> {
  if (!isId(personId)) return [];
  const [reached, skills] = await Promise.all([
    db.person.count({ where: { id: personId, ...personsWithin(viewer, 'people.see') } }),
    readKnownSkills(personId),
  ]);
  return reached ? skills : [];
}

const readKnownSkills = (personId: string) => db.$queryRaw<(KnownSkill & { on: Day })[]>`
    SELECT k.skill_id AS "skillId", s.name_vi AS "nameVi", s.name_en AS "nameEn", k.level::text AS level, k.on_day::text AS "on", k.source
    FROM app.known_skill k JOIN skill s ON s.id = k.skill_id WHERE k.person_id = ${personId}::uuid
    ORDER BY s.position, s.id, k.on_day DESC, k.source LIMIT ${SKILLS_MAX}`;

/**
 * Skills written down of her outside of sessions and pairs, to be corrected by the keeper of her record; at most 300.
 */
export async function listSeenSkills(viewer: Viewer, personId: string): Promise<SeenSkill[]> {
  if (!isId(personId)) return [];
  const rows = await db.personSkill.findMany({
    where: { personId, level: { not: null }, person: personsKeptWithin(viewer, 'people.record') },
    orderBy: [{ skill: { position: 'asc' } }, { skillId: 'asc' }],
    select: {
      skillId: true,
      skill: { select: { nameVi: true, nameEn: true } },
      level: true,
      markedOn: true,
      recordedBy: { select: { displayName: true } },
      version: true,
    },
    take: SKILLS_MAX,
  });
  return rows.flatMap(({ skill, level, markedOn, recordedBy, ...row }) =>
    level ? [{ ...row, ...skill, level, on: fromDate(markedOn), recordedBy: recordedBy?.displayName ?? null }] : [],
  );
}
