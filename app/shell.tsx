import type { ReactNode } from 'react';
import { ready } from '@/components/layout/ready/ready';
import { PublicPage } from '@/components/layout/site/public-page';
import { env } from '@/domain/ground/env';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo, type Query, type RouteName } from '@/i18n/routes';
import { freeWhenDrawn } from '@/server/still/freed';
import { shared } from '@/server/still/shared';

type ShellProps = {
  locale: Locale;
  route: RouteName;
  /** slug of the page in the other language; null when it exists in this one only */
  twinParams?: Record<string, string> | null;
  query?: Query;
  children: ReactNode;
};

/** Head and foot of every public page, and the way to its twin in the other language. */
export function Shell({ locale, route, twinParams = {}, query = {}, children }: ShellProps) {
  const other = otherLocale(locale);
  const twin = twinParams ? hrefTo(other, route, twinParams, query) : hrefTo(other, 'home');
  const page = (
    <PublicPage locale={locale} twin={twin} current={route} demo={env.DEMO === 'on'}>
      {children}
    </PublicPage>
  );
  freeWhenDrawn();
  const aside = shared.drawing.getStore()?.aside;
  return aside ? ready(page, aside.lay) : page;
}
