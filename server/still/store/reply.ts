import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';

/** An answer as it is kept and sent: its bytes, compressed once, and what they are. */
export type Reply = {
  status: number;
  contentType: string;
  /** where a redirect leads */
  location?: string;
  /** what follows it, as its head says */
  link?: string;
  /** what the body is, whatever its encoding */
  hash: string;
  /** when it was made; what it shows has not changed since */
  made: Date;
  plain?: Buffer;
  gzip?: Buffer;
  brotli?: Buffer;
  /** Is that as small as can be? */
  smallest?: true;
};

export type Encoding = 'br' | 'gzip' | 'identity';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Is there anything to win by compressing this type of content? */
export const isText = (contentType: string) =>
  /^(text\/|image\/svg|application\/(.*\+)?(json|xml|javascript|manifest))/.test(contentType);

/** Makes a reply. Text is kept compressed only: hardly anyone asks for it otherwise. */
export async function makeReply(answer: {
  status: number;
  contentType: string;
  body: Buffer;
  location?: string;
  link?: string;
}): Promise<Reply> {
  const { body, ...about } = answer;
  const hash = createHash('sha1').update(body).digest('base64url').slice(0, 16);
  const made = new Date();
  if (!isText(about.contentType)) return { ...about, hash, made, plain: body };
  return { ...about, hash, made, gzip: await gzipped(body, { level: 6 }) };
}

/** The bytes of a reply in memory, with an allowance for what hangs on them: heads that lie ready, for one. */
export const bytesOf = (reply: Reply) =>
  5_000 + (reply.plain?.length ?? 0) + (reply.gzip?.length ?? 0) + (reply.brotli?.length ?? 0);

/** The smallest form of a reply that the reader's browser takes, as its Accept-Encoding says. */
export function bodyFor(reply: Reply, accepts: string | undefined): { encoding: Encoding; body: Buffer } {
  if (reply.plain) return { encoding: 'identity', body: reply.plain };
  if (reply.brotli && takes(accepts, 'br')) return { encoding: 'br', body: reply.brotli };
  const small = reply.gzip ?? Buffer.alloc(0);
  if (takes(accepts, 'gzip')) return { encoding: 'gzip', body: small };
  if (unpacked?.packed !== small) unpacked = { packed: small, body: gunzipSync(small) };
  return { encoding: 'identity', body: unpacked.body };
}

/** What was unpacked last: a crowd that takes nothing compressed asks for one page, and it is unpacked once for all of them. */
let unpacked: { packed: Buffer; body: Buffer } | undefined;

/** Does an Accept-Encoding header name this encoding, and not with a weight of nought? */
export function takes(accepts: string | undefined, encoding: 'br' | 'gzip'): boolean {
  return (accepts ?? '').split(',').some((choice) => {
    const [name, weight] = choice.split(';');
    return name?.trim() === encoding && !/q=0(\.0*)?\s*$/.test(weight ?? '');
  });
}

/** `quick` takes a millisecond or two, and leaves a tenth more bytes than the smallest form, which takes fifty times as long. */
const QUALITY = { quick: 5, smallest: 11 };

let line: Promise<unknown> = Promise.resolve();

/** The reply with a smaller form beside. One after another, so that a publish storm leaves the machine alone. */
export function withBrotli(reply: Reply, how: 'quick' | 'smallest', stillWanted: () => boolean): Promise<Reply> {
  const made = line.then(async () => {
    const isThere = how === 'quick' ? reply.brotli : reply.smallest;
    if (!reply.gzip || isThere || !stillWanted()) return reply;
    const body = gunzipSync(reply.gzip);
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY[how], [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    const brotli = await brotlied(body, { params });
    return { ...reply, brotli, ...(how === 'smallest' ? { smallest: true as const } : {}) };
  });
  line = made;
  return made;
}
