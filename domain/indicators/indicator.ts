import type { Permission } from '@/domain/access/permissions';
import type { Day } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';

type Told = {
  group: IndicatorGroup;
  /** who may see it signed in */
  needs: Permission;
  /** its public address; without one it is told to those who are signed in, as counts of people are, and of models those by kind and status */
  slug?: Record<Locale, string>;
  /** counted from the beginning of the year up to the day, not on the day */
  flow?: true;
  /** goes through what all women did: of the whole province it takes longer than a statement usually may */
  heavy?: true;
  /** told elsewhere: what is counted needs somebody who asks */
  asked?: true;
};

export const indicatorGroups = ['coverage', 'models', 'trainings', 'peer-lessons', 'pairs', 'people'] as const;
export type IndicatorGroup = (typeof indicatorGroups)[number];

const coverage = { group: 'coverage', needs: 'coverage.see' } as const;
const models = { group: 'models', needs: 'digital-models.see' } as const;
const trainings = { group: 'trainings', needs: 'outcomes.see-taught', flow: true } as const;
const lessons = { group: 'peer-lessons', needs: 'peer-lessons.see', flow: true } as const;
const pairs = { group: 'pairs', needs: 'pairs.see' } as const;

/**
 * Every indicator by its code, in the order of lists. Its words are data (table `indicator`), its arithmetic `app.indicator` in the
 * database; tests hold the three together.
 */
export const indicators = {
  coverage_sub_association: { ...coverage, slug: { vi: 'ty-le-bao-phu-chi-hoi', en: 'sub-association-coverage' } },
  coverage_group: { ...coverage, slug: { vi: 'ty-le-bao-phu-to', en: 'group-coverage' } },
  both_untied_sub_association: {
    ...coverage,
    slug: { vi: 'chi-hoi-co-ca-hai-chua-gan', en: 'sub-associations-both-not-tied' },
  },
  both_untied_group: { ...coverage, slug: { vi: 'to-co-ca-hai-chua-gan', en: 'groups-both-not-tied' } },
  family_only_sub_association: {
    ...coverage,
    slug: { vi: 'chi-hoi-chi-co-gia-dinh-so', en: 'sub-associations-family-only' },
  },
  family_only_group: { ...coverage, slug: { vi: 'to-chi-co-gia-dinh-so', en: 'groups-family-only' } },
  pair_only_sub_association: {
    ...coverage,
    slug: { vi: 'chi-hoi-chi-co-cap-1-1', en: 'sub-associations-pair-only' },
  },
  pair_only_group: { ...coverage, slug: { vi: 'to-chi-co-cap-1-1', en: 'groups-pair-only' } },
  models_digital_family: { ...models, slug: { vi: 'gia-dinh-so', en: 'digital-families' } },
  models_one_plus_one_instructor: { ...models, slug: { vi: 'huong-dan-vien-so-1-1', en: 'digital-instructors' } },
  models_digital_sub_association: { ...models, slug: { vi: 'chi-hoi-so', en: 'digital-sub-associations' } },
  models_digital_womens_club: { ...models, slug: { vi: 'cau-lac-bo-phu-nu-so', en: 'digital-womens-clubs' } },
  models_planned: { ...models, slug: { vi: 'mo-hinh-du-kien', en: 'planned-models' } },
  models_paused: { ...models, slug: { vi: 'mo-hinh-tam-ngung', en: 'paused-models' } },
  models_digital_family_planned: models,
  models_one_plus_one_instructor_planned: models,
  models_digital_sub_association_planned: models,
  models_digital_womens_club_planned: models,
  models_digital_family_paused: models,
  models_one_plus_one_instructor_paused: models,
  models_digital_sub_association_paused: models,
  models_digital_womens_club_paused: models,
  sessions_held: { ...trainings, slug: { vi: 'buoi-tap-huan', en: 'sessions-held' } },
  hours_taught: { ...trainings, slug: { vi: 'gio-day', en: 'hours-taught' } },
  attendances: { ...trainings, heavy: true },
  people_trained: { ...trainings, heavy: true },
  peer_lessons: { ...lessons, slug: { vi: 'lan-chi-em-chi-nhau', en: 'peer-lessons' } },
  peer_lesson_minutes: { ...lessons, slug: { vi: 'phut-chi-em-chi-nhau', en: 'peer-lesson-minutes' } },
  peer_lesson_learners: lessons,
  peer_lesson_teachers: lessons,
  pairs_active: { ...pairs, heavy: true },
  women_guided: { ...pairs, heavy: true },
  reach_of_chains: { ...pairs, heavy: true },
  members: { group: 'people', needs: 'people.see', heavy: true },
  members_reached: { group: 'people', needs: 'people.see', heavy: true },
  women_waiting: { group: 'people', needs: 'enrolments.see-waits' },
  priority_groups_reached: { group: 'people', needs: 'sensitive.see', asked: true },
} as const satisfies Record<string, Told>;

export type IndicatorCode = keyof typeof indicators;
export const indicatorCodes = Object.keys(indicators) as IndicatorCode[];
export const isIndicator = (code: string): code is IndicatorCode => Object.hasOwn(indicators, code);
export const toldOf = (code: IndicatorCode): Told => indicators[code];

/** Counts of units, models and sessions are public; what counts people is not. */
export const countsPeople = (code: IndicatorCode) => !toldOf(code).slug && toldOf(code).group !== 'models';
export const publicCodes = indicatorCodes.filter((code) => toldOf(code).slug);
export const codeOfSlug = (locale: Locale, slug: string) =>
  publicCodes.find((code) => toldOf(code).slug?.[locale] === slug);
/** Its public address in a language, '' where it has none. */
export const slugOf = (code: IndicatorCode, locale: Locale) => toldOf(code).slug?.[locale] ?? '';

/** The coverage of a level, as an indicator. */
export const coverageIndicator = (level: 'sub_association' | 'group'): IndicatorCode => `coverage_${level}`;

export type UnitOfMeasure = 'percent' | 'count' | 'hours';

/** One edition of a definition in one language, for as long as it holds. */
export type Definition = {
  code: IndicatorCode;
  edition: number;
  measure: UnitOfMeasure;
  name: string;
  numerator: string;
  denominator: string;
  gaps: string | null;
  /** the unit that answers for it; null: the union of the city */
  owner: string | null;
  from: Day;
  /** the first day on which it no longer holds */
  to: Day | null;
};

/** Not reported is not zero; of nothing there is no share. */
export type FigureState = 'known' | 'not_reported' | 'nothing';
export type Figure = { done: number | null; whole: number | null; percent: number | null; state: FigureState };

/** A part of a place, as it was called on the day; without an id what belongs to the place and to none of its parts. */
export type FigureOfPart = Figure & { id: string | null; name: string; kind: string | null; slug: string | null };
export type FigureOnDay = Figure & { day: Day };

/** What is told of an indicator in one number: the share, or the count. */
export const numberOf = ({ percent, done, state }: Figure, measure: UnitOfMeasure): number | null =>
  state !== 'known' ? null : measure === 'percent' ? percent : done;
