import { pathOf, spanToday } from '@/domain/access/access';
import { isOfProvince } from '@/domain/access/trainer';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import type { Day } from '@/domain/days/day';
import type { Audience } from '@/domain/scales/audience';
import type { DeliveryMode } from '@/domain/scales/delivery-mode';
import type { SeatsTold } from '@/domain/small-count';
import { type Commune, nameToday } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';
import type { Before } from './move';
import {
  type DecisionKind,
  isOwn,
  rightsOn,
  type SessionFacts,
  type SessionRights,
  type SessionState,
} from './session';

/** A session as the signed-in area lists it. `place` is the hall, or the unit itself when it meets where it always does. */
export type SessionSummary = {
  id: string;
  slug: string;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  mode: DeliveryMode;
  seats: number;
  demo: boolean;
  version: number;
  /** the viewer teaches it or proposed it */
  own: boolean;
  title: string;
  courseCode: string;
  unit: { id: string; name: string; path: string };
  /** for several communes, decided by the province */
  forProvince: boolean;
  /** its own, or of a session for the whole province the one where its hall stands */
  commune: Commune | null;
  place: string;
  rights: SessionRights;
};

/** One step of a session's history; `before` says when it would have begun before it was moved. */
export type SessionDecision = {
  id: string;
  kind: DecisionKind;
  reason: string | null;
  decidedAt: Date;
  decidedBy: string | null;
  before: Before | null;
};

/** A session as its own page shows it. Trainers' names are for the signed-in area only. */
export type SessionRecord = SessionSummary & {
  unitPath: UnitPath;
  courseId: string;
  /** the series it was planned in */
  seriesId: string | null;
  venue: { id: string; name: string; address: string | null; seats: number | null } | null;
  audience: Audience;
  language: string;
  /** null also for whoever neither decides on it nor teaches it */
  onlineUrl: string | null;
  notes: string | null;
  proposedBy: string | null;
  proposedAt: Date;
  trainers: { id: string; name: string }[];
  decisions: SessionDecision[];
};

/** The columns of a summary, and of the facts that rights depend on. */
export const summarySelect = () =>
  ({
    id: true,
    slug: true,
    state: true,
    startsAt: true,
    endsAt: true,
    allDay: true,
    mode: true,
    seats: true,
    demo: true,
    version: true,
    proposedById: true,
    course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
    unit: { select: { id: true, slug: true, level: true, unitNames: nameToday(), unitSpans: spanToday() } },
    venue: {
      select: { id: true, name: true, address: true, seats: true, unit: { select: { unitSpans: spanToday() } } },
    },
    sessionTrainers: { select: { trainerId: true }, take: 20 },
  }) as const;

/** A session as `summarySelect` reads it. */
export type SummaryRow = Prisma.SessionGetPayload<{ select: ReturnType<typeof summarySelect> }>;

export const factsOf = (row: SummaryRow): SessionFacts => ({
  state: row.state,
  startsAt: row.startsAt,
  unitPath: pathOf(row.unit),
  proposedById: row.proposedById,
  trainerIds: row.sessionTrainers.map(({ trainerId }) => trainerId),
});

type InCommune = { unitSpans: { communeId: string | null }[] };
type Placed = { unit: InCommune; venue: { unit: InCommune } | null };

/** The commune of a session's unit; of the province's own sessions the one of their hall. */
export const communeOf = ({ unit, venue }: Placed) =>
  unit.unitSpans[0]?.communeId ?? venue?.unit.unitSpans[0]?.communeId ?? '';

export function toSummary(row: SummaryRow, viewer: Viewer, communes: Map<string, Commune>): SessionSummary {
  const { id, slug, state, startsAt, endsAt, allDay, mode, seats, demo, version, course, unit, venue } = row;
  const name = unit.unitNames[0]?.name ?? unit.slug;
  return {
    id,
    slug,
    state,
    startsAt,
    endsAt,
    allDay,
    mode,
    seats,
    demo,
    version,
    own: isOwn(viewer, factsOf(row)),
    title: courseWords(course.courseTexts, viewer.locale)?.title ?? course.code,
    courseCode: course.code,
    unit: { id: unit.id, name, path: pathOf(unit) },
    forProvince: isOfProvince(factsOf(row)),
    commune: communes.get(communeOf(row)) ?? null,
    place: venue?.name ?? name,
    rights: rightsOn(viewer, factsOf(row)),
  };
}

/**
 * A training as every reader sees it: no names of people. `free` counts seats that can be had at once, where numbers are
 * told at all.
 */
export type PublishedSession = SeatsTold & {
  id: string;
  slug: string;
  /** what a poster shows to be typed */
  number: number;
  state: 'approved' | 'held' | 'cancelled';
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  /** when something that calendars show was last changed */
  changedAt: Date;
  day: Day;
  mode: DeliveryMode;
  audience: Audience;
  language: string;
  demo: boolean;
  notes: string | null;
  calendarSequence: number;
  course: { code: string; title: string; description: string; preconditions: string | null; minutes: number };
  /** what the course is about, in the words of the competence framework */
  topic: string;
  unit: string;
  commune: Commune | null;
  venue: PublishedVenue | null;
};

export type PublishedVenue = {
  id: string;
  name: string;
  address: string | null;
  stepFree: boolean;
  screen: boolean;
  wifi: boolean;
  lat: number | null;
  lon: number | null;
};
