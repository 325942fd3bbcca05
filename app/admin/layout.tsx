import '@/components/ui/styles/admin.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageForm } from '@/components/accounts/language-form';
import { SecondFactorBar } from '@/components/accounts/second-factors/second-factor-bar';
import { SignOutForm } from '@/components/accounts/sign-out-form';
import { SignOutGuard } from '@/components/attendance/phone/sign-out-guard';
import { AdminShell } from '@/components/layout/admin-shell';
import { SentButton } from '@/components/layout/sent-button';
import { SoftLinks } from '@/components/layout/soft-links';
import { CalendarOpener } from '@/components/ui/days/calendar-opener';
import type { Viewer } from '@/domain/access/viewer';
import { dayOf } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { everywhere, wordsOf } from '@/i18n/client-words';
import { formatDay } from '@/i18n/format';
import { defaultLocale } from '@/i18n/locales';
import { firstFormToken, formToken } from '@/server/sign-in/form';
import { getSpokenLocale, getViewer, pageAfterLeaving, secondFactorDueOf } from '@/server/sign-in/session';
import { chooseLanguage } from './accounts/actions';
import { railOf } from './rail';

export const dynamic = 'force-dynamic';

/** The title of what does not exist, for her or at all; every page that exists says its own. */
export const metadata: Metadata = { title: 'Phụ nữ số Đồng Nai', robots: { index: false } };

/** A page on a phone that is handed round: nothing on it leads into the rest of the portal. */
const HANDED_ROUND = /^\/admin\/trainings\/[0-9a-f-]+\/outcomes\/feedback(\?|$)/;

export default async function AdminRoot({ children }: { children: ReactNode }) {
  const [viewer, locale, messages, asked] = await Promise.all([
    getViewer(),
    getSpokenLocale(),
    getMessages(),
    headers(),
  ]);
  const handedRound = HANDED_ROUND.test(asked.get('x-portal-path') ?? '');
  return (
    <html lang={locale ?? defaultLocale}>
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body className="admin">
        <NextIntlClientProvider messages={wordsOf(messages, everywhere)}>
          <CalendarOpener />
          <SoftLinks />
          <SentButton />
          {viewer && !handedRound ? <Frame viewer={viewer}>{children}</Frame> : children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

/** The rail offers; it protects nothing: each page and action asks for itself. */
async function Frame({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const grant = viewer.grants[0];
  const [role, items, token, due, out] = await Promise.all([
    getTranslations('access.roles'),
    railOf(viewer),
    formToken(),
    secondFactorDueOf(),
    pageAfterLeaving('/'),
  ]);
  return (
    <AdminShell
      items={items}
      user={{ name: viewer.displayName, role: grant ? role(grant.role) : '', unit: grant?.unitName ?? '' }}
      language={<LanguageForm locale={viewer.locale} action={chooseLanguage} />}
      signOut={
        <SignOutGuard>
          {/* a browser that was closed has forgotten the cookie of forms, and remembers who is signed in */}
          <SignOutForm token={token ?? firstFormToken() ?? ''} to={out} />
        </SignOutGuard>
      }
      demo={env.DEMO === 'on'}
    >
      {due && <SecondFactorBar day={formatDay(viewer.locale, dayOf(due))} />}
      {children}
    </AdminShell>
  );
}
