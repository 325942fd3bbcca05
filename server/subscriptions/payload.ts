import { articleHref } from '@/components/articles/article-href';
import type { PushMessage } from '@/domain/subscriptions/pushing/push';
import { withMark } from '@/domain/texts/with-mark';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { pushWords } from './push-words';

const TITLE_MAX = 120;
const BODY_MAX = 180;
/** Seconds for which a push service keeps what a device that is off has not taken. */
const KEPT = 86_400;
const KEPT_AT_LEAST = 60;

/** What a device shows and does, as `public/subscriptions-worker.js` reads it; addresses are those of this portal, without its name. */
export type Payload = {
  title: string;
  body: string;
  /** one and the same notification on the device, however often it comes */
  tag: string;
  url: string;
  locale: Locale;
  /** that of the article, where it is not the device's */
  told?: Locale;
  /** what it can end by one tap, with the words of that, and the page where it can be ended otherwise */
  follows: string[];
  end: string;
  ended: string;
  stayed: string;
  page: string;
};

/** What one device is told: title, the beginning of the summary, the address; in another language than its own it says which that is. */
export function payloadOf({ article, locale, follows }: PushMessage): Payload {
  const { end, ended, stayed, demo, inOther } = pushWords(locale);
  const { told, foundIn } = article;
  const summary = cut(article.summary.replace(/\s+/g, ' '), BODY_MAX);
  const body = told === locale ? summary : `${inOther(told)} ${summary}`;
  return {
    title: cut(article.title, TITLE_MAX),
    body: withMark(body, article.demo ? demo : null),
    tag: tagOf(article.number),
    url: articleHref(foundIn, article),
    locale,
    ...(told === locale ? {} : { told }),
    follows,
    end,
    ended,
    stayed,
    page: hrefTo(locale, 'subscriptions'),
  };
}

/** How a push service is to treat it: an alert wakes a device that sleeps, and is not kept longer than it holds. */
export function headersOf({ article: { number, kind, until } }: PushMessage, now = Date.now()): Record<string, string> {
  const left = until ? Math.floor((until.getTime() - now) / 1_000) : KEPT;
  return {
    ttl: String(Math.max(KEPT_AT_LEAST, Math.min(KEPT, left))),
    urgency: kind === 'alert' ? 'high' : 'normal',
    topic: tagOf(number),
  };
}

/** The short address of the article (`/b/12`) without its signs. */
const tagOf = (number: number) => `b${number}`;

function cut(text: string, most: number): string {
  const signs = [...text];
  if (signs.length <= most) return text;
  const short = signs.slice(0, most - 1).join('');
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}
