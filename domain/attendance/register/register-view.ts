import { spanToday } from '@/domain/access/access';
import { courseWords } from '@/domain/courses/course';
import type { Locale } from '@/domain/locale';
import { liveStates } from '@/domain/scales/enrolment-state';
import type { SummaryRow } from '@/domain/trainings/session-view';
import { nameToday } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';
import { type Line, markOf } from '../mark';

type HeadRow = Pick<SummaryRow, 'id' | 'demo' | 'course' | 'unit' | 'venue'>;

/** The heading of a register, in the hall, on the page and on paper. */
export const headOf = ({ id, demo, course, unit, venue }: HeadRow, locale: Locale) => ({
  id,
  demo,
  title: courseWords(course.courseTexts, locale)?.title ?? course.code,
  place: venue?.name ?? unit.unitNames[0]?.name ?? unit.slug,
});

/** Women on a register, as a filter of enrolments: with a place, waiting, or marked all the same. */
export const onRegister = () => ({
  OR: [
    { state: { in: [...liveStates] } },
    { state: 'cancelled' as const, attendance: { is: { OR: [{ mark: { not: null } }, { conflict: true }] } } },
  ],
});

/** The columns of a line, wherever it is shown. */
export const lineSelect = () => ({
  id: true,
  arrivalNo: true,
  name: true,
  seatNo: true,
  accessNeed: true,
  unitWords: true,
  unit: { select: { id: true, level: true, unitNames: nameToday(), unitSpans: spanToday() } },
  person: { select: { fullName: true } },
  attendance: { select: { mark: true, conflict: true, witnesses: true, lastArrival: true } },
});

type LineRow = Prisma.EnrolmentGetPayload<{ select: ReturnType<typeof lineSelect> }>;

/** A woman's unit as `lineSelect` reads it. */
export type Group = NonNullable<LineRow['unit']>;

/** The sub-association of a group; the unit itself where it is none. */
export const aboveOf = (unit: Group | null) => unit && (unit.unitSpans[0]?.subAssociationId ?? unit.id);

/** "Tổ 1" where its own sub-association meets (`hostId`), "Tổ 1, Khu phố 5" where several do. `names`: of those above. */
export function groupOf(unit: Group | null, hostId: string, names: ReadonlyMap<string, string>): string | null {
  const above = aboveOf(unit);
  if (!unit || !above) return null;
  const own = unit.unitNames[0]?.name ?? '';
  return above === unit.id || above === hostId ? own : `${own}, ${names.get(above) ?? ''}`;
}

/** A woman on a register. */
export type Listed = Line & {
  /** her enrolment */
  id: string;
  /** the line of the printed register: fixed by the order of arrival */
  no: number;
  name: string;
  need: string | null;
  /** she has a seat: neither on the waiting list nor come beyond the seats */
  seated: boolean;
};

export const nameOf = ({ name, person }: Pick<LineRow, 'name' | 'person'>) => name ?? person?.fullName ?? '';

export const toListed = (row: LineRow): Listed => ({
  id: row.id,
  no: row.arrivalNo,
  name: nameOf(row),
  need: row.accessNeed,
  seated: row.seatNo !== null,
  mark: markOf(row.attendance?.mark),
  conflict: row.attendance?.conflict ?? false,
});
