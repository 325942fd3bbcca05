import { z } from 'zod';
import type { ProviderFacts } from '@/domain/condition/facts';
import { keepFacts } from './kept-facts';

/** Milliseconds for which somebody waits for what a provider says of itself. */
const WITHIN_MS = 3_000;
const said = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

/** Asks the provider of OpenID Connect what it says of itself, and keeps whether it did for the page of the condition. Nobody is asked where none is named. */
export async function lookAtProvider(issuer: string | undefined, dataDir: string): Promise<void> {
  if (!issuer) return;
  const { at, says } = await askAfterProvider(issuer);
  keepFacts(dataDir, 'provider.json', { at: at.toISOString(), says });
}

/** The same, kept nowhere. */
export const askAfterProvider = async (issuer: string): Promise<ProviderFacts> => ({
  at: new Date(),
  says: await whatProviderSays(issuer),
});

/** Whether it answers, is silent, or names itself otherwise than it was named: then nobody signs in with it. */
async function whatProviderSays(issuer: string): Promise<ProviderFacts['says']> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(WITHIN_MS), redirect: 'manual' });
    return said.parse(await answer.json()).issuer === issuer ? 'answers' : 'otherwise';
  } catch {
    return 'silent';
  }
}
