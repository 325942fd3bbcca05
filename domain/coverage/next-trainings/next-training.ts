import type { Day } from '@/domain/days/day';
import type { Place } from '@/domain/trainings/booking/travel';
import type { CoverageLevel, CoverageState, MissingPart } from '../coverage';

/** What a unit lacks that women can learn: whoever has both and only has to tie them needs a form, and no class. */
export const lacks = ['family', 'pair', 'both'] as const;
export type Lack = (typeof lacks)[number];

/** The units of a level in a commune: how many lack what. */
export type LevelFacts = { state: CoverageState; units: number } & Record<Lack | 'tie', number>;

export type PlaceFacts = {
  communeId: string;
  /** its official code, by which its neighbours are known */
  code: string;
  name: string;
  kind: string;
  path: string;
  remote: boolean;
  place: Place;
  levels: Partial<Record<CoverageLevel, LevelFacts>>;
  /** women waiting for a class, by course */
  waiting: readonly { courseId: string; women: number }[];
  /** in tens: women from sixty on, by year of birth, who were at no class yet; 0 for fewer than ten, or where she may not see members */
  elders: number;
  /** the day of the last class that was held within a year */
  lastHeld: Day | null;
  /** classes that are proposed or approved, of the next weeks; of one sub-association where one is named, else of the commune */
  planned: readonly { courseId: string; day: Day; subAssociationId: string | null }[];
};

export type CourseFacts = {
  id: string;
  /** the same in every language, as what decides between equals has to be */
  code: string;
  title: string;
  minutes: number;
  language: string;
  /** for women of the place; one for officials and heads is proposed only where somebody waits for it */
  forWomen: boolean;
  audience: string;
  /** how many of the skills that an instructor has to have it teaches */
  teaches: number;
};

export type TrainerFacts = {
  id: string;
  name: string;
  /** where her role holds */
  areas: readonly string[];
  /** sessions of the next four weeks that are hers, waiting ones too */
  load: number;
  /** communes she usually is in, or those of her role */
  usual: readonly { communeId: string; code: string; place: Place }[];
};

export type Facts = {
  places: readonly PlaceFacts[];
  courses: readonly CourseFacts[];
  trainers: readonly TrainerFacts[];
};

/** Why here: each with its number and with the points it gives. */
export type Reason = { points: number } & (
  | { name: 'unmet'; unmet: number; units: number }
  | { name: 'filled'; units: number }
  | { name: 'waiting'; women: number }
  | { name: 'elders'; women: number }
  | { name: 'quiet'; weeks: number | null }
  | { name: 'remote' }
  | { name: 'trainer'; trainer: OfferedTrainer }
  | { name: 'planned'; sessions: number }
);

export type OfferedTrainer = {
  id: string;
  name: string;
  load: number;
  minutes: number;
  /** she is usually in a commune that borders on this one, not in this one */
  borders: boolean;
};

/** A place where a class should be held next, with the reasons; no session of it exists yet. */
export type NextTraining = {
  place: PlaceFacts;
  course: CourseFacts;
  trainer: OfferedTrainer | null;
  /** units that lack something women can learn */
  unmet: Record<Lack, number>;
  /** units that only have to tie what they have */
  untied: number;
  reasons: Reason[];
  /** 0 to 100 */
  points: number;
};

/** What is asked: one level or both, one course or the best for each place, some communes or all of hers. */
export type Asked = {
  day: Day;
  level?: CoverageLevel | undefined;
  courseId?: string | undefined;
  communeIds?: readonly string[] | undefined;
};

/** What a class can help of what a unit lacks; null where a form is enough. */
export function lackOf(missing: readonly MissingPart[]): Lack | null {
  if (missing.includes('family')) return missing.includes('pair') ? 'both' : 'family';
  return missing.includes('pair') ? 'pair' : null;
}
