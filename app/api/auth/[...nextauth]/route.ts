import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { env } from '@/domain/ground/env';
import { hrefTo } from '@/i18n/routes';
import { authOptions, BACK_COOKIE } from '@/server/sign-in/auth';
import { isHttps } from '@/server/sign-in/cookie-name';

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth, sending whoever has to try again back to the page in her language. Answered before are a way to sign in
 * or a form that is not ours, and a way back to another site.
 */
async function handle(request: NextRequest, context: Context) {
  const {
    nextauth: [action],
  } = await context.params;
  const said = request.nextUrl.searchParams.get('said') === 'accepted' ? '&said=accepted' : '';
  const page = `${hrefTo(cameFromEnglish(request) ? 'en' : 'vi', 'signIn')}?asked=1${said}`;
  if (request.method === 'POST' && !FORM.test(request.headers.get('content-type') ?? ''))
    return new Response(null, { status: 415 });
  if (action === 'callback' && request.method !== 'POST') return seeOther(page);
  const back = request.cookies.get(BACK_COOKIE)?.value;
  if (back && !isOwn(back))
    return seeOther(page, `${BACK_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${SECURE}`);
  const { searchParams } = request.nextUrl;
  const to = searchParams.getAll('callbackUrl').find(isOwn);
  searchParams.delete('callbackUrl');
  if (to) searchParams.set('callbackUrl', to);
  const options = { ...authOptions, pages: { signIn: page, error: page } };
  const answer = await NextAuth(request as never, context as never, options);
  return request.method === 'POST' ? waiting(answer) : answer;
}

/** A program that has to wait reads 429 and for how long; a browser goes on to the page, which says so in words. */
function waiting(answer: Response): Response {
  const to = answer.headers.get('location');
  const seconds = /[?&]error=throttled-(\d+)/.exec(to ?? '')?.[1];
  if (!to || !seconds) return answer;
  const headers = new Headers(answer.headers);
  headers.delete('location');
  headers.set('retry-after', seconds);
  headers.set('refresh', `0; url=${to}`);
  return new Response(null, { status: 429, headers });
}

const FORM = /^application\/x-www-form-urlencoded\b/i;
const SECURE = isHttps ? '; Secure' : '';

const isOwn = (url: string) =>
  /^(\/|https?:)/i.test(url) &&
  URL.canParse(url, env.PORTAL_URL) &&
  new URL(url, env.PORTAL_URL).origin === new URL(env.PORTAL_URL).origin;

const seeOther = (location: string, cookie?: string) =>
  new Response(null, { status: 303, headers: { location, ...(cookie ? { 'set-cookie': cookie } : {}) } });

function cameFromEnglish(request: NextRequest): boolean {
  if (request.nextUrl.searchParams.get('language') === 'en') return true;
  const referer = request.headers.get('referer');
  return referer !== null && URL.canParse(referer) && new URL(referer).pathname.startsWith('/en/');
}

export { handle as GET, handle as POST };
