import { clockOf, type Day, dayOf } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';

/** How far the newest text of a language is on its way to readers. `missing`: nothing is written in it. */
export const steps = [
  'missing',
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'expired',
] as const;
export type Step = (typeof steps)[number];

/** What readers see of a language at this moment. Instants; `until` is null where no end is planned. */
export type Shown = { since: Date; plannedAt: Date; until: Date | null };

/** Where one language of an article stands: each goes its own way. */
export type LanguageStanding = {
  locale: Locale;
  /** of the newest edition */
  textId: string | null;
  step: Step;
  shown: Shown | null;
  /** the hour that its newest text has */
  planned: { at: Date; until: Date | null } | null;
};

/** Where an article stands: its newest edition, and each language of it. */
export type Standing = {
  articleId: string;
  editionId: string;
  number: number;
  editionState: EditionState;
  /** the last decision on the newest edition; a remark is what was said when it was returned */
  decided: { kind: DecisionKind; by: string; at: Date; remark: string | null } | null;
  /** the viewer wrote, or sent out at once, what stands in it and nobody has approved yet */
  wrote: boolean;
  /** the province has ruled that at its unit whoever wrote may approve; it never rules of what went out at once */
  ruled: boolean;
  /** what is shown, planned or newest was approved by who wrote it */
  alone: boolean;
  /** an alert that went out at once and no second person has approved yet */
  forced: boolean;
  unconfirmed: Unconfirmed | null;
  /** how many remarks on any of its editions nobody is done with yet */
  remarks: number;
  languages: LanguageStanding[];
};

/** An edition of an alert that went out at once and waits for a second person; `reason`: why; `hers`: she wrote of it or sent it out. */
export type Unconfirmed = {
  editionId: string;
  number: number;
  version: number;
  reason: string | null;
  hers: boolean;
};

export type EditionState = 'draft' | 'submitted' | 'returned' | 'approved' | 'superseded';
export type DecisionKind = 'submitted' | 'returned' | 'approved' | 'forced' | 'unscheduled';

/** The step that comes next, of the edition as a whole. `wait`: its hour. */
export type Move = 'submit' | 'approve' | 'publish' | 'wait' | 'again' | 'nothing';

/** What comes next with an article. */
export function nextMove({ editionState, languages }: Standing): Move {
  if (editionState === 'draft' || editionState === 'returned') return 'submit';
  if (editionState === 'submitted') return 'approve';
  const has = (step: Step) => languages.some((language) => language.step === step);
  if (has('approved')) return 'publish';
  if (has('scheduled')) return 'wait';
  return has('withdrawn') || has('expired') ? 'again' : 'nothing';
}

/** `placesHers`: that it stands only with communes that she publishes for. */
type Rights = { editable: boolean; publishable: boolean; placesHers: boolean };

/** Is the next step hers? Who wrote a text does not approve it, but where the province has ruled so. */
export function isHerMove(standing: Standing, { editable, ...rights }: Rights): boolean {
  const publishable = rights.publishable && rights.placesHers;
  switch (nextMove(standing)) {
    case 'submit':
      return editable;
    case 'approve':
      return mayApprove(standing, publishable);
    case 'publish':
    case 'again':
      return publishable;
    default:
      return false;
  }
}

export const mayApprove = ({ wrote, ruled }: Standing, publishable: boolean) => publishable && (!wrote || ruled);

/** Whether it is the newest edition that went out at once and waits, and no earlier one beside it. */
export const isNewestForced = ({ unconfirmed, editionId }: Pick<Standing, 'unconfirmed' | 'editionId'>) =>
  unconfirmed?.editionId === editionId;

/** An alert that went out at once is approved afterwards by who neither wrote nor forced it, a ruling notwithstanding. */
export const mayConfirm = ({ unconfirmed }: Pick<Standing, 'unconfirmed'>, publishable: boolean) =>
  unconfirmed !== null && publishable && !unconfirmed.hers;

/** Languages whose newest text could be put before readers now. */
export const publishableIn = ({ languages }: Standing): Locale[] =>
  languages
    .filter(({ step, textId }) => textId !== null && !['missing', 'scheduled', 'published'].includes(step))
    .map(({ locale }) => locale);

/** Whether an approval that puts nothing out brings no other words than readers see: then what stands beside them comes with it. */
export const isReadAlready = ({ languages }: Standing, putOut: readonly Locale[]): boolean =>
  putOut.length === 0 && !languages.some(({ shown, step }) => shown && step !== 'published');

export const shownIn = ({ languages }: Standing): Locale[] =>
  languages.filter(({ shown }) => shown !== null).map(({ locale }) => locale);

export const plannedIn = ({ languages }: Standing): Locale[] =>
  languages.filter(({ planned }) => planned !== null).map(({ locale }) => locale);

const MINUTE_MS = 60_000;

/** Whole minutes by which a text came later than its hour; 0 where it came in its minute. */
export const minutesLate = ({ since, plannedAt }: Pick<Shown, 'since' | 'plannedAt'>): number =>
  Math.floor((since.getTime() - plannedAt.getTime()) / MINUTE_MS);

/** The last day of what ends with a day in Viet Nam; null where it ends at an hour. */
export function lastDayOf(end: Date): Day | null {
  const last = dayOf(new Date(end.getTime() - 1));
  return last === dayOf(end) ? null : last;
}

/**
 * What a form of publishing says of the end: the latest one of what readers see in its languages, so that a correction takes none away.
 * Of an end with its day the day alone.
 */
export function endKept(
  { languages }: Pick<Standing, 'languages'>,
  locales: readonly Locale[],
): { day: Day; time: string } | null {
  const [last] = languages
    .flatMap(({ locale, shown }) => (locales.includes(locale) && shown?.until ? [shown.until] : []))
    .sort((a, b) => b.getTime() - a.getTime());
  if (!last) return null;
  const day = lastDayOf(last);
  return day ? { day, time: '' } : { day: dayOf(last), time: clockOf(last) };
}
