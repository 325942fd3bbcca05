import type { Drawn } from '../still/drawing/draw';

/** The bytes of what was drawn, to be sent over a socket: the length of its description, the description, its body. */
export function bytesOfDrawn({ body, ...about }: Drawn): Buffer {
  const description = Buffer.from(JSON.stringify(about));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(description.length);
  return Buffer.concat([length, description, body]);
}

/** What was drawn, from its bytes; throws where some are missing. */
export function drawnOfBytes(bytes: Buffer): Drawn {
  const start = 4 + bytes.readUInt32BE(0);
  const about = JSON.parse(bytes.subarray(4, start).toString()) as Omit<Drawn, 'body'>;
  return { ...about, body: bytes.subarray(start) };
}
