import { AsyncLocalStorage } from 'node:async_hooks';
import * as client from 'openid-client';
import { type SignInProvider, secretOf } from '@/domain/ground/sign-in-provider';

/** Seconds for which the portal waits for each answer of a provider. */
const WAIT_SECONDS = 4;
/** Milliseconds for which whoever comes back from a provider waits for all of its answers together. */
const WAIT_TOGETHER_MS = 8_000;
/** Seconds by which clocks may differ. */
const CLOCKS_SECONDS = 30;
/** Keys of a large provider are some thirty thousand bytes. */
const ANSWER_BYTES_MAX = 256_000;
const MINUTE = 60_000;
/** What a provider says of itself is asked for anew after an hour, and good for a day where it does not answer. */
const FRESH_MS = 60 * MINUTE;
const GOOD_MS = 24 * 60 * MINUTE;
/** It is not asked again at once where it did not answer. */
const REST_MS = 10_000;

/** It gave no answer in time, or none that can be read. */
export class ProviderAway extends Error {}

type Known = { said: client.Configuration; at: number };
/** By issuer and client, what is known and what is being asked: two who come at the same moment ask once. */
type Place = { known?: Known; asking?: Promise<client.Configuration> | undefined; restUntil: number };
const places = new Map<string, Place>();

/**
 * What a provider says of itself: where to send people, where to ask, which keys are its own. Kept in memory with an age; throws `ProviderAway`
 * where nothing is known and it does not answer.
 */
export async function knownProvider(provider: SignInProvider, now = Date.now()): Promise<client.Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`;
  const place = places.get(key) ?? { restUntil: 0 };
  places.set(key, place);
  const { known } = place;
  if (known && now - known.at < FRESH_MS) return known.said;
  const usable = known && now - known.at < GOOD_MS ? known.said : null;
  if (now < place.restUntil) return usable ?? failed();
  place.asking ??= discovered(provider).finally(() => {
    place.asking = undefined;
  });
  try {
    const said = await place.asking;
    place.known = { said, at: now };
    return said;
  } catch (error) {
    place.restUntil = now + REST_MS;
    if (usable) return usable;
    throw error;
  }
}

const failed = (): never => {
  throw new ProviderAway('the provider did not answer a moment ago');
};

async function discovered(provider: SignInProvider): Promise<client.Configuration> {
  const isHere = provider.issuer.startsWith('http:');
  const found = await client
    .discovery(
      new URL(provider.issuer),
      provider.clientId,
      { [client.clockTolerance]: CLOCKS_SECONDS },
      proofOf(provider),
      {
        timeout: WAIT_SECONDS,
        [client.customFetch]: (address, options) => boundedAnswer(address, options as RequestInit),
        execute: [client.enableNonRepudiationChecks, ...(isHere ? [client.allowInsecureRequests] : [])],
      },
    )
    .catch((error: unknown) => {
      throw new ProviderAway(wordsOf(error));
    });
  // a provider of many houses speaks for each of them under one address: only the one that was named counts, letter by letter
  if (found.serverMetadata().issuer !== provider.issuer)
    throw new ProviderAway('the provider names itself otherwise than OIDC_ISSUER');
  return found;
}

const together = new AsyncLocalStorage<AbortSignal>();

/** Asks a provider several things, one after the other, and gives up what is left of them once all have taken so many milliseconds. */
export const withinOneWait = <Answer>(ask: () => Promise<Answer>, waitMs = WAIT_TOGETHER_MS): Promise<Answer> =>
  together.run(AbortSignal.timeout(waitMs), ask);

/** An answer of a provider, given up once it is longer than any that is right, or too late. */
async function boundedAnswer(address: string, options: RequestInit): Promise<Response> {
  const ends = [options.signal, together.getStore()].filter((each) => each != null);
  const answer = await fetch(address, { ...options, signal: AbortSignal.any(ends), cache: 'no-store' });
  if (!answer.body) return answer;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > ANSWER_BYTES_MAX) throw new TypeError('the provider answers without end');
    pieces.push(piece);
  }
  const { status, headers } = answer;
  return new Response(Buffer.concat(pieces), { status, headers });
}

/** How the portal proves itself to the provider: as that says it may, in the header where it says nothing. The secret is read each time. */
const proofOf =
  (provider: SignInProvider): client.ClientAuth =>
  (said, ...asked) => {
    const text = secretOf(provider);
    const ways = said.token_endpoint_auth_methods_supported;
    const inBody = ways?.includes('client_secret_post') === true && !ways.includes('client_secret_basic');
    return (inBody ? client.ClientSecretPost(text) : client.ClientSecretBasic(text))(said, ...asked);
  };

const CODE = /^[\w .-]{1,80}$/;

/** What went wrong, for the log: names of the library and of the protocol, never what was sent. */
export function wordsOf(error: unknown): string {
  const { code, error: said, message } = (error ?? {}) as Record<string, unknown>;
  const words = [code, said].filter((each): each is string => typeof each === 'string' && CODE.test(each));
  return words.join(' ') || (typeof message === 'string' && CODE.test(message) ? message : 'unknown');
}
