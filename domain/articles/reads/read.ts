import { addDays, type Day, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import type { ArticleKind } from '../article';

/** How often an article was read on a day of Viet Nam, and in which language; of days on which nobody told them apart there is only the sum. */
export type DayOfReads = { day: Day; times: number } & Record<Locale, number>;
/** Reads of so many days are told, the last one today; those of days before are forgotten. */
export const READ_DAYS = 30;
/** The first of so many days, the last one today. */
export const readsSince = (days: number = READ_DAYS): Day => addDays(today(), 1 - days);

/** Of so many days a list tells what was read. */
export const readSpans = [7, READ_DAYS] as const;
export type ReadSpan = (typeof readSpans)[number];

/** How often something was read, in all and in each language. */
export type Times = { times: number } & Record<Locale, number>;
export type ReadArticle = Times & { id: string; kind: ArticleKind; title: string; unitName: string; demo: boolean };
export type ReadCommune = Times & { id: string; name: string; slug: string };
export type ReadSession = Times & { id: string; title: string; slug: string; communeName: string; day: Day };
/** A page that is no record of a place: its name, and what its address says in a language. */
export type ReadPage = { page: string; slug: string; locale: Locale; times: number };
