import type { NextRequest } from 'next/server';
import { seeOther } from '@/app/forms/ways-on';
import { env } from '@/domain/ground/env';
import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { getViewer } from '@/server/sign-in/session';

/** Where the provider sends whoever signed out there; it repeats her language. */
export async function GET({ nextUrl: { searchParams } }: NextRequest) {
  if (!env.SIGN_IN_PROVIDER) return new Response(null, { status: 404 });
  const page = hrefTo(localeAsked(searchParams.get('state')), 'signIn');
  // who is signed in here still, in another tab or by another session, is not told otherwise
  return seeOther((await getViewer()) ? page : `${page}?said=left-provider`);
}
