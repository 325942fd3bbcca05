import { z } from 'zod';
import { wholeAddress } from '@/domain/texts/address';

/** `unasked`: nobody may ask that host. `gone`: it says that it has no such page. `unreached`: it said nothing of use. */
export type LinkState = 'unasked' | 'found' | 'gone' | 'unreached';

/** Why a link leads nowhere, or did not that day. */
export const linkCauses = [
  'no-page',
  'withdrawn',
  'not-found',
  'no-name',
  'no-answer',
  'too-slow',
  'certificate',
  'private',
  'error',
  'redirects',
] as const;
export type LinkCause = (typeof linkCauses)[number];

/** What came of looking at an address once. */
export type Look = {
  state: Exclude<LinkState, 'unasked'>;
  cause?: LinkCause;
  status?: number;
  /** for good, and where to */
  movedTo?: string;
};

/** On so many different days it must not have been reached before it is told as broken: a server may be away for a night. */
export const MISSES = 3;
/** A link that leads somewhere is looked at again after so many days, any other one on the next. */
export const LOOK_DAYS = 7;

/** Letters of the longest address that is noted; the index of addresses takes no longer one than 2,700. */
const ADDRESS_MAX = 2_000;

/**
 * A link of a text: an address outside with its host, and the port where it names one, or a path of the portal. Null: nothing that could be
 * asked, as a telephone number.
 */
export type Target = { address: string; host: string | null };

/**
 * Where a link leads, spelled in one way and without what stands behind `#`; `own` is the address of the portal, which it has by http and by
 * https.
 */
export function targetOf(href: string, own: string): Target | null {
  if (href.length > ADDRESS_MAX || !URL.canParse(href, own)) return null;
  const url = new URL(href, own);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  url.hash = '';
  const isOwn = url.host === new URL(own).host;
  const address = isOwn ? `${url.pathname}${url.search}` : url.href;
  // letters beyond ASCII are spelled with up to nine of it
  return address.length > ADDRESS_MAX ? null : { address, host: isOwn ? null : url.host };
}

/** Addresses that are read from one stretch of plain words. */
const ADDRESSES_MAX = 50;
/** An address that says how, or the bare name of a Vietnamese host that is no part of an e-mail address. */
const WRITTEN =
  /(?<how>https?:\/\/|(?:^|[\s(“"«,;:])(?=(?:[a-z0-9-]{1,63}\.){1,6}vn(?![a-z0-9@-])))(?<rest>[^\s<>"“”«»]{1,2000})/giu;

/** Where plain words lead to that hold no marks: what a reader would type from them. What ends the sentence is no part of an address. */
export function addressesIn(words: string): string[] {
  const found = new Set<string>();
  for (const { groups } of words.matchAll(WRITTEN)) {
    const { how = '', rest = '' } = groups ?? {};
    const bare = wholeAddress(rest);
    if (bare) found.add(`${how.startsWith('http') ? how : 'https://'}${bare}`);
    if (found.size === ADDRESSES_MAX) break;
  }
  return [...found];
}

/** Whether a host is one of the government, or one of these or beneath it. An address of numbers is none, nor a host at a port of its own. */
export const isKnownHost = (host: string, added: readonly string[]): boolean =>
  ['gov.vn', ...added].some((known) => host === known || host.endsWith(`.${known}`));

/** Which links a list shows: those that lead nowhere, that were not reached lately, that have moved, that nobody asks. */
export const linkLists = ['broken', 'missed', 'moved', 'unasked'] as const;
export type LinkList = (typeof linkLists)[number];

/** A link of public texts or of courses: what came of looking, and which texts and courses of hers name it. */
export type LinkRow = {
  id: string;
  address: string;
  host: string | null;
  state: LinkState;
  cause: LinkCause | null;
  status: number | null;
  movedTo: string | null;
  since: Date;
  lookedAt: Date | null;
  foundAt: Date | null;
  misses: number;
  texts: { id: string; title: string }[];
  textCount: number;
  /** courses that hand it out, for whoever keeps them */
  courses: { id: string; title: string }[];
};

/** A host that was added, by whom and when. */
export type AddedHost = { host: string; addedBy: string; addedAt: Date };

const hostName = z
  .string()
  .trim()
  .toLowerCase()
  .transform((typed) => typed.replace(/^https?:\/\//, '').replace(/\/.*$/, ''))
  .pipe(
    z
      .string()
      .max(200, 'not-a-host')
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/, 'not-a-host'),
  );

/** A host that the portal may ask: its name, or an address of it. */
export const hostInput = z.object({ host: hostName });
export type HostInput = z.output<typeof hostInput>;

/** Look at all links again, now. */
export const lookNowInput = z.object({});
