import { carriesSession } from '../../entrance/known';
import { takes } from '../../still/store/reply';
import { isReader } from '../reads/reader';

/** What the fields of a plain request for a page come to. */
export type Fields = {
  br: boolean;
  gzip: boolean;
  /** the one entity tag she has, without quotes */
  has: string | undefined;
  /** Does she carry a session, good or not? */
  session: boolean;
  /** Does somebody read who does not work here? Then it counts as a read. */
  reader: boolean;
  /** Something in it is for nobody's memory. */
  secret: boolean;
};

/** Where a request that asks for no more than a page leads, and its fields as they stand there. */
export type Head = { target: string; fields: string };

/** Heads of browsers have 400 to 1,500 bytes; what is longer is read by Node's own parser. */
const LONGEST = 4_096;
const METHOD = 'GET ';
/** The first four bytes of such a head, and the last four of any, as one number each. */
const BEGINS = Buffer.from(METHOD).readUInt32BE();
const ENDS = Buffer.from('\r\n\r\n').readUInt32BE();
const VERSION = ' HTTP/1.1\r\n';

/**
 * The halves of a chunk that begins like a GET and ends like a head; null for anything else. Whether the fields say
 * anything that a kept page must heed is for `readFields`.
 */
export function headOf(chunk: Buffer): Head | null {
  const { length } = chunk;
  if (length > LONGEST || length < 2 * METHOD.length) return null;
  if (chunk.readUInt32BE(0) !== BEGINS || chunk.readUInt32BE(length - 4) !== ENDS) return null;
  const text = chunk.toString('latin1');
  const end = text.indexOf(' ', METHOD.length);
  if (!text.startsWith(VERSION, end)) return null;
  return { target: text.slice(METHOD.length, end), fields: text.slice(end + VERSION.length) };
}

/** A name, a colon and a value as RFC 9112 has them: no fold, no bare CR or LF, no control character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const FIELD = /([!#$%&'*+.^`|~\w-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)\r\n/y;

/** The field that begins here, its name in small letters, and where the next one does; null where none does. */
export function fieldAt(text: string, at: number): { name: string; value: string; end: number } | null {
  FIELD.lastIndex = at;
  const found = FIELD.exec(text);
  return found && { name: (found[1] as string).toLowerCase(), value: found[2] as string, end: FIELD.lastIndex };
}

/** With one of these a request asks for more than the page, or holds more than a head. */
const MORE =
  /^(if-(?!none-match$|modified-since$).*|range|expect|upgrade|te|transfer-encoding|content-length|trailer)$/;
const SECRET = /^(cookie|authorization|proxy-authorization)$/;
/** These decide: said twice, which of them holds is for Node's own parser. */
const ONCE = /^(host|connection|accept-encoding|if-none-match|if-modified-since|x-forwarded-host)$/;

/** Who reads, and whether it is read at all. */
const READING = /^(?:user-agent|(?:sec-)?purpose)$/;

const KEEP_ALIVE = /^keep-alive$/i;
const UNWEIGHED = /^[\w*-]*(, ?[\w*-]+)*$/;
const ONE_TAG = /^(?:W\/)?"([\w-]{1,40})"$/;

export type Doorplate = {
  isOurs: (host: string) => boolean;
  /** Does a proxy of ours say under which name it was asked? */
  trustProxy: boolean;
};

/**
 * What the fields of a head say, its empty line included; null when they may be more than one plain request for a page of
 * ours, or not even that: in doubt Node's own parser and the front decide.
 */
export function readFields(fields: string, { isOurs, trustProxy }: Doorplate): Fields | null {
  const said = new Map<string, string>();
  let secret = false;
  let session = false;
  let at = 0;
  while (at < fields.length - 2) {
    const field = fieldAt(fields, at);
    if (!field) return null;
    const { name, value } = field;
    at = field.end;
    if (MORE.test(name)) return null;
    if (SECRET.test(name)) {
      secret = true;
      session ||= name === 'cookie' && carriesSession(value);
    } else if (ONCE.test(name)) {
      if (said.has(name)) return null;
      said.set(name, value);
    } else if (READING.test(name)) said.set(name, value);
  }
  if (at !== fields.length - 2) return null;
  const host = (trustProxy && said.get('x-forwarded-host')) || said.get('host');
  if (said.get('host') === undefined || !isOurs(host ?? '')) return null;
  if (!KEEP_ALIVE.test(said.get('connection') ?? 'keep-alive')) return null;
  const accepts = said.get('accept-encoding') ?? '';
  if (!UNWEIGHED.test(accepts)) return null;
  const tag = said.get('if-none-match');
  const has = ONE_TAG.exec(tag ?? '')?.[1];
  if (tag !== undefined ? !has : said.has('if-modified-since')) return null;
  const reader = !session && isReader(said.get('user-agent'), said.get('sec-purpose') ?? said.get('purpose'));
  return { br: takes(accepts, 'br'), gzip: takes(accepts, 'gzip'), session, reader, secret, has };
}
