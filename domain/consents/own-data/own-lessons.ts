import { fromDate } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import type { Transaction } from '@/prisma/transaction';
import type { OwnData } from './own-data';
import { ROWS_MAX, unit, unitName } from './own-record';
import { said, skillName } from './own-work';

const lesson = {
  onDay: true,
  minutes: true,
  takenBackAt: true,
  topic: skillName,
} as const;

/** Lessons outside classes in which she is named; `ids` are her records. The oldest first. */
export async function listOwnLessons(
  database: Transaction,
  locale: Locale,
  ids: readonly string[],
): Promise<OwnData['peerLessons']> {
  const hers = { in: [...ids] };
  const select = { ...lesson, unit: unit() };
  const [taught, learned] = await Promise.all([
    database.peerLesson.findMany({ where: { teacherId: hers }, select, take: ROWS_MAX }),
    database.peerLearner.findMany({
      where: { personId: hers },
      select: { lesson: { select } },
      take: ROWS_MAX,
    }),
  ]);
  const all = [
    ...taught.map((row) => ({ row, as: 'teacher' as const })),
    ...learned.map((row) => ({ row: row.lesson, as: 'learner' as const })),
  ];
  return all
    .map(({ row: { onDay, minutes, takenBackAt, topic, ...row }, as }) => ({
      on: fromDate(onDay),
      topic: said(locale, topic) ?? '',
      minutes,
      unit: unitName(row.unit),
      as,
      takenBack: takenBackAt !== null,
    }))
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}
