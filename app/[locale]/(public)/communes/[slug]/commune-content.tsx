import { getTranslations } from 'next-intl/server';
import { comingSessions } from '@/app/coming-sessions';
import { Shell } from '@/app/shell';
import { ArticleCards } from '@/components/articles/article-cards';
import { Locator, NeighbourList } from '@/components/charts/locator';
import { CommuneFigures } from '@/components/coverage/commune-figures';
import { CommuneHero } from '@/components/coverage/commune-hero';
import { placeName } from '@/components/coverage/coverage-table';
import { SubAssociationTable } from '@/components/coverage/sub-association-table';
import { WhomToAsk } from '@/components/coverage/whom-to-ask';
import { ModelCounts } from '@/components/digital-models/model-counts';
import { ModelsByKind } from '@/components/digital-models/models-by-kind';
import { SessionDays } from '@/components/trainings/session-days';
import { MoreLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SectionHead } from '@/components/ui/section-head';
import { listPublishedArticles } from '@/domain/articles/queries';
import { findPublishedReach, listPublishedSubAssociations } from '@/domain/coverage/commune-queries';
import { listPublishedCoverage } from '@/domain/coverage/queries';
import { addDays, type Day, today } from '@/domain/day';
import { modelKinds } from '@/domain/digital-models/digital-model';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { countPublishedModels, listPublishedModels } from '@/domain/digital-models/published-queries';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const WEEKS_AHEAD_DAYS = 56;

type ContentProps = { locale: Locale; commune: Commune };

/** One commune or ward: where it is, how far it is, what is coming and whom to ask, what it has, what is told of it. */
export async function CommuneContent({ locale, commune }: ContentProps) {
  const day = today();
  const yearStart = `${day.slice(0, 4)}-01-01` as Day;
  const [t, coverage, subAssociations, reach, counts, models, { sessions, next }, news, stories] = await Promise.all([
    getTranslations('coverage'),
    listPublishedCoverage(day),
    listPublishedSubAssociations(commune.id, day),
    findPublishedReach(commune.id, yearStart),
    countPublishedModels(commune.id),
    listPublishedModels({ communeId: commune.id }),
    comingSessions(locale, { communeId: commune.id, from: day, to: addDays(day, WEEKS_AHEAD_DAYS), limit: 4 }),
    listPublishedArticles(locale, { kind: 'news', commune: commune.slug, take: 3 }),
    listPublishedArticles(locale, { kind: 'story', commune: commune.slug, take: 3 }),
  ]);
  const place = placeName(t, commune);
  const own = coverage.filter((row) => row.communeId === commune.id);
  const tiles = coverage.filter((row) => row.level === 'sub_association');
  const articles = [...stories.articles, ...news.articles].slice(0, 3);
  const unknown = own[0]?.percent === null ? own[0].state : null;
  return (
    <Shell locale={locale} route="commune" twinParams={{ slug: commune.slug }}>
      <CommuneHero
        name={commune.name}
        kind={commune.kind}
        code={commune.code}
        places={tiles}
        trainingsHref={hrefTo(locale, 'trainings', {}, { commune: commune.code })}
      />
      <CommuneFigures
        locale={locale}
        rows={own}
        sessions={reach.sessions}
        guided={reach.guided}
        year={day.slice(0, 4)}
        demo={subAssociations.some(({ demo }) => demo)}
      />
      <div className="wrap section grid gap-9 pt-4 lg:pt-4 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-16">
        <div>
          <SectionHead title={t('commune.trainingsIn', { place: commune.name })}>
            <MoreLink href={hrefTo(locale, 'calendar', {}, { commune: commune.code })}>
              {t('commune.calendar')}
            </MoreLink>
          </SectionHead>
          {sessions.length > 0 ? (
            <SessionDays locale={locale} sessions={sessions} />
          ) : (
            <p>{t('commune.noTrainings')}</p>
          )}
          {next && (
            <MoreLink href={hrefTo(locale, 'trainings', {}, { commune: commune.code })}>
              {t('commune.allTrainings', { place: commune.name })}
            </MoreLink>
          )}
        </div>
        <WhomToAsk locale={locale} commune={commune} />
      </div>
      <div className="wrap section pt-0 lg:pt-0">
        <SectionHead title={t('commune.modelsIn', { place: commune.name })} />
        <ModelCounts
          locale={locale}
          rows={counts.map((row) => ({
            ...row,
            href: hrefTo(locale, 'model', { slug: modelSlugs[row.kind][locale] }),
          }))}
        />
        <ModelsByKind locale={locale} models={models} kinds={modelKinds} />
      </div>
      <div className="bg-paper-deep">
        <div className="wrap section grid gap-9 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-16">
          <div>
            <SectionHead title={t('commune.each')} />
            {unknown === 'not_reported' && <p className="mb-4 max-w-[34em]">{t('commune.notReported', { place })}</p>}
            {subAssociations.length > 0 ? (
              <SubAssociationTable locale={locale} rows={subAssociations} />
            ) : (
              <EmptyState icon="digital_sub_association" title={t('commune.none')} />
            )}
          </div>
          <aside className="border-ink border-t-[3px] pt-4">
            <h2 className="mb-4 font-bold font-sans text-h3">{t('commune.where', { place: commune.name })}</h2>
            <div className="mx-auto max-w-72">
              <Locator locale={locale} tiles={tiles} current={commune.code} />
            </div>
            <h3 className="mt-6 mb-2 font-bold font-sans text-base">{t('commune.neighbours')}</h3>
            <NeighbourList locale={locale} tiles={tiles} current={commune.code} />
            <MoreLink href={hrefTo(locale, 'coverage')}>{t('commune.openMap')}</MoreLink>
          </aside>
        </div>
      </div>
      {articles.length > 0 && (
        <div className="bg-paper-deep">
          <div className="wrap section">
            <SectionHead title={t('commune.stories')} />
            <ArticleCards locale={locale} articles={articles} places={tiles} />
          </div>
        </div>
      )}
    </Shell>
  );
}
