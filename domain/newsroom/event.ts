import type { Locale } from '@/domain/locale';
import type { Naming } from './namings/naming';

/** What can happen to an article on its way. */
export const eventKinds = [
  'wrote',
  'submitted',
  'returned',
  'approved',
  'approvedAlone',
  'forced',
  'confirmed',
  'scheduled',
  'unscheduled',
  'published',
  'publishedLate',
  'withdrew',
  'expired',
  'notAgreed',
  'hourStopped',
  'remarked',
  'resolved',
  'reviewed',
  'reviewMoved',
  'moved',
  'pictureRemoved',
  'pictureWords',
  'soundRemoved',
  'subjectChosen',
  'subjectRemoved',
  'namingSaid',
  'namesAnswered',
  'nameTakenBack',
  'nameLookedAt',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** One thing that happened to an article: what, when, by whom (nobody: by itself), of which edition and languages. What happened to the article itself is of edition 0. */
export type ArticleEvent = {
  what: EventKind;
  at: Date;
  by: string | null;
  edition: number;
  languages: Locale[];
  /** a remark, what was said as it was returned, why it went out at once or was withdrawn, or what a correction told its readers */
  said: string | null;
  /** the hour that was given, and by how many minutes it was missed */
  hour: Date | null;
  late: number;
  /** what was said of names that stand in it */
  names?: readonly Naming[];
};

/** What an event has that happened to the article itself, and said nothing. */
export const ofNoEdition = {
  edition: 0,
  languages: [],
  said: null,
  hour: null,
  late: 0,
} satisfies Partial<ArticleEvent>;
