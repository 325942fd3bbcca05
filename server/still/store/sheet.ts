import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';

/** An answer as it is kept and sent: its bytes, compressed once, and what they are. */
export type Sheet = {
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

/** Makes a sheet. Text is kept compressed only: hardly anyone asks for it otherwise. */
export async function makeSheet(answer: {
  status: number;
  contentType: string;
  body: Buffer;
  location?: string;
}): Promise<Sheet> {
  const { body, ...about } = answer;
  const hash = createHash('sha1').update(body).digest('base64url').slice(0, 16);
  const made = new Date();
  if (!isText(about.contentType)) return { ...about, hash, made, plain: body };
  return { ...about, hash, made, gzip: await gzipped(body, { level: 6 }) };
}

/** The bytes of a sheet in memory, with an allowance for what hangs on them. */
export const bytesOf = (sheet: Sheet) =>
  1_500 + (sheet.plain?.length ?? 0) + (sheet.gzip?.length ?? 0) + (sheet.brotli?.length ?? 0);

/** The smallest form of a sheet that the reader's browser takes, as its Accept-Encoding says. */
export function bodyFor(sheet: Sheet, accepts: string | undefined): { encoding: Encoding; body: Buffer } {
  if (sheet.plain) return { encoding: 'identity', body: sheet.plain };
  if (sheet.brotli && takes(accepts, 'br')) return { encoding: 'br', body: sheet.brotli };
  const small = sheet.gzip ?? Buffer.alloc(0);
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

/** Adds the small form that takes long to make. One sheet after another, so that a publish storm leaves the machine alone. */
export function addBrotli(sheet: Sheet, stillWanted: () => boolean): Promise<void> {
  line = line.then(async () => {
    if (!sheet.gzip || sheet.brotli || !stillWanted()) return;
    const body = gunzipSync(sheet.gzip);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    sheet.brotli = await brotlied(body, { params });
  });
  return line;
}
