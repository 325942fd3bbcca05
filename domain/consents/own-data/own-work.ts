import { fromDate } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import type { Transaction } from '@/prisma/transaction';
import { dated, daysOf, oldestFirst, ROWS_MAX } from './own-record';

export const skillName = { select: { nameVi: true, nameEn: true } } as const;

export const said = (locale: Locale, skill: { nameVi: string; nameEn: string } | null) =>
  skill && (locale === 'vi' ? skill.nameVi : skill.nameEn);
/** Her pairs and the digital models she belongs to; `ids` are her records. */
export async function listOwnPairs(database: Transaction, locale: Locale, ids: readonly string[]) {
  const [pairs, models, skills] = await Promise.all([
    listPairs(database, locale, ids),
    listModels(database, ids),
    listSkills(database, locale, ids),
  ]);
  return { pairs, models, skills };
}

async function listPairs(database: Transaction, locale: Locale, ids: readonly string[]) {
  const hers = { in: [...ids] };
  const other = { select: { id: true, fullName: true } } as const;
  const pairs = await database.pair.findMany({
    where: { OR: [{ instructorId: hers }, { learnerId: hers }] },
    orderBy: oldestFirst,
    select: {
      ...dated,
      endReason: true,
      outcome: true,
      instructor: other,
      learner: other,
      pairGoals: { select: { level: true, markedOn: true, skill: skillName }, take: ROWS_MAX },
      pairContacts: {
        orderBy: [{ onDay: 'asc' }, { id: 'asc' }],
        select: { onDay: true, minutes: true, skill: skillName },
        take: ROWS_MAX,
      },
    },
    take: ROWS_MAX,
  });
  return pairs.map(({ instructor, learner, pairGoals, pairContacts, endReason, outcome, ...days }) => {
    const guides = ids.includes(instructor.id);
    return {
      ...daysOf(days),
      as: guides ? ('instructor' as const) : ('learner' as const),
      with: guides ? learner.fullName : instructor.fullName,
      endReason,
      outcome,
      goals: pairGoals.map(({ skill, level, markedOn }) => ({
        skill: said(locale, skill) ?? '',
        mark: level,
        on: markedOn && fromDate(markedOn),
      })),
      contacts: pairContacts.map(({ onDay, minutes, skill }) => ({
        on: fromDate(onDay),
        minutes,
        skill: said(locale, skill),
      })),
    };
  });
}

/** The models she belongs to, and those whose board she sits on. */
async function listModels(database: Transaction, ids: readonly string[]) {
  const hers = { in: [...ids] };
  const [members, seats] = await Promise.all([
    database.modelMember.findMany({
      where: { personId: hers },
      orderBy: oldestFirst,
      select: { ...dated, model: { select: { name: true, kind: true } } },
      take: ROWS_MAX,
    }),
    database.boardSeat.findMany({
      where: { personId: hers },
      orderBy: oldestFirst,
      select: { ...dated, office: true, model: { select: { name: true, kind: true } } },
      take: ROWS_MAX,
    }),
  ]);
  return [
    ...members.map(({ model, ...days }) => ({ ...daysOf(days), ...model, office: null })),
    ...seats.map(({ model, office, ...days }) => ({ ...daysOf(days), ...model, office })),
  ];
}

async function listSkills(database: Transaction, locale: Locale, ids: readonly string[]) {
  const hers = { in: [...ids] };
  const skills = await database.personSkill.findMany({
    where: { personId: hers, level: { not: null } },
    orderBy: [{ markedOn: 'asc' }, { skillId: 'asc' }],
    select: { level: true, markedOn: true, skill: skillName },
    take: ROWS_MAX,
  });
  return skills.map(({ skill, level, markedOn }) => ({
    skill: said(locale, skill) ?? '',
    mark: level,
    on: fromDate(markedOn),
  }));
}
