import type { NextRequest } from 'next/server';
import { isFromElsewhere, seeOther, tooMany } from '@/app/forms/ways-on';
import { env } from '@/domain/ground/env';
import { localeAsked } from '@/i18n/locales';
import { readersNetwork } from '@/server/entrance/readers-network';
import { log } from '@/server/log';
import { leavingAddress } from '@/server/sign-in/provider/ask-provider';
import { secondsUntilProvider } from '@/server/sign-in/provider/limit';
import { signInPage } from '@/server/sign-in/provider/sign-in-page';

/** Leads whoever signed out of the portal to where she signs out of the provider too: she chooses it, on a computer that others use. */
export async function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  const provider = env.SIGN_IN_PROVIDER;
  if (!provider) return new Response(null, { status: 404 });
  const asked = { to: '/admin', locale: localeAsked(searchParams.get('language')) };
  if (isFromElsewhere(request)) return seeOther(signInPage(asked));
  const seconds = await secondsUntilProvider(await readersNetwork());
  if (seconds > 0) return tooMany(signInPage(asked, `throttled-${seconds}`), seconds);
  const way = await leavingAddress(provider, env.PORTAL_URL, asked.locale);
  if (!way.ok) log.warn({ by: 'provider', why: way.detail?.why }, way.problem);
  return seeOther((way.ok && way.value) || signInPage(asked, 'provider-stays'));
}
