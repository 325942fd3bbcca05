import type { ArticleKind } from '@/domain/articles/article';
import type { Locale } from '@/domain/locale';
import type { Reach } from '../subscription';

/** Hours after which what was published is no news any more: whoever could not be told by then is not. */
export const NEWS_HOURS = 12;
/** How often a device is tried before it is given up for this round: in about two hours. */
export const PAUSES = [30, 120, 600, 1_800, 3_600];
/** How often in a row a push service may refuse what is sent to a device before the device is forgotten. */
export const REFUSALS_MAX = 10;
/** Months without a success after which a device is forgotten. */
export const SILENT_MONTHS = 12;

/** An article as it is told: what readers see of it at that moment, in one language (`told`), and that of the address where they find it. */
export type PushedArticle = {
  told: Locale;
  foundIn: Locale;
  number: number;
  kind: ArticleKind;
  slug: string;
  title: string;
  summary: string;
  demo: boolean;
  /** its planned end */
  until: Date | null;
};

/** One device, with its own language, that is told of one article; `follows`: what of hers it is told for, so that she can end just that. */
export type PushMessage = { reach: Reach; locale: Locale; article: PushedArticle; follows: string[] };

/**
 * What came of it. `later`: to be tried again, in so many seconds where its service says so; `held`: not tried at all, because that
 * service rests for so long.
 */
export type PushOutcome = 'sent' | 'gone' | 'refused' | 'unwanted' | { later: number | null } | { held: number };

/** What came of a device in a round, at its so-manieth try. */
export type Settled = { roundId: string; deviceId: string; tries: number; outcome: PushOutcome };

/** Sends one. Handed in, since the domain knows no network; it never throws. */
export type SendPush = (message: PushMessage) => Promise<PushOutcome>;

/** A round as the page of jobs shows it. */
export type PushRound = {
  id: string;
  title: string;
  locale: Locale;
  begunAt: Date;
  endedAt: Date | null;
  addressed: number;
  sent: number;
  gone: number;
  refused: number;
  dropped: number;
  waiting: number;
};
