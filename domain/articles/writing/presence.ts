import { z } from 'zod';
import { idInput } from '@/domain/id';

/** Who else has the page open on which an article is written; `since` in ISO form. */
export type Present = { name: string; since: string };

/** Opening the page counts for so many seconds: without a script nothing more comes of it. */
export const OPENED_SECONDS = 600;
/** A page with a script says every so many seconds that it is open, and counts for three times as long. */
export const TOUCH_SECONDS = 30;
export const TOUCHED_SECONDS = 90;
/** Told at once; more are hardly ever there. */
export const PRESENT_MAX = 5;

export const openedInput = z.strictObject({ articleId: idInput });
export type OpenedInput = z.output<typeof openedInput>;
export const presenceInput = z.strictObject({ articleId: idInput, left: z.boolean().default(false) });
export type PresenceInput = z.output<typeof presenceInput>;
