import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { ModelIntroductions } from '@/components/home/model-introductions';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { today } from '@/domain/days/day';
import { countPublishedModels } from '@/domain/digital-models/published-queries';

export async function generateMetadata({ params }: PageProps<'/[locale]/models'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('models-explained');
  return pageMetadata({ locale, route: 'models', title: t('page.title'), description: t('page.lead') });
}

export default async function ModelsPage({ params }: PageProps<'/[locale]/models'>) {
  const locale = await localeOf(params);
  await dependsOn('figures:province', 'units', 'today');
  const [t, models, { reading }] = await Promise.all([
    getTranslations('models-explained'),
    countPublishedModels(),
    findPublishedReading(today()),
  ]);
  return (
    <Shell locale={locale} route="models">
      <div className="wrap section">
        <h1 className="mb-4">{t('page.title')}</h1>
        <p className="mb-10 max-w-[34em] font-serif text-read">{t('page.lead')}</p>
        <ModelIntroductions locale={locale} models={models} heading="h2" />
      </div>
      <div className="bg-paper-deep">
        <div className="wrap section grid gap-8 lg:grid-cols-2 lg:gap-16">
          <p className="max-w-[34em] font-serif text-read">{t('page.together', { reading })}</p>
          <p className="max-w-[34em]">{t('page.criteria')}</p>
        </div>
      </div>
    </Shell>
  );
}
