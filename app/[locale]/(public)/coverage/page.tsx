import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { datasetOf } from '@/app/dataset';
import { JsonLd } from '@/app/json-ld';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { cityImages } from '@/app/share-cards/coverage-card';
import { findPublishedDay } from '@/domain/coverage/queries';
import { saidBy } from '@/domain/coverage/rulings/ruling';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { hrefTo } from '@/i18n/routes';
import { CoverageOn } from './coverage-on';

export async function generateMetadata({ params }: PageProps<'/[locale]/coverage'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('coverage');
  return pageMetadata({
    locale,
    route: 'coverage',
    title: t('title'),
    description: t('lead'),
    card: await cityImages(locale),
  });
}

export default async function CoveragePage({ params }: PageProps<'/[locale]/coverage'>) {
  const locale = await localeOf(params);
  await dependsOn('figures:province', 'units', 'boundaries', 'today');
  const [t, ui, { signed }] = await Promise.all([
    getTranslations('coverage'),
    getTranslations('ui'),
    findPublishedDay(today()),
  ]);
  return (
    <>
      <JsonLd
        data={datasetOf({
          locale,
          name: t('title'),
          description: t('definition.text', saidBy(signed)),
          mark: env.DEMO === 'on' ? ui('demo') : null,
          path: hrefTo(locale, 'coverage'),
          day: today(),
          files: { dataset: 'coverage' },
        })}
      />
      <CoverageOn locale={locale} day={today()} level="sub_association" />
    </>
  );
}
