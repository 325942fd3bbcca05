import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { hrefTo } from '@/i18n/routes';
import { authOptions } from '@/server/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth, sending whoever has to try again back to the page in her own language. */
async function handle(request: NextRequest, context: Context) {
  const said = request.nextUrl.searchParams.get('said') === 'accepted' ? '&said=accepted' : '';
  const page = `${hrefTo(cameFromEnglish(request) ? 'en' : 'vi', 'signIn')}?asked=1${said}`;
  const options = { ...authOptions, pages: { signIn: page, error: page } };
  const answer = await NextAuth(request as never, context as never, options);
  return request.method === 'POST' ? waiting(answer) : answer;
}

/** Whoever has to wait reads so as a program too: 429 and for how long. A browser goes on to the page, which says it in words. */
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

function cameFromEnglish(request: NextRequest): boolean {
  if (request.nextUrl.searchParams.get('language') === 'en') return true;
  const referer = request.headers.get('referer');
  return referer !== null && URL.canParse(referer) && new URL(referer).pathname.startsWith('/en/');
}

export { handle as GET, handle as POST };
