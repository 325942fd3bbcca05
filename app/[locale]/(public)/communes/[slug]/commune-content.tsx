import { useTranslations } from 'next-intl';
import { dependsOn, isOverAt } from '@/app/cache-tags';
import { comingSessions } from '@/app/kept/coming-sessions';
import { Shell } from '@/app/shell';
import { AlertBar } from '@/components/articles/alerts/alert-bar';
import { ArticleCards } from '@/components/articles/article-cards';
import { CommuneFigures } from '@/components/coverage/commune-figures';
import { CommuneHero } from '@/components/coverage/commune-hero';
import { placeName } from '@/components/coverage/coverage-table';
import { SubAssociationTable } from '@/components/coverage/sub-association-table';
import { WhomToAsk } from '@/components/coverage/whom-to-ask';
import { ModelCounts } from '@/components/digital-models/model-counts';
import { ModelsByKind } from '@/components/digital-models/models-by-kind';
import { DataLinks } from '@/components/open-data/data-links';
import { FollowPanel } from '@/components/subscriptions/follow-panel';
import { PaceSentence } from '@/components/targets/pace-panel';
import { SessionDays } from '@/components/trainings/session-days';
import { MoreLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SectionHead } from '@/components/ui/panels/section-head';
import { endsOf } from '@/domain/articles/article';
import { listPublishedTold } from '@/domain/articles/published/told-queries';
import { findPublishedFigures } from '@/domain/coverage/commune-queries';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { peersOf } from '@/domain/coverage/view/places';
import { addDays, type Day, today } from '@/domain/days/day';
import { modelKinds } from '@/domain/digital-models/digital-model';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { listPublishedModels, type ModelCount } from '@/domain/digital-models/published-queries';
import { findPublishedPace } from '@/domain/targets/pace-queries';
import { neighboursOf } from '@/domain/units/neighbour';
import { findPublishedReception } from '@/domain/units/reception/reception-queries';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { Neighbourhood } from './neighbourhood';
import { ShareCommune } from './share-commune';

const WEEKS_AHEAD_DAYS = 56;

type ContentProps = { locale: Locale; commune: Commune };

/** One commune or ward: where it is, how far it is, what is coming and whom to ask, what it has, what is told of it. */
export async function CommuneContent({ locale, commune }: ContentProps) {
  const day = today();
  const { figures, pace, models, coming, alerts, articles, reception } = await load(locale, commune, day);
  const { coverage, subAssociations, sessions, guided } = figures;
  const own = coverage.filter((row) => row.communeId === commune.id);
  const tiles = coverage.filter((row) => row.level === 'sub_association');
  return (
    <Shell locale={locale} route="commune" twinParams={{ slug: commune.slug }}>
      <AlertBar locale={locale} alerts={alerts} />
      <CommuneHero
        name={commune.name}
        kind={commune.kind}
        code={commune.code}
        places={tiles}
        trainingsHref={hrefTo(locale, 'trainings', {}, { commune: commune.code })}
      />
      <CommuneFigures
        locale={locale}
        place={commune.slug}
        day={day}
        rows={own}
        signed={figures.signed}
        sessions={sessions}
        guided={guided}
        demo={subAssociations.some(({ demo }) => demo)}
      />
      {pace && <Pace locale={locale} pace={pace} />}
      <div className="wrap mb-5">
        <DataLinks locale={locale} dataset="indicators" asked={{ commune: commune.code }} what={commune.name} />
      </div>
      <div className="wrap section grid gap-9 pt-4 lg:pt-4 xl:grid-cols-[1fr_20rem] xl:gap-16">
        <Trainings locale={locale} commune={commune} coming={coming} />
        <WhomToAsk locale={locale} commune={commune} reception={reception} />
      </div>
      {figures.reports && <Models locale={locale} commune={commune} counts={figures.models} models={models} />}
      <div className="bg-paper-deep">
        <div className="wrap section grid gap-9 xl:grid-cols-[1fr_20rem] xl:gap-16">
          <SubAssociations locale={locale} commune={commune} rows={subAssociations} reports={figures.reports} />
          <Neighbourhood locale={locale} commune={commune} tiles={tiles} />
        </div>
      </div>
      {articles.length > 0 && <Stories locale={locale} articles={articles} places={tiles} />}
      <div className="wrap section pb-0 lg:pb-0">
        <FollowPanel locale={locale} commune={commune} />
      </div>
      <ShareCommune locale={locale} commune={commune} />
    </Shell>
  );
}

/** All that the page tells, read at once; stories stand before news. */
async function load(locale: Locale, commune: Commune, day: Day) {
  const [figures, pace, models, coming, { story: stories, news, alert: alerts }, reception] = await Promise.all([
    findPublishedFigures(commune.id, day),
    findPublishedPace(commune.id, day),
    listPublishedModels(commune.id),
    comingSessions(locale, { communeId: commune.id, from: day, to: addDays(day, WEEKS_AHEAD_DAYS), limit: 4 }),
    listPublishedTold(locale, commune.slug),
    findPublishedReception(commune.id),
  ]);
  await dependsOn('articles:alert', ...figuresOf(commune, figures.coverage));
  await isOverAt(...endsOf(alerts));
  const articles = [...stories, ...news].slice(0, 3);
  return { figures, pace: pace?.paces.sub_association, models, coming, alerts, articles, reception };
}

/** Its own figures, and those of the communes beside it and like it, whose share is told. */
function figuresOf(commune: Commune, coverage: CommuneCoverage[]) {
  const tiles = coverage.filter(({ level }) => level === 'sub_association');
  const alike = peersOf(tiles, commune.slug).map(({ code }) => code);
  const codes = new Set([commune.code, ...neighboursOf(commune.code), ...alike]);
  return coverage.filter(({ code }) => codes.has(code)).map(({ communeId }) => `figures:${communeId}` as const);
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** The target of the year and when it would be reached, of sub-associations; nothing where nothing is known. */
function Pace({ locale, pace }: { locale: Locale; pace: NonNullable<Loaded['pace']> }) {
  const t = useTranslations('coverage.levelsLower');
  return (
    <div className="wrap mb-7 font-serif text-read">
      <p className="max-w-[40em]">
        <PaceSentence locale={locale} pace={pace} what={t('sub_association')} />
      </p>
    </div>
  );
}

function Trainings({ locale, commune, coming }: ContentProps & Pick<Loaded, 'coming'>) {
  const t = useTranslations('coverage.commune');
  return (
    <div>
      <SectionHead title={t('trainingsIn', { place: commune.name })}>
        <MoreLink href={hrefTo(locale, 'calendar', {}, { commune: commune.code })}>{t('calendar')}</MoreLink>
      </SectionHead>
      {coming.sessions.length > 0 ? (
        <SessionDays locale={locale} sessions={coming.sessions} />
      ) : (
        <p>{t('noTrainings')}</p>
      )}
      {coming.next && (
        <MoreLink href={hrefTo(locale, 'trainings', {}, { commune: commune.code })}>
          {t('allTrainings', { place: commune.name })}
        </MoreLink>
      )}
    </div>
  );
}

function Models({ locale, commune, counts, models }: ContentProps & Pick<Loaded, 'models'> & { counts: ModelCount[] }) {
  const t = useTranslations('coverage.commune');
  return (
    <div className="wrap section pt-0 lg:pt-0">
      <SectionHead title={t('modelsIn', { place: commune.name })} />
      <ModelCounts
        locale={locale}
        rows={counts.map((row) => ({
          ...row,
          href: hrefTo(locale, 'model', { slug: modelSlugs[row.kind][locale] }),
        }))}
      />
      <ModelsByKind locale={locale} models={models} kinds={modelKinds} />
    </div>
  );
}

type SubAssociationsProps = ContentProps & {
  rows: Loaded['figures']['subAssociations'];
  reports: boolean;
};

/** Of a commune that has not reported nothing is told that its records say. */
function SubAssociations({ locale, commune, rows, reports }: SubAssociationsProps) {
  const t = useTranslations('coverage');
  return (
    <div>
      <SectionHead title={t('commune.each')} />
      {!reports && <p className="max-w-[34em]">{t('commune.notReported', { place: placeName(t, commune) })}</p>}
      {reports && rows.length > 0 && <SubAssociationTable locale={locale} rows={rows} />}
      {reports && rows.length === 0 && <EmptyState icon="digital_sub_association" title={t('commune.none')} />}
    </div>
  );
}

type StoriesProps = { locale: Locale; articles: Loaded['articles']; places: CommuneCoverage[] };

function Stories({ locale, articles, places }: StoriesProps) {
  const t = useTranslations('coverage.commune');
  return (
    <div className="no-print bg-paper-deep">
      <div className="wrap section">
        <SectionHead title={t('stories')} />
        <ArticleCards locale={locale} articles={articles} places={places} />
      </div>
    </div>
  );
}
