import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { hrefTo } from '@/i18n/routes';
import { authOptions } from '@/server/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth, sending whoever has to try again back to the page in her own language. */
function handle(request: NextRequest, context: Context) {
  const said = request.nextUrl.searchParams.get('said') === 'accepted' ? '&said=accepted' : '';
  const page = `${hrefTo(cameFromEnglish(request) ? 'en' : 'vi', 'signIn')}?asked=1${said}`;
  return NextAuth(request as never, context as never, { ...authOptions, pages: { signIn: page, error: page } });
}

function cameFromEnglish(request: NextRequest): boolean {
  if (request.nextUrl.searchParams.get('language') === 'en') return true;
  const referer = request.headers.get('referer');
  return referer !== null && URL.canParse(referer) && new URL(referer).pathname.startsWith('/en/');
}

export { handle as GET, handle as POST };
