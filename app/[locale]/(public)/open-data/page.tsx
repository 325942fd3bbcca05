import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { JsonLd } from '@/app/json-ld';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { withMark } from '@/domain/texts/with-mark';
import { catalogueOf } from './catalogue';
import { OpenDataContent } from './open-data-content';

type Props = PageProps<'/[locale]/open-data'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('open-data.page');
  return pageMetadata({ locale, route: 'openData', title: t('title'), description: t('lead') });
}

/** Open data for people: what there is, ready links, what may be done with it, and what each column means. */
export default async function OpenDataPage({ params }: Props) {
  const locale = await localeOf(params);
  await dependsOn('today');
  const [t, ui] = await Promise.all([getTranslations('open-data'), getTranslations('ui')]);
  const description = withMark(t('page.lead'), env.DEMO === 'on' ? ui('demo') : null);
  const worded = { title: t('page.title'), description, of: (key: string) => t(key as 'page.title') };
  return (
    <>
      <JsonLd data={catalogueOf(locale, today(), worded)} />
      <OpenDataContent locale={locale} day={today()} />
    </>
  );
}
