import { z } from 'zod';

/** The version of a row that a form was drawn from, as it sends it back: the first is 1, each change raises it by one. */
export const versionInput = z.coerce.number().int().positive();
