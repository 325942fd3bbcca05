import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { publicSubjects } from '@/app/embedded/subject-unit';
import { publicCards } from '@/app/embedded/text-cards';
import { nextSession } from '@/app/kept/coming-sessions';
import { holdingAlerts } from '@/app/kept/holding-alerts';
import { AlertBar } from '@/components/articles/alerts/alert-bar';
import { NextSession, PlaceFacts, PlaceLinks, TopicLinks } from '@/components/articles/article-aside';
import { ArticleCards } from '@/components/articles/article-cards';
import { ArticleHead } from '@/components/articles/article-head';
import { ArticleText } from '@/components/articles/article-text';
import { EASY_READ } from '@/components/articles/easy-read/easy-read';
import { WhatChanged } from '@/components/articles/what-changed/what-changed';
import { ReadingBar } from '@/components/layout/site/reading-bar';
import { ShareBlock } from '@/components/layout/site/share-block';
import { SectionHead } from '@/components/ui/panels/section-head';
import { warnedIn } from '@/domain/articles/alerts/warned';
import { hasPictures, type PublishedArticle } from '@/domain/articles/article';
import { minutesOf } from '@/domain/articles/documents/reading-time';
import { listPublishedRelated } from '@/domain/articles/queries';
import { findPublishedPlace } from '@/domain/coverage/commune-queries';
import { addDays, today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';

const DAYS_AHEAD = 56;
const TEXT = 'bai-viet';

type ContentProps = { locale: Locale; article: PublishedArticle };

type PieceProps = ContentProps & {
  /** the addresses by which it is sent on: none of what is not public */
  sent: { url: string; short: string } | null;
};

/** What stands on the page of a piece between the head and the foot of all pages. */
export async function ArticlePiece({ locale, article, sent }: PieceProps) {
  const places = warnedIn(article);
  const [t, communes, alerts, next, cards, subjects] = await Promise.all([
    getTranslations('articles'),
    listPublishedCommunes(),
    places ? holdingAlerts(locale, places) : [],
    related(locale, article),
    publicCards(locale, article.body),
    publicSubjects(locale, article),
  ]);
  // An alert is one sheet of paper: what stands around it is left out there.
  const aside = article.alert ? 'no-print' : '';
  return (
    <>
      <AlertBar locale={locale} alerts={alerts} />
      <article>
        <ArticleHead locale={locale} article={article} places={communes} />
        <div className="wrap">
          <ReadingBar
            url={sent?.url}
            reads={TEXT}
            minutes={minutesOf(article, article.whatChanged ?? '')}
            easyRead={article.easyRead ? EASY_READ : undefined}
            pictures={hasPictures(article)}
          />
          <div className="grid gap-9 pt-2 xl:grid-cols-[1fr_348px] xl:gap-[88px]">
            <div>
              <ArticleText locale={locale} article={article} id={TEXT} cards={cards}>
                <WhatChanged locale={locale} text={article.whatChanged} {...subjects} />
              </ArticleText>
              <div className="no-print mt-8 empty:hidden">
                {sent && <ShareBlock {...sent} title={article.title} lines={[article.summary]} demo={article.demo} />}
              </div>
            </div>
            <div className={aside}>
              <Aside locale={locale} article={article} communes={communes} />
            </div>
          </div>
        </div>
      </article>
      {next.length > 0 && (
        <div className="no-print mt-11 bg-paper-deep">
          <div className="wrap section">
            <SectionHead title={t('page.related')} />
            <ArticleCards locale={locale} articles={next} places={communes} behind={[article]} />
          </div>
        </div>
      )}
    </>
  );
}

async function Aside({ locale, article, communes }: ContentProps & { communes: readonly Commune[] }) {
  const [place] = article.places;
  const commune = communes.find(({ slug }) => slug === place?.slug);
  const only = article.places.length === 1 && place && commune ? { place, commune } : null;
  const [facts, next] = await Promise.all([
    only && findPublishedPlace(only.commune.id),
    nextSession(locale, { from: today(), to: addDays(today(), DAYS_AHEAD), communeId: commune?.id ?? null }),
    only && dependsOn(`figures:${only.commune.id}`),
  ]);
  return (
    <aside>
      {only && facts ? (
        <PlaceFacts
          locale={locale}
          place={only.place}
          coverage={facts.coverage}
          models={facts.models}
          day={today()}
          demo={env.DEMO === 'on'}
        />
      ) : (
        article.places.length > 1 && <PlaceLinks locale={locale} places={article.places} />
      )}
      {next && <NextSession locale={locale} session={next.session} here={only !== null && next.here} />}
      {article.topics.length > 0 && <TopicLinks locale={locale} article={article} />}
    </aside>
  );
}

/** What to read next: drawn anew when one of these changes, and when another one shares a topic or a place, or fills up the three. */
async function related(locale: Locale, article: PublishedArticle) {
  const { articles, filled } = await listPublishedRelated(locale, article);
  await dependsOn(
    ...articles.map(({ id }) => `article:${id}` as const),
    ...article.topics.map(({ code }) => `topic:${code}` as const),
    ...article.places.map(({ slug }) => `told:${slug}` as const),
    ...(filled ? [`articles:${article.kind === 'alert' ? 'news' : article.kind}` as const] : []),
  );
  return articles;
}
