import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { idInput } from '@/domain/id';

/** More addresses than this nobody hands out: one that is not needed is ended, not added to. */
export const LINKS_MAX = 5;
const LINK_DAYS = 7;
const DAY_MS = 86_400_000;

export const makeLinkInput = z.object({ articleId: idInput });
export type MakeLinkInput = z.output<typeof makeLinkInput>;

export const endLinkInput = z.object({ articleId: idInput, linkId: idInput });
export type EndLinkInput = z.output<typeof endLinkInput>;

/** An address for looking before, as the list shows it: never its secret, which nobody knows any more. */
export type PreviewLink = { id: string; edition: number; by: string; createdAt: Date; expiresAt: Date };

export const expiryOf = (madeAt: Date) => new Date(madeAt.getTime() + LINK_DAYS * DAY_MS);

/** 256 bits of chance: stands in an address, and cannot be guessed. */
export const newPreviewSecret = () => randomBytes(32).toString('hex');

/** Only such a text is looked up at all. */
export const isPreviewSecret = (text: string) => /^[0-9a-f]{64}$/.test(text);
