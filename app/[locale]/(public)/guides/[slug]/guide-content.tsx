import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { BreadcrumbList } from '@/app/breadcrumb-list';
import { dependsOn } from '@/app/cache-tags';
import { publicCards } from '@/app/embedded/text-cards';
import { comingSessions } from '@/app/kept/coming-sessions';
import { absolute } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { NextSession } from '@/components/articles/article-aside';
import { ArticleBody } from '@/components/articles/article-body';
import { switchTo } from '@/components/articles/article-href';
import { ArticleSource } from '@/components/articles/article-source';
import { Corrections } from '@/components/articles/corrections';
import { EASY_READ, EasyRead } from '@/components/articles/easy-read/easy-read';
import { GuideHead } from '@/components/guides/guide-head';
import { GuideNeeds, GuideSteps, GuideTroubles } from '@/components/guides/guide-parts';
import { GuideTiles } from '@/components/guides/guide-tiles';
import { WhomToAskHere } from '@/components/guides/whom-to-ask-here';
import { ReadingBar } from '@/components/layout/site/reading-bar';
import { ShareBlock } from '@/components/layout/site/share-block';
import { MoreLink } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/panels/section-head';
import type { ArticleCard, PublishedArticle } from '@/domain/articles/article';
import { readingMinutes } from '@/domain/articles/document';
import { listPublishedArticles } from '@/domain/articles/queries';
import { addDays, today } from '@/domain/days/day';
import { wordsOf } from '@/domain/guides/guide';
import { findPublishedGuide } from '@/domain/guides/queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { HowToJsonLd } from './how-to-json-ld';

const DAYS_AHEAD = 56;
const OTHERS = 3;
const TEXT = 'cam-nang';

type ContentProps = { locale: Locale; article: PublishedArticle };

/** One guide: what she needs, the steps, what to do when it goes wrong, and whom to ask. */
export async function GuideContent({ locale, article }: ContentProps) {
  const [topic] = article.topics;
  const [t, guide, { sessions }, others, communes, cards] = await Promise.all([
    getTranslations('guides'),
    findPublishedGuide(locale, article.id),
    comingSessions(locale, { from: today(), to: addDays(today(), DAYS_AHEAD), courseCode: topic?.code, limit: 1 }),
    otherGuides(locale, article),
    listPublishedCommunes(),
    publicCards(locale, article.body),
  ]);
  if (!guide) return null;
  const slug = { slug: article.slug };
  const url = absolute(hrefTo(locale, 'guide', slug));
  const short = absolute(hrefTo(locale, 'articleByNumber', { slug: String(article.number) }));
  const minutes = readingMinutes(`${article.plain} ${wordsOf(guide)}`);
  return (
    <Shell locale={locale} route="guide" twinParams={switchTo(article)}>
      <article>
        <GuideHead locale={locale} article={article} guide={guide} today={today()} />
        <div className="wrap">
          <ReadingBar url={url} reads={TEXT} minutes={minutes} easyRead={article.easyRead ? EASY_READ : undefined} />
          <p className="no-print mb-6">
            <MoreLink href={hrefTo(locale, 'guideCard', slug)}>{t('card.open')}</MoreLink>
          </p>
          {article.easyRead && <EasyRead locale={locale} text={article.easyRead} whole={TEXT} />}
          <div id={TEXT}>
            <ArticleBody body={article.body} cards={cards} />
            <GuideNeeds locale={locale} guide={guide} />
            <GuideSteps locale={locale} guide={guide} topic={topic?.code} />
            <GuideTroubles locale={locale} guide={guide} />
          </div>
          <Corrections locale={locale} corrections={article.corrections} />
          <ArticleSource {...article} />
          <div className="mt-11 grid gap-9 lg:grid-cols-2 lg:gap-16">
            <WhomToAskHere locale={locale} communes={communes} topic={topic} />
            {sessions[0] && <NextSession locale={locale} session={sessions[0]} here={false} />}
          </div>
          <div className="mt-8 pb-11">
            <ShareBlock url={url} title={article.title} lines={[article.summary]} short={short} />
          </div>
        </div>
      </article>
      <Others locale={locale} articles={others} />
      <HowToJsonLd locale={locale} article={article} guide={guide} />
      <BreadcrumbList locale={locale} part="guides" name={article.title} />
    </Shell>
  );
}

function Others({ locale, articles }: { locale: Locale; articles: ArticleCard[] }) {
  const t = useTranslations('guides');
  if (articles.length === 0) return null;
  return (
    <div className="no-print bg-paper-deep">
      <div className="wrap section">
        <SectionHead title={t('others')}>
          <MoreLink href={hrefTo(locale, 'guides')}>{t('all')}</MoreLink>
        </SectionHead>
        <GuideTiles locale={locale} articles={articles} heading="h3" />
      </div>
    </div>
  );
}

async function otherGuides(locale: Locale, article: PublishedArticle) {
  const { articles } = await listPublishedArticles(locale, { kind: 'guide', take: OTHERS + 1 });
  await dependsOn('articles:guide');
  return articles.filter(({ id }) => id !== article.id).slice(0, OTHERS);
}
