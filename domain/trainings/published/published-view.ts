import { placedToday, spanToday } from '@/domain/access/access';
import type { Audience } from '@/domain/scales/audience';
import type { DeliveryMode } from '@/domain/scales/delivery-mode';
import { stillWaits } from '@/domain/scales/enrolment-state';
import { nameToday } from '@/domain/units/unit';

/** The filters of public lists, calendars and maps. */
export type PublishedNarrowing = {
  communeId?: string | undefined;
  /** several communes: what their own units hold, without what is for every commune */
  communeIds?: readonly string[] | undefined;
  courseCode?: string | undefined;
  audience?: Audience | undefined;
  mode?: DeliveryMode | undefined;
};

/** Which sessions are meant, as a filter on them. */
export const narrowedTo = ({ communeId, communeIds, courseCode, audience, mode }: PublishedNarrowing) => ({
  ...(communeId ? ofCommune(communeId) : {}),
  ...(communeIds ? ofCommunes(communeIds) : {}),
  ...(courseCode ? { course: { code: courseCode } } : {}),
  ...(audience ? { audience } : {}),
  ...(mode ? { mode } : {}),
});

/** Sessions of a commune, of its units, and of the province as a whole, which is for every commune. */
const ofCommune = (communeId: string) => ({
  unit: { OR: [{ level: 'province' as const }, { unitSpans: { some: { AND: [placedToday(), { communeId }] } } }] },
});

const ofCommunes = (ids: readonly string[]) => ({
  unit: { unitSpans: { some: { AND: [placedToday(), { communeId: { in: [...ids] } }] } } },
});

/**
 * Sessions that are approved, held, or cancelled after they were approved. A proposal that was taken back was never
 * public.
 */
export const oncePublic = () => ({
  OR: [
    { state: { in: ['approved' as const, 'held' as const] } },
    { state: 'cancelled' as const, sessionDecisions: { some: { kind: 'approved' as const } } },
  ],
});

/** The columns of a published session, with the seats that are held and whether somebody waits for one. */
export const publishedSelect = () =>
  ({
    id: true,
    slug: true,
    number: true,
    state: true,
    startsAt: true,
    endsAt: true,
    allDay: true,
    mode: true,
    audience: true,
    language: true,
    seats: true,
    demo: true,
    notes: true,
    calendarSequence: true,
    changedAt: true,
    course: {
      select: {
        code: true,
        minutes: true,
        courseTexts: { select: { locale: true, title: true, description: true, preconditions: true }, take: 2 },
        courseSkills: {
          select: { skill: { select: { code: true, nameVi: true, nameEn: true, position: true } } },
          take: 20,
        },
      },
    },
    unit: { select: { slug: true, unitNames: nameToday(), unitSpans: spanToday() } },
    _count: { select: { enrolments: { where: { seatNo: { not: null } } } } },
    enrolments: { where: stillWaits(), select: { id: true }, take: 1 },
    venue: {
      select: {
        id: true,
        name: true,
        address: true,
        stepFree: true,
        screen: true,
        wifi: true,
        lat: true,
        lon: true,
        unit: { select: { unitSpans: spanToday() } },
      },
    },
  }) as const;
