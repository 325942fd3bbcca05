import { headers } from 'next/headers';
import type { NextRequest } from 'next/server';
import { seeOther, tooMany } from '@/app/forms/ways-on';
import { signInByProvider } from '@/domain/accounts/providers/vouch-commands';
import { env } from '@/domain/ground/env';
import { readersNetwork } from '@/server/entrance/readers-network';
import { log } from '@/server/log';
import { answerOf } from '@/server/sign-in/provider/ask-provider';
import { takeErrand } from '@/server/sign-in/provider/errand-cookie';
import { providerSucceeded, secondsUntilProvider } from '@/server/sign-in/provider/limit';
import { signInPage } from '@/server/sign-in/provider/sign-in-page';
import { giveSession, rememberedTokens } from '@/server/sign-in/second-step';
import { noteRefusal } from '@/server/still/shared';

const ANYWHERE = { to: '/admin', locale: 'vi' } as const;

/**
 * Where the provider sends somebody back. Only the browser that was sent there has the errand, which is taken before anything is looked at.
 * Whatever is not right leads to the page that says why.
 */
export async function GET({ nextUrl }: NextRequest) {
  const provider = env.SIGN_IN_PROVIDER;
  if (!provider) return new Response(null, { status: 404 });
  const errand = await takeErrand(nextUrl.searchParams.get('state'));
  const back = (problem: string) => signInPage(errand ?? ANYWHERE, problem);
  const network = await readersNetwork();
  const seconds = await secondsUntilProvider(network);
  if (seconds > 0) {
    noteRefusal({ reason: 'throttled' });
    return tooMany(back(`throttled-${seconds}`), seconds);
  }
  if (!errand) return refused(back, 'provider-over');
  const answer = await answerOf(provider, env.PORTAL_URL, { errand, question: nextUrl.search });
  if (!answer.ok) {
    log.warn({ by: 'provider', why: answer.detail?.why }, answer.problem);
    return refused(back, answer.problem);
  }
  const agent = (await headers()).get('user-agent');
  const result = await signInByProvider(answer.value, { network, agent, devices: await rememberedTokens() });
  if (!result.ok) return refused(back, `provider-${result.problem}`, result.detail?.accountId);
  await giveSession(result.value.token);
  await providerSucceeded(network);
  return seeOther(errand.to);
}

function refused(back: (problem: string) => string, problem: string, account?: string): Response {
  noteRefusal({ reason: problem, account });
  return seeOther(back(problem));
}
