import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { CheckForm } from '@/components/certificates/check-view';
import { inAddress, isSound, readCode } from '@/domain/certificates/code';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/certificates'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('certificates.check');
  return pageMetadata({ locale, route: 'certificates', title: t('title'), description: t('lead'), index: false });
}

/** The page on which a code is typed in: one with a slip comes back to be looked at, a sound one leads to its page. */
export default async function CheckPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { code: asked } = await searchParams;
  const typed = typeof asked === 'string' ? asked.slice(0, 40) : '';
  const code = readCode(typed);
  if (isSound(code)) redirect(hrefTo(locale, 'certificate', { slug: inAddress(code) }) as never);
  const t = await getTranslations('certificates.check');
  return (
    <Shell locale={locale} route="certificates">
      <div className="wrap section">
        <h1 className="mb-4">{t('title')}</h1>
        <p className="mb-7 max-w-[34em] font-serif text-read">{t('lead')}</p>
        <CheckForm typed={typed || undefined} />
      </div>
    </Shell>
  );
}
