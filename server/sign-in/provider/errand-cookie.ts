import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/domain/ground/env';
import { hostCookie, isHttps } from '../cookie-name';
import { ERRAND_SECONDS, type Errand, openErrand, sealErrand } from './errand';

/** Without a secret nobody is sent anywhere: the start command always makes one. */
function secret(): string {
  if (!env.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is needed to send anybody to a provider');
  return env.NEXTAUTH_SECRET;
}

const NAME = hostCookie('errand-at-provider');

/** Her browser keeps an errand for ten minutes. The provider leads her back from its own site, so the cookie comes along with a link. */
export async function giveErrand(errand: Errand): Promise<void> {
  (await cookies()).set(NAME, sealErrand(errand, secret()), {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    path: '/',
    maxAge: ERRAND_SECONDS,
  });
}

/**
 * Takes the errand to which an answer belongs back from her browser: it is run once. Null where there is none, or it is too old; one that another tab
 * began since stays.
 */
export async function takeErrand(state: string | null): Promise<Errand | null> {
  const jar = await cookies();
  const errand = openErrand(jar.get(NAME)?.value, secret());
  if (errand && errand.state !== state) return null;
  jar.set(NAME, '', { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/', maxAge: 0 });
  return errand;
}
