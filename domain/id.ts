import { z } from 'zod';

/** The id of a row, as a form or an address sends it. */
export const idInput = z.guid('not-an-id');

/** Only such a text is looked up at all: anything else cannot be the id of a row. */
export const isId = (text: string) => idInput.safeParse(text).success;
