import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Room } from './room';

export type Bounds = {
  /** bytes of a body */
  bytes: number;
  /** fields of a form; of an object that is no form four colons for each; 0: nothing is counted, in a piece of a file */
  fields: number;
  /** milliseconds until the whole of it must be there */
  patience: number;
  /** further milliseconds for each megabyte that has come: a picture by a weak signal, never one byte now and then */
  patiencePerMegabyte: number;
};

export type Received = 'whole' | 'too-long' | 'too-many-fields' | 'unreadable' | 'late' | 'no-room' | 'gone';

type Body = { request: IncomingMessage; response: ServerResponse; bounds: Bounds; take: Room['take'] };

/**
 * Has a body come in whole, within its bounds, before Next sees any of it. So one byte now and then occupies a
 * connection and nothing else, and a form is weighed before it is parsed.
 */
export function receiveBody({ request, response, bounds, take }: Body): Promise<Received> {
  const { bytes, patience, patiencePerMegabyte } = bounds;
  if (Number(request.headers['content-length'] ?? 0) > bytes) return Promise.resolve('too-long');
  if (!hasBody(request)) return Promise.resolve('whole');
  const push = request.push.bind(request);
  const pieces: Buffer[] = [];
  const since = Date.now();
  let length = 0;

  return new Promise((resolve) => {
    let over = false;
    const finish = (received: Received) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      if (received !== 'whole') pieces.length = 0;
      resolve(received);
    };
    const look = (): NodeJS.Timeout => {
      const left = since + patience + (length / 1_000_000) * patiencePerMegabyte - Date.now();
      return setTimeout(() => {
        if (since + patience + (length / 1_000_000) * patiencePerMegabyte > Date.now()) timer = look();
        else finish('late');
      }, left);
    };
    let timer = look();
    response.once('close', () => finish('gone'));

    // The place where node hands over each piece: nothing of it reaches a reader before the last one is here.
    request.push = (piece: Buffer | null) => {
      if (over) return false;
      if (piece !== null) {
        length += piece.length;
        if (length > bytes) finish('too-long');
        else if (!take(piece.length)) finish('no-room');
        else pieces.push(piece);
        return !over;
      }
      const body = Buffer.concat(pieces);
      const verdict = weigh(request.headers['content-type'], body, bounds.fields);
      request.push = push;
      if (verdict === 'whole') {
        push(body);
        push(null);
      }
      finish(verdict);
      return true;
    };
  });
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The form of every browser and program; a body written otherwise could be read in more than one way. */
const MULTIPART = /^multipart\/form-data; *boundary=("?)([\w'()+,./:=?-]{1,70})\1$/i;

/** A sheet of marks from the hall has a twentieth of what this allows; an object of a hundred thousand names keeps its reader for a second. */
const COLONS = 4;

/** Counts the fields of a form without reading them, or the names of an object. A piece of a file has none. */
function weigh(contentType = '', body: Buffer, most: number): 'whole' | 'too-many-fields' | 'unreadable' {
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType))
    return countOf(body, '&', most) < most ? 'whole' : 'too-many-fields';
  if (!/^multipart\//i.test(contentType))
    return most === 0 || countOf(body, ':', most * COLONS) <= most * COLONS ? 'whole' : 'too-many-fields';
  const boundary = MULTIPART.exec(contentType)?.[2];
  if (!boundary) return 'unreadable';
  return countOf(body, `--${boundary}`, most + 1) <= most + 1 ? 'whole' : 'too-many-fields';
}

/** How often a mark stands there; it counts no further than one over `most`. */
function countOf(body: Buffer, mark: string, most: number): number {
  let count = 0;
  for (let at = body.indexOf(mark); at !== -1 && count <= most; at = body.indexOf(mark, at + mark.length)) count++;
  return count;
}
