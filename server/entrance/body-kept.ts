import type { IncomingMessage } from 'node:http';

/** A form as a browser sends it: what was typed, name by name. */
export type SentForm = { fields: [string, string][]; type: string; hasFile: boolean };

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
/** More than any form of the portal has. */
const FIELDS_MAX = 5_000;

/**
 * Keeps hold of what comes in while somebody else reads it, so that a form need not be typed again where it could not be
 * dealt with. Called before anything has been read; undefined for what is no form.
 */
export function keepBody(request: IncomingMessage): (() => Promise<SentForm | null>) | undefined {
  const type = request.headers['content-type'] ?? '';
  if (request.method !== 'POST' || !FORM.test(type)) return undefined;
  const pieces: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (piece: Buffer | null, encoding?: BufferEncoding) => {
    if (piece) pieces.push(piece);
    return push(piece, encoding);
  };
  return () => readForm(Buffer.concat(pieces), type);
}

/** Null where nobody can have typed it: too many fields, or a body that cannot be read. */
export async function readForm(body: Buffer, type: string): Promise<SentForm | null> {
  if (countOf(body, /^multipart/i.test(type) ? 'Content-Disposition' : '&') > FIELDS_MAX) return null;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const entries = [...form];
    const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const hasFile = entries.some(([, value]) => typeof value !== 'string' && value.size > 0);
    return { fields, type: type.split(';', 1)[0] ?? '', hasFile };
  } catch {
    return null;
  }
}

function countOf(body: Buffer, mark: string): number {
  let count = 0;
  for (let at = body.indexOf(mark); at !== -1 && count <= FIELDS_MAX; at = body.indexOf(mark, at + 1)) count++;
  return count;
}
