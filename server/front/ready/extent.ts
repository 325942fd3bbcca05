import { fieldAt } from './head';

const START = /^(?:GET|HEAD|POST) [\x21-\x7e]+ HTTP\/1\.1\r\n/;
const END = '\r\n\r\n';
/** Beyond this Node refuses a head. */
const HEAD_MAX = 16_384;
/** With one of these only Node can say where a request ends, or what comes behind it. */
const UNBOUNDED = /^(transfer-encoding|upgrade|expect|te|trailer)$/;
/** These decide: said twice, which of them holds is for Node. */
const DECIDING = /^(host|connection|content-length)$/;
const LENGTH = /^\d{1,9}$/;

/**
 * The bytes of the request that a chunk begins with, its body included, whether they have come or not; undefined where that
 * cannot be said for sure, or where its sender wants the connection to end.
 */
export function extentOf(chunk: Buffer): number | undefined {
  const end = chunk.subarray(0, HEAD_MAX).indexOf(END);
  const text = end === -1 ? '' : chunk.toString('latin1', 0, end + END.length);
  const start = START.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const said = new Map<string, string>();
  let at = start;
  while (at < text.length - 2) {
    const field = fieldAt(text, at);
    if (!field || UNBOUNDED.test(field.name)) return undefined;
    at = field.end;
    if (!DECIDING.test(field.name)) continue;
    if (said.has(field.name)) return undefined;
    said.set(field.name, field.value);
  }
  if (at !== text.length - 2 || !said.has('host')) return undefined;
  const length = said.get('content-length') ?? '0';
  const stays = (said.get('connection') ?? 'keep-alive').toLowerCase() === 'keep-alive';
  return stays && LENGTH.test(length) ? text.length + Number(length) : undefined;
}
