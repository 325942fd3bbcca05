import type { ReactNode } from 'react';
import type { Locale } from '@/i18n/locales';
import type { RouteName } from '@/i18n/routes';
import { PageBar } from '../page-bar';
import { mainId, SkipLink } from '../skip-link';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

type PublicPageProps = {
  locale: Locale;
  /** address of this page in the other language */
  twin: string;
  current?: RouteName | undefined;
  /** what stands here is demonstration data */
  demo?: boolean;
  children: ReactNode;
};

/** Everything around the content of a public page. */
export function PublicPage({ locale, twin, current, demo = false, children }: PublicPageProps) {
  return (
    <>
      <SkipLink />
      {demo && <PageBar />}
      <SiteHeader locale={locale} twin={twin} current={current} />
      <main id={mainId} tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter locale={locale} twin={twin} />
    </>
  );
}
