import '@/components/ui/styles/public/public.css';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PortalHead } from '@/components/layout/site/portal-head';
import { localeAsked } from '@/i18n/locales';
import { FIRST_WORDS, PORTAL_SCRIPT } from '@/server/front/portal-script';

/** Nothing is drawn while building: the first reader of a page has it drawn, all others get that one. */
export function generateStaticParams() {
  return [];
}

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function PublicRoot({ children, params }: Props) {
  const { locale } = await params;
  const known = localeAsked(locale);
  setRequestLocale(known);
  return (
    <html lang={known} suppressHydrationWarning>
      <head>
        <PortalHead firstWords={FIRST_WORDS} script={PORTAL_SCRIPT} />
      </head>
      <body>{children}</body>
    </html>
  );
}
