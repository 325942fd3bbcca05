import { isIP } from 'node:net';
import { z } from 'zod';
import { line } from '@/domain/texts/text';

/** Nobody needs more, and a page lists them all. */
export const PASSKEYS_MAX = 10;

/** For whom a passkey is made: the portal by its name and address. */
export const portalOf = (portalUrl: string): { rpID: string; origin: string } => {
  const { hostname, origin } = new URL(portalUrl);
  return { rpID: hostname, origin };
};

/** Browsers make passkeys for names alone, and only where nobody can listen. */
export const passkeysWork = (portalUrl: string): boolean => {
  const { hostname, protocol } = new URL(portalUrl);
  return isIP(hostname) === 0 && (protocol === 'https:' || hostname === 'localhost');
};

/** Bytes as browsers write them; what else they send along is left out. */
const encoded = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w+/=-]*$/);
const word = z.string().regex(/^[a-z-]{1,40}$/);
const BYTES = 20_000;
const answered = {
  id: encoded(2_000),
  rawId: encoded(2_000),
  type: z.literal('public-key'),
  authenticatorAttachment: word.optional(),
  clientExtensionResults: z.object({}).default({}),
};

/** What a browser answers when a passkey was made; what it means is for the library to say. */
export const madePasskeyInput = z.strictObject({
  name: line(1, 60),
  made: z.object({
    ...answered,
    response: z.object({
      clientDataJSON: encoded(BYTES),
      attestationObject: encoded(BYTES),
      transports: z.array(word).max(10).optional(),
    }),
  }),
});

/** The same when one was used. */
export const usedPasskeyInput = z.strictObject({
  remember: z.boolean(),
  used: z.object({
    ...answered,
    response: z.object({
      clientDataJSON: encoded(BYTES),
      authenticatorData: encoded(BYTES),
      signature: encoded(BYTES),
      userHandle: encoded(200).optional(),
    }),
  }),
});

export type MadePasskey = z.output<typeof madePasskeyInput>;
export type UsedPasskey = z.output<typeof usedPasskeyInput>;
