import { z } from 'zod';

/** The id of a row, as a form or an address sends it. */
export const idInput = z.guid('not-an-id');

/** The least id that is given out at an instant: ids of rows that grow begin with the millisecond they were made in. */
export function firstIdAt(instant: Date): string {
  const hex = Math.max(0, instant.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Only such a text is looked up at all: anything else cannot be the id of a row. */
export const isId = (text: string) => idInput.safeParse(text).success;
