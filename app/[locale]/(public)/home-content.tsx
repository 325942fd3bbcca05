import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { isOverAt } from '@/app/cache-tags';
import { comingSessions } from '@/app/kept/coming-sessions';
import { Shell } from '@/app/shell';
import { AlertBar } from '@/components/articles/alerts/alert-bar';
import { ArticleCards } from '@/components/articles/article-cards';
import { LeadStory } from '@/components/articles/lead-story';
import { CoverageLegend } from '@/components/charts/coverage-legend';
import { CalloutMap } from '@/components/charts/map/callout-map';
import { HoneycombPercent } from '@/components/charts/map/honeycomb-percent';
import { CoverageSentence, SilentSentence } from '@/components/coverage/coverage-sentence';
import { CiteLink } from '@/components/figures/cite-link';
import { FindClass } from '@/components/home/find-class';
import { HomeGuides } from '@/components/home/home-guides';
import { ModelIntroductions } from '@/components/home/model-introductions';
import { calloutsOf } from '@/components/home/story-callouts';
import { HowLink } from '@/components/indicators/how-link';
import { SessionDays } from '@/components/trainings/session-days';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Kicker } from '@/components/ui/kicker';
import { SectionHead } from '@/components/ui/panels/section-head';
import { ALERTS_MAX, type ArticleCard, endsOf } from '@/domain/articles/article';
import { listPublishedNewest } from '@/domain/articles/queries';
import type { CommuneCoverage, ProvinceCoverage } from '@/domain/coverage/coverage';
import { findPublishedDay } from '@/domain/coverage/queries';
import type { SignedReading } from '@/domain/coverage/rulings/ruling';
import { addDays, today } from '@/domain/days/day';
import { countPublishedModels } from '@/domain/digital-models/published-queries';
import { env } from '@/domain/ground/env';
import { listPublishedCourses } from '@/domain/trainings/published/published-queries';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { compareNames, formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** The sections of the home page, in the order of a reader's need: a class near her, how far we are, news. */
export async function HomeContent({ locale }: { locale: Locale }) {
  const [
    t,
    { communes: coverage, province, signed },
    { sessions },
    courses,
    models,
    { story: stories, news, alert: alerts, guide: guides },
  ] = await Promise.all([
    getTranslations('home'),
    findPublishedDay(today()),
    comingSessions(locale, { from: today(), to: addDays(today(), 7), limit: 4 }),
    listPublishedCourses(locale),
    countPublishedModels(),
    listPublishedNewest(locale, { story: 6, news: 3, alert: ALERTS_MAX, guide: 3 }),
  ]);
  await isOverAt(...endsOf(alerts));
  const tiles = coverage.filter((row) => row.level === 'sub_association');
  const communes = [...tiles].sort((a, b) => compareNames(a.name, b.name));
  return (
    <Shell locale={locale} route="home">
      <AlertBar locale={locale} alerts={alerts} />
      <div className="wrap grid gap-10 py-9 lg:grid-cols-[5fr_6fr] lg:gap-14 lg:py-14">
        <div>
          <Kicker icon="one_plus_one_instructor">{t('kicker')}</Kicker>
          <h1 className="mb-4">{t('headline')}</h1>
          <p className="mb-7 font-serif text-read">{t('lead')}</p>
          <FindClass action={hrefTo(locale, 'trainings')} communes={communes} topics={courses} />
        </div>
        <StoryMap locale={locale} tiles={tiles} stories={stories} />
      </div>
      <Figures locale={locale} province={province.sub_association} signed={signed} />
      <div className="wrap section grid gap-12 lg:grid-cols-[7fr_5fr] lg:gap-16">
        <Week locale={locale} sessions={sessions} />
        <News locale={locale} articles={news} places={tiles} />
      </div>
      <Stories locale={locale} stories={stories.slice(0, 3)} places={tiles} />
      <HomeGuides locale={locale} guides={guides} />
      <div className="wrap section">
        <SectionHead title={t('models.title')}>
          <MoreLink href={hrefTo(locale, 'models')}>{t('models.more')}</MoreLink>
        </SectionHead>
        <ModelIntroductions locale={locale} models={models} />
      </div>
    </Shell>
  );
}

type StoryMapProps = { locale: Locale; tiles: CommuneCoverage[]; stories: ArticleCard[] };

/** The map of the city, with the places that have a story called out. */
function StoryMap({ locale, tiles, stories }: StoryMapProps) {
  const t = useTranslations('home.map');
  const callouts = calloutsOf(stories, tiles, (slug) => ({
    label: t('story'),
    href: hrefTo(locale, 'story', { slug }),
  }));
  return (
    <div className="self-center">
      <h2 className="sr-only">{t('title')}</h2>
      <CalloutMap locale={locale} tiles={tiles} callouts={callouts} />
      <p className="my-3 text-ink-2 text-sm">{t('lead')}</p>
      <CoverageLegend />
      {env.DEMO === 'on' && <DemoMark className="mt-2" />}
    </div>
  );
}

type FiguresProps = { locale: Locale; province: ProvinceCoverage; signed: SignedReading };

/** How far the city is today. */
function Figures({ locale, province, signed }: FiguresProps) {
  const t = useTranslations('home.figures');
  return (
    <div className="break-inside-avoid bg-plum text-paper">
      <div className="wrap grid items-center gap-8 py-11 lg:grid-cols-2 lg:gap-16">
        <div>
          <h2 className="sr-only">{t('title')}</h2>
          <p className="font-serif text-h2 [&_.figure-word]:text-blossom">
            <CoverageSentence locale={locale} province={province} level="sub_association" signed={signed} />
          </p>
          <p className="mt-3 text-sm">
            <SilentSentence locale={locale} province={province} /> {t('asOf', { day: formatDay(locale, today()) })}{' '}
            <HowLink locale={locale} code="coverage_sub_association" className="mr-1.5 text-paper" />{' '}
            <CiteLink locale={locale} code="coverage_sub_association" day={today()} className="text-paper" />
          </p>
        </div>
        <div>
          <HoneycombPercent locale={locale} percent={province.percent} level="sub_association" ground="plum" />
          <p className="mt-3">
            <a
              className="inline-flex min-h-11 items-center text-paper underline underline-offset-[.22em]"
              href={hrefTo(locale, 'coverage')}
            >
              {t('more')}
            </a>
          </p>
        </div>
      </div>
    </div>
  );
}

function Week({ locale, sessions }: { locale: Locale; sessions: PublishedSession[] }) {
  const t = useTranslations('home.week');
  return (
    <section>
      <SectionHead title={t('title')}>
        <MoreLink href={hrefTo(locale, 'trainings')}>{t('more')}</MoreLink>
      </SectionHead>
      {sessions.length > 0 ? <SessionDays locale={locale} sessions={sessions} /> : <p>{t('none')}</p>}
    </section>
  );
}

type NewsProps = { locale: Locale; articles: ArticleCard[]; places: CommuneCoverage[] };

function News({ locale, articles, places }: NewsProps) {
  const t = useTranslations('home.news');
  return (
    <section>
      <SectionHead title={t('title')}>
        <MoreLink href={hrefTo(locale, 'news')}>{t('more')}</MoreLink>
      </SectionHead>
      <ArticleCards locale={locale} articles={articles} places={places} plain />
    </section>
  );
}

type StoriesProps = { locale: Locale; stories: ArticleCard[]; places: CommuneCoverage[] };

/** The newest story large, the next ones beside it. */
function Stories({ locale, stories: [lead, ...others], places }: StoriesProps) {
  const t = useTranslations('home.story');
  if (!lead) return null;
  return (
    <div className="bg-paper-deep">
      <div className="wrap section">
        <SectionHead title={t('title')}>
          <MoreLink href={hrefTo(locale, 'stories')}>{t('more')}</MoreLink>
        </SectionHead>
        <LeadStory locale={locale} lead={lead} others={others} places={places} />
      </div>
    </div>
  );
}
