import { createHash, randomInt } from 'node:crypto';
import type pg from 'pg';
import { createSession, type MadeWithSlug } from '../../../test/factories/trainings';
import { type Made, read, unique } from '../../../test/factories/write';

/** An approved session three weeks ahead at a unit, with so many seats: nothing else of the demonstration data is touched. */
export async function openSession(database: pg.Client, unit: Made, seats: number): Promise<MadeWithSlug> {
  const [course] = await read<Made>(database, 'SELECT id FROM course WHERE retired_on IS NULL ORDER BY code LIMIT 1');
  const day = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  return createSession(database, {
    course: course ?? { id: '' },
    unit,
    seats,
    slug: `thu-${unique()}`.toLowerCase(),
    startsAt: `${day}T08:00:00+07:00`,
    endsAt: `${day}T09:30:00+07:00`,
  });
}

let count = 0;
/** A number that nobody in the demonstration data has. */
export const newPhone = () =>
  `09${String(Date.now() % 1_000_000).padStart(6, '0')}${String(++count % 100).padStart(2, '0')}`;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
/** A secret of a ticket: 26 letters of base32. */
export const newSecret = () => Array.from({ length: 26 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** The secret that a number was told for the place it has now: tickets go to their numbers alone. */
export async function secretTold(database: pg.Client, phone: string): Promise<string> {
  const secret = newSecret();
  const { rowCount } = await database.query(
    `UPDATE enrolment SET ticket_hash = $1 WHERE id = (SELECT id FROM enrolment WHERE phone_print = app.phone_print($2) ORDER BY id DESC LIMIT 1)`,
    [createHash('sha256').update(secret).digest(), `+84${phone.slice(1)}`],
  );
  if (rowCount !== 1) throw new Error(`nobody is enrolled with ${phone}`);
  return secret;
}
