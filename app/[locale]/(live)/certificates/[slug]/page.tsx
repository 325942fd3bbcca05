import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { markMissing, markWaiting } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { CheckedCertificate, CheckForm, NotChecked } from '@/components/certificates/check-view';
import { isSound, readCode } from '@/domain/certificates/code';
import { findPublishedCertificate } from '@/domain/certificates/queries';
import type { Locale } from '@/i18n/locales';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/certificates/[slug]'>;

/** The title says nothing of the certificate: it is the same for every code. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { slug }] = await Promise.all([localeOf(params), params]);
  const t = await getTranslations('certificates.check');
  return pageMetadata({
    locale,
    route: 'certificate',
    params: { slug },
    title: t('title'),
    description: t('lead'),
    index: false,
  });
}

/**
 * The portal's answer to one code, asked anew each time. Guessing is counted; a slip of the pen is told without a
 * look.
 */
export default async function CheckedPage({ params }: Props) {
  const [locale, { slug }] = await Promise.all([localeOf(params), params]);
  const code = readCode(slug);
  if (!isSound(code)) {
    await markMissing();
    return (
      <Page locale={locale} slug={slug}>
        <Mistyped slug={slug} />
      </Page>
    );
  }
  const network = await readersNetwork();
  if (!(await mayAsk('certificate', network))) {
    await markWaiting();
    return (
      <Page locale={locale} slug={slug}>
        <NotChecked why="wait" />
      </Page>
    );
  }
  const certificate = await findPublishedCertificate(code);
  if (certificate) await wasKnown('certificate', network);
  else await markMissing();
  return (
    <Page locale={locale} slug={slug}>
      {certificate ? <CheckedCertificate certificate={certificate} /> : <NotChecked why="missing" />}
    </Page>
  );
}

const Page = ({ locale, slug, children }: { locale: Locale; slug: string; children: ReactNode }) => (
  <Shell locale={locale} route="certificate" twinParams={{ slug }}>
    <div className="wrap section">{children}</div>
  </Shell>
);

async function Mistyped({ slug }: { slug: string }) {
  const t = await getTranslations('certificates.check');
  return (
    <>
      <h1 className="mb-4">{t('title')}</h1>
      <CheckForm typed={slug.toUpperCase()} />
    </>
  );
}
