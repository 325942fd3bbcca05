import type pg from 'pg';
import { createSession, type MadeWithSlug } from '../../prisma/factories/trainings';
import { type Made, read, unique } from '../../prisma/factories/write';

/** An approved session three weeks ahead at a unit, with so many seats: nothing else of the demonstration data is touched. */
export async function openSession(database: pg.Client, unit: Made, seats: number): Promise<MadeWithSlug> {
  const [course] = await read<Made>(database, 'SELECT id FROM course WHERE retired_on IS NULL ORDER BY code LIMIT 1');
  const day = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  return createSession(database, {
    ...{ course: course ?? { id: '' }, unit, seats, slug: `thu-${unique()}`.toLowerCase() },
    ...{ startsAt: `${day}T08:00:00+07:00`, endsAt: `${day}T09:30:00+07:00` },
  });
}

let count = 0;
/** A number that nobody in the demonstration data has. */
export const newPhone = () =>
  `09${String(Date.now() % 1_000_000).padStart(6, '0')}${String(++count % 100).padStart(2, '0')}`;
