import type { IncomingMessage } from 'node:http';

/**
 * Lets a body through as long as it keeps within `most` bytes. False when it already says that it will not; otherwise
 * `tooLong` is called as soon as more has come.
 */
export function limitBody(request: IncomingMessage, most: number, tooLong: () => void): boolean {
  if (Number(request.headers['content-length'] ?? 0) > most) return false;
  if (request.headers['transfer-encoding'] === undefined) return true;
  const push = request.push.bind(request);
  let received = 0;
  // The place where node hands over each piece: nothing is read that Next would not read itself.
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0;
    if (received <= most) return push(chunk, encoding);
    tooLong();
    return false;
  };
  return true;
}
