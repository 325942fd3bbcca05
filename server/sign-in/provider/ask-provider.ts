import * as client from 'openid-client';
import { type Claims, hasShownStep, type Vouched, verifiedEmail } from '@/domain/accounts/providers/vouched';
import { SHORTEST_IDLE_HOURS } from '@/domain/accounts/sessions/session-limit';
import type { SignInProvider } from '@/domain/ground/sign-in-provider';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { cleanLine } from '@/domain/texts/clean-text';
import type { Errand } from './errand';
import { knownProvider, ProviderAway, withinOneWait, wordsOf } from './known-provider';

/** The one address to which a provider sends people back: it is registered there, letter by letter. */
export const callbackAddress = (portalUrl: string) => `${portalUrl}/api/auth/provider/callback`;
/** Where a provider sends whoever signed out there as well. */
export const leftAddress = (portalUrl: string) => `${portalUrl}/api/auth/provider/left`;

/** The detail of a problem says `why`, for the log. */
export type AskProblem = 'provider-away' | 'provider-refused' | 'provider-cancelled';
/** Who signed in there longer ago signs in there anew: an open browser does not outlast the limits of sessions here. */
const MAX_AGE_SECONDS = SHORTEST_IDLE_HOURS * 3_600;
/** A path that is longer makes a cookie that browsers drop. */
const PATH_BYTES_MAX = 1_500;

type Asked = { to: string; locale: Locale };
/** Somebody who was led back: what her browser kept, and the question of the address. */
type Came = { errand: Errand; question: string };

/** Where somebody is sent to sign in at the provider, and what her browser keeps meanwhile. */
export async function askProvider(
  provider: SignInProvider,
  portalUrl: string,
  { to, locale }: Asked,
): Promise<Result<{ address: string; errand: Errand }, 'provider-away'>> {
  try {
    const known = await knownProvider(provider);
    const errand: Errand = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      to: Buffer.byteLength(to) > PATH_BYTES_MAX ? '/admin' : to,
      locale,
      at: Date.now(),
    };
    const address = client.buildAuthorizationUrl(known, {
      redirect_uri: callbackAddress(portalUrl),
      scope: 'openid email',
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
      ui_locales: locale,
      max_age: String(MAX_AGE_SECONDS),
      ...(provider.secondStep?.claim === 'acr' && { acr_values: provider.secondStep.value }),
    });
    return ok({ address: address.href, errand });
  } catch (error) {
    return problem('provider-away', { why: wordsOf(error) });
  }
}

/**
 * What the provider's answer comes to: who signed in there, within eight seconds. The code is exchanged once, with what the browser kept; signature,
 * issuer, audience, time and nonce of the token are checked by the library.
 */
export async function answerOf(
  provider: SignInProvider,
  portalUrl: string,
  came: Came,
  waitMs?: number,
): Promise<Result<Vouched, AskProblem>> {
  try {
    return await withinOneWait(() => exchanged(provider, portalUrl, came), waitMs);
  } catch (error) {
    return problem(problemOf(error), { why: wordsOf(error) });
  }
}

async function exchanged(
  provider: SignInProvider,
  portalUrl: string,
  { errand, question }: Came,
): Promise<Result<Vouched, AskProblem>> {
  const known = await knownProvider(provider);
  const tokens = await client.authorizationCodeGrant(known, new URL(`${callbackAddress(portalUrl)}${question}`), {
    expectedState: errand.state,
    expectedNonce: errand.nonce,
    pkceCodeVerifier: errand.verifier,
    maxAge: MAX_AGE_SECONDS,
    idTokenExpected: true,
  });
  const claims = tokens.claims() as Claims | undefined;
  if (claims?.iss !== known.serverMetadata().issuer) return problem('provider-refused', { why: 'issuer' });
  if (!isKeepable(claims.sub)) return problem('provider-refused', { why: 'subject' });
  const told = verifiedEmail(claims);
  const address = told ? { email: told } : await askedAddress(known, tokens.access_token, claims.sub);
  const secondStep = hasShownStep(claims, provider.secondStep);
  return ok({ issuer: provider.issuer, subject: claims.sub, secondStep, ...address });
}

/** The address that the provider has verified, where its token says none; whoever is tied needs none, so silence keeps her not out. */
async function askedAddress(
  known: client.Configuration,
  token: string,
  subject: string,
): Promise<Pick<Vouched, 'email' | 'silent'>> {
  if (!known.serverMetadata().userinfo_endpoint) return { email: null };
  try {
    return { email: verifiedEmail(await client.fetchUserInfo(known, token, subject)) };
  } catch (error) {
    return { email: null, silent: problemOf(error) === 'provider-away' };
  }
}

/** A name that can be kept as it is: whoever chose hers there chose no sign that nobody sees. */
const isKeepable = (subject: string) => subject.length <= SUBJECT_MAX && cleanLine(subject) === subject;

/** Where a provider lets people sign out of itself; null where it has no such place. */
export async function leavingAddress(
  provider: SignInProvider,
  portalUrl: string,
  locale: Locale,
): Promise<Result<string | null, 'provider-away'>> {
  try {
    const known = await knownProvider(provider);
    if (!known.serverMetadata().end_session_endpoint) return ok(null);
    const back = { post_logout_redirect_uri: leftAddress(portalUrl), state: locale };
    return ok(client.buildEndSessionUrl(known, back).href);
  } catch (error) {
    return problem('provider-away', { why: wordsOf(error) });
  }
}

/** OpenID Connect Core 1.0, section 2: a provider's name for somebody. */
const SUBJECT_MAX = 255;

const SILENT = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

function problemOf(error: unknown): AskProblem {
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'provider-cancelled' : 'provider-refused';
  const { code } = (error ?? {}) as { code?: unknown };
  // a fetch that reached nobody is a TypeError without a code
  const isSilent = SILENT.has(String(code)) || (error instanceof TypeError && code === undefined);
  return error instanceof ProviderAway || isSilent ? 'provider-away' : 'provider-refused';
}
