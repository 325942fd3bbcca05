import type { SignInProvider } from '@/domain/ground/sign-in-provider';
import { normalEmail } from '../account';

/** What a provider says of whoever signed in there, once all of it is checked. */
export type Vouched = {
  issuer: string;
  /** the provider's own name for her */
  subject: string;
  /** as accounts keep it; null where the provider says none, or has not verified it */
  email: string | null;
  /** it was asked for her address, and did not answer */
  silent?: boolean;
  /** she has shown a second factor there, and the surroundings say that it counts */
  secondStep: boolean;
};

/** Claims of a token whose signature, issuer, audience, time and nonce are right, with those asked for afterwards. */
export type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string };

/** Only the answer `true` says that an address is verified: "true" and what is left out do not. */
export const verifiedEmail = ({ email, email_verified }: Record<string, unknown>): string | null =>
  email_verified === true && typeof email === 'string' ? (normalEmail(email) ?? null) : null;

/** Does the provider say that she has shown a second factor? `acr` is one word, `amr` a list of them. */
export function hasShownStep(claims: Record<string, unknown>, rule: SignInProvider['secondStep']): boolean {
  if (!rule) return false;
  const said = claims[rule.claim];
  return rule.claim === 'amr' ? Array.isArray(said) && said.includes(rule.value) : said === rule.value;
}
