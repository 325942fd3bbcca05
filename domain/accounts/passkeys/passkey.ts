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

const encoded = z.string().max(20_000);
const answered = {
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).optional(),
  clientExtensionResults: z.looseObject({}).default({}),
};

/** What a browser answers when a passkey was made; what it means is for the library to say. */
export const madePasskeyInput = z.strictObject({
  name: line(1, 60),
  made: z.object({ ...answered, response: z.looseObject({ clientDataJSON: encoded, attestationObject: encoded }) }),
});

/** The same when one was used. */
export const usedPasskeyInput = z.strictObject({
  remember: z.boolean(),
  used: z.object({
    ...answered,
    response: z.looseObject({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded }),
  }),
});

export type MadePasskey = z.output<typeof madePasskeyInput>;
export type UsedPasskey = z.output<typeof usedPasskeyInput>;
