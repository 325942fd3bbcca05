import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { publicCards } from '@/app/embedded/text-cards';
import { comingSessions } from '@/app/kept/coming-sessions';
import { holdingAlerts } from '@/app/kept/holding-alerts';
import { AlertBar } from '@/components/articles/alerts/alert-bar';
import { NextSession } from '@/components/articles/article-aside';
import { ArticleText } from '@/components/articles/article-text';
import { EASY_READ } from '@/components/articles/easy-read/easy-read';
import { GuideHead } from '@/components/guides/guide-head';
import { GuideTexts } from '@/components/guides/guide-parts';
import { GuideTiles } from '@/components/guides/guide-tiles';
import { WhomToAskHere } from '@/components/guides/whom-to-ask-here';
import { ReadingBar } from '@/components/layout/site/reading-bar';
import { ShareBlock } from '@/components/layout/site/share-block';
import { MoreLink } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/panels/section-head';
import { warnedIn } from '@/domain/articles/alerts/warned';
import { type ArticleCard, hasPictures, type PublishedArticle } from '@/domain/articles/article';
import { minutesOf } from '@/domain/articles/documents/reading-time';
import { listPublishedArticles } from '@/domain/articles/queries';
import { addDays, today } from '@/domain/days/day';
import { type Guide, wordsOf } from '@/domain/guides/guide';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const DAYS_AHEAD = 56;
const OTHERS = 3;
const TEXT = 'cam-nang';

type PieceProps = {
  locale: Locale;
  article: PublishedArticle;
  guide: Guide;
  /** the addresses by which it is sent on, and that of its card: none of what is not public */
  sent: { url: string; short: string; card: string } | null;
};

/** What stands on the page of a guide between the head and the foot of all pages. */
export async function GuidePiece({ locale, article, guide, sent }: PieceProps) {
  const [topic] = article.topics;
  const [t, { sessions }, others, communes, cards, alerts] = await Promise.all([
    getTranslations('guides'),
    comingSessions(locale, { from: today(), to: addDays(today(), DAYS_AHEAD), courseCode: topic?.code, limit: 1 }),
    otherGuides(locale, article),
    listPublishedCommunes(),
    publicCards(locale, article.body),
    holdingAlerts(locale, warnedIn(article) ?? []),
  ]);
  return (
    <>
      <AlertBar locale={locale} alerts={alerts} />
      <article>
        <GuideHead locale={locale} article={article} guide={guide} today={today()} />
        <div className="wrap">
          <ReadingBar
            url={sent?.url}
            reads={TEXT}
            minutes={minutesOf(article, wordsOf(guide))}
            easyRead={article.easyRead ? EASY_READ : undefined}
            pictures={hasPictures(article)}
          />
          {sent && (
            <p className="no-print mb-6">
              <MoreLink href={sent.card}>{t('card.open')}</MoreLink>
            </p>
          )}
          <ArticleText locale={locale} article={article} id={TEXT} cards={cards}>
            <GuideTexts locale={locale} guide={guide} topic={topic?.code} />
          </ArticleText>
          <div className="mt-11 grid gap-9 lg:grid-cols-2 lg:gap-16">
            <WhomToAskHere locale={locale} communes={communes} topic={topic} />
            {sessions[0] && <NextSession locale={locale} session={sessions[0]} here={false} />}
          </div>
          <div className="mt-8 pb-11">
            {sent && <ShareBlock {...sent} title={article.title} lines={[article.summary]} demo={article.demo} />}
          </div>
        </div>
      </article>
      <Others locale={locale} articles={others} />
    </>
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
