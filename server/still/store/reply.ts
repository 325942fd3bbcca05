import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';

/** An answer as it is kept and sent: its bytes, compressed once, and what they are. */
export type Reply = {
  status: number;
  contentType: string;
  /** where a redirect leads */
  location?: string;
  /** what the body is, whatever its encoding */
  hash: string;
  /** when it was made; what it shows has not changed since */
  made: Date;
  plain?: Buffer;
  gzip?: Buffer;
  brotli?: Buffer;
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
  return { encoding: 'identity', body: gunzipSync(small) };
}

/** Does an Accept-Encoding header name this encoding, and not with a weight of nought? */
export function takes(accepts: string | undefined, encoding: 'br' | 'gzip'): boolean {
  return (accepts ?? '').split(',').some((choice) => {
    const [name, weight] = choice.split(';');
    return name?.trim() === encoding && !/q=0(\.0*)?\s*$/.test(weight ?? '');
  });
}

let line: Promise<void> = Promise.resolve();

/** Adds the small form that takes long to make. One reply after another, so that a publish storm leaves the machine alone. */
export function addBrotli(reply: Reply, stillWanted: () => boolean): Promise<void> {
  line = line.then(async () => {
    if (!reply.gzip || reply.brotli || !stillWanted()) return;
    const body = gunzipSync(reply.gzip);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    reply.brotli = await brotlied(body, { params });
  });
  return line;
}
