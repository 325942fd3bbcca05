import { randomBytes } from 'node:crypto';

/** An id for a new enrolment (uuid version 7, as all ids), known before its row is written: the ticket is made of it. */
export function newEnrolmentId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  const chance = randomBytes(10);
  chance[0] = ((chance[0] ?? 0) & 0x0f) | 0x70;
  chance[2] = ((chance[2] ?? 0) & 0x3f) | 0x80;
  const hex = time + chance.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
