import 'server-only';
import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { identifierOf } from '@/domain/accounts/account';
import { endSession, signIn } from '@/domain/accounts/session-commands';
import { accountIdOf, standingOfSession } from '@/domain/accounts/session-queries';
import { SESSION_LONGEST_HOURS } from '@/domain/accounts/sessions/session-limit';
import { tokenHash } from '@/domain/accounts/token';
import { env } from '@/domain/ground/env';
import { networkOf } from '../entrance/claims';
import { log } from '../log';
import { noteRefusal } from '../still/shared';
import { hostCookie, isHttps } from './cookie-name';
import { deviceOf, keepDevice } from './device';
import { forgetName, keepName } from './form';
import { secondsUntilSignIn, signInSucceeded } from './limit';
import { rememberedTokens } from './second-step';
import { SESSION_COOKIE } from './session';

/** Where next-auth remembers the place to come back to. */
export const BACK_COOKIE = hostCookie('next-auth.callback-url');

const refused = async (reason: string, identifier: string) =>
  noteRefusal({ reason, account: await accountIdOf(identifier), tried: identifier.trim().toLowerCase() });

/** Its message is the code that the sign-in page reads in its address. */
class MustWait extends Error {}

/** next-auth puts the message of whatever is thrown into an address: a library's own words never get there. */
async function authorizeOrFail(...asked: Parameters<typeof authorize>) {
  try {
    return await authorize(...asked);
  } catch (error) {
    if (error instanceof MustWait) throw error;
    log.error({ err: error }, 'signing in failed');
    throw new Error('failed');
  }
}

async function authorize(
  credentials: Record<'identifier' | 'password', string> | undefined,
  request: { headers?: Record<string, unknown> },
) {
  const identifier = String(credentials?.identifier ?? '')
    .replaceAll('\0', '')
    .slice(0, 200);
  // as the front writes it: what a client claims of itself is overwritten there
  const network = networkOf(String(request.headers?.['x-forwarded-for'] ?? 'unknown'));
  const account = Object.values(identifierOf(identifier) ?? { none: identifier.trim().toLowerCase() }).join();
  const attempt = { account, network, device: await deviceOf(account) };
  const seconds = await secondsUntilSignIn(attempt);
  if (seconds > 0) {
    await refused('throttled', identifier);
    await keepName(identifier);
    throw new MustWait(`throttled-${seconds}`);
  }

  const agent = request.headers?.['user-agent'];
  const result = await signIn({
    identifier,
    password: String(credentials?.password ?? ''),
    network,
    agent: agent ? String(agent) : null,
    devices: await rememberedTokens(),
  });
  if (!result.ok) {
    await refused(result.problem, identifier);
    await keepName(identifier);
    return null;
  }
  await signInSucceeded(attempt);
  await keepDevice(account);
  await forgetName();
  return { id: result.value.accountId, sessionToken: result.value.token };
}

const COOKIE = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps } as const;

/**
 * next-auth with sessions of our own: the cookie carries nothing but the token of a row, and each request asks for the
 * row. A copied cookie is worthless after sign-out; a role revoked is gone at the next click.
 */
export const authOptions: AuthOptions = {
  ...(env.NEXTAUTH_SECRET ? { secret: env.NEXTAUTH_SECRET } : {}),
  // its own words can hold what was typed
  logger: {
    error: (code) => log.error({ by: 'next-auth' }, code),
    warn: (code) => log.warn({ by: 'next-auth' }, code),
    debug: () => {},
  },
  // under https both would have a name that a neighbouring host of the domain may write too
  cookies: {
    sessionToken: { name: SESSION_COOKIE, options: COOKIE },
    callbackUrl: { name: BACK_COOKIE, options: COOKIE },
  },
  session: { strategy: 'jwt', maxAge: SESSION_LONGEST_HOURS * 3_600 },
  // a form whose cookie is another by now leads to a page with a form of today
  pages: { signIn: '/dang-nhap?asked=1', error: '/dang-nhap?asked=1', signOut: '/admin' },
  providers: [
    CredentialsProvider({
      name: 'credentials',
      credentials: { identifier: {}, password: {} },
      authorize: (credentials, request) => authorizeOrFail(credentials, request) as never,
    }),
  ],
  jwt: {
    encode: async ({ token }) => String(token?.sessionToken ?? ''),
    decode: async ({ token }) => {
      // one that owes its second step can be signed out too
      const standing = token ? await standingOfSession(tokenHash(token)) : null;
      return standing && token ? { sub: standing.viewer.accountId, sessionToken: token } : null;
    },
  },
  callbacks: {
    // only to a page of the portal; what is no address at all leads to its first page
    redirect: ({ url, baseUrl }) =>
      URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === new URL(baseUrl).origin
        ? new URL(url, baseUrl).href
        : baseUrl,
    jwt: ({ token, user }) =>
      user ? { ...token, sessionToken: (user as { sessionToken?: string }).sessionToken } : token,
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sessionToken === 'string') await endSession(token.sessionToken);
    },
  },
};
