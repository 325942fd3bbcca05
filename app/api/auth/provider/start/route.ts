import type { NextRequest } from 'next/server';
import { isFromElsewhere, seeOther, tooMany } from '@/app/forms/ways-on';
import { env } from '@/domain/ground/env';
import { localeAsked } from '@/i18n/locales';
import { readersNetwork } from '@/server/entrance/readers-network';
import { log } from '@/server/log';
import { askProvider } from '@/server/sign-in/provider/ask-provider';
import { giveErrand } from '@/server/sign-in/provider/errand-cookie';
import { secondsUntilProvider } from '@/server/sign-in/provider/limit';
import { signInPage } from '@/server/sign-in/provider/sign-in-page';
import { ownPath } from '@/server/sign-in/way-back';
import { noteRefusal } from '@/server/still/shared';

/** Sends somebody to the provider to sign in there: a link, since a form may send nobody to another site. Counted before the provider is asked. */
export async function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  const provider = env.SIGN_IN_PROVIDER;
  if (!provider) return new Response(null, { status: 404 });
  const asked = { to: ownPath(searchParams.get('callbackUrl')), locale: localeAsked(searchParams.get('language')) };
  if (isFromElsewhere(request)) return seeOther(signInPage(asked));
  const seconds = await secondsUntilProvider(await readersNetwork());
  if (seconds > 0) {
    noteRefusal({ reason: 'throttled' });
    return tooMany(signInPage(asked, `throttled-${seconds}`), seconds);
  }
  const sent = await askProvider(provider, env.PORTAL_URL, asked);
  if (!sent.ok) {
    log.warn({ by: 'provider', why: sent.detail?.why }, sent.problem);
    return seeOther(signInPage(asked, sent.problem));
  }
  await giveErrand(sent.value.errand);
  return seeOther(sent.value.address);
}
