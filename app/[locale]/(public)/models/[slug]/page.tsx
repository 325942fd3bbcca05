import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { BreadcrumbList } from '@/app/breadcrumb-list';
import { dependsOn, markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { Shell } from '@/app/shell';
import {
  ModelExplanation,
  ModelInCoverage,
  ModelLead,
  ModelQuestions,
} from '@/components/digital-models/model-explanation';
import { ModelIntroductions } from '@/components/home/model-introductions';
import { HowLink } from '@/components/indicators/how-link';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { ModelHexagon } from '@/components/ui/model-hexagon';
import { Panel } from '@/components/ui/panels/panel';
import { SectionHead } from '@/components/ui/panels/section-head';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { today } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { kindOfSlug, modelSlugs } from '@/domain/digital-models/model-slugs';
import { countPublishedModels, type ModelCount } from '@/domain/digital-models/published-queries';
import { env } from '@/domain/ground/env';
import { formatNumber } from '@/i18n/format';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

export async function generateMetadata({ params }: PageProps<'/[locale]/models/[slug]'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const kind = kindOfSlug(locale, slug);
  const t = await getTranslations('models-explained');
  if (!kind) return { title: t('page.title'), robots: { index: false } };
  const twinParams = { slug: modelSlugs[kind][otherLocale(locale)] };
  return pageMetadata({
    locale,
    route: 'model',
    params: { slug },
    twinParams,
    title: t(`${kind}.name`),
    description: t(`${kind}.short`),
  });
}

export default async function ModelPage({ params }: PageProps<'/[locale]/models/[slug]'>) {
  const locale = await localeOf(params);
  const kind = kindOfSlug(locale, (await params).slug);
  if (!kind) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  await dependsOn('figures:province', 'units', 'today');
  const [t, counts, { reading }] = await Promise.all([
    getTranslations('models-explained'),
    countPublishedModels(),
    findPublishedReading(today()),
  ]);
  return (
    <Shell locale={locale} route="model" twinParams={{ slug: modelSlugs[kind][otherLocale(locale)] }}>
      <BreadcrumbList locale={locale} part="models" name={t(`${kind}.name`)} />
      <div className="wrap section grid gap-10 lg:grid-cols-[7fr_5fr] lg:gap-16">
        <div>
          <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-3">
            <ModelHexagon kind={kind} />
            <h1 className="min-w-[min(100%,11rem)] flex-1">{t(`${kind}.name`)}</h1>
          </div>
          <ModelLead kind={kind} />
          <ModelExplanation kind={kind} />
        </div>
        <aside className="grid content-start gap-9">
          <Count locale={locale} kind={kind} count={counts.find((row) => row.kind === kind)} />
          <ModelInCoverage kind={kind} reading={reading} />
          <ModelQuestions kind={kind} />
        </aside>
      </div>
      <div className="bg-paper-deep">
        <div className="wrap section">
          <SectionHead title={t('page.others')} />
          <ModelIntroductions locale={locale} models={counts.filter((row) => row.kind !== kind)} />
        </div>
      </div>
    </Shell>
  );
}

type CountProps = { locale: Locale; kind: ModelKind; count: ModelCount | undefined };

/** How many of this kind there are today, and where. */
function Count({ locale, kind, count }: CountProps) {
  const t = useTranslations('models-explained');
  return (
    <Panel title={t('page.count.title')} grid>
      <p className="font-extrabold font-serif text-figure text-lotus lining-nums">
        {formatNumber(locale, count?.active ?? 0)}
      </p>
      <p>{t('page.count.active', { communes: formatNumber(locale, count?.communes ?? 0) })}</p>
      <p className="text-ink-2">{t('page.count.planned', { planned: formatNumber(locale, count?.planned ?? 0) })}</p>
      {env.DEMO === 'on' && <DemoMark className="mt-3" />}
      <p>
        <HowLink locale={locale} code={`models_${kind}`} of={t(`${kind}.name`)} />
      </p>
      <MoreLink href={hrefTo(locale, 'coverage')}>{t('page.count.more')}</MoreLink>
    </Panel>
  );
}
