import { getTranslations } from 'next-intl/server';
import { AlertsHere } from '@/app/embedded/alerts-here';
import { Shell } from '@/app/shell';
import { ArticleCards } from '@/components/articles/article-cards';
import { ArticleFilterBar, NoArticles } from '@/components/articles/article-filter';
import { LeadStory } from '@/components/articles/lead-story';
import { FollowPanel } from '@/components/subscriptions/follow-panel';
import { ButtonLink } from '@/components/ui/button';
import { Pager } from '@/components/ui/tables/pager';
import { type ArticleCard, type ArticleKind, shelfOf, type Topic } from '@/domain/articles/article';
import { listSpotOf } from '@/domain/articles/front/front';
import { listPublishedTopics } from '@/domain/articles/published/topic-queries';
import { listPublishedArticles } from '@/domain/articles/queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { type Asked, isNarrowed } from './asked';

type ListProps = { locale: Locale; kind: ArticleKind; asked?: Asked };

/** News or stories, newest first: the first ones large, then all others; narrowed to a topic or a place when asked. */
export async function ListContent({ locale, kind, asked = {} }: ListProps) {
  const route = shelfOf[kind];
  const [t, { articles, next }, topics, communes] = await Promise.all([
    getTranslations('articles'),
    listPublishedArticles(locale, { kind, ...asked, ...(isNarrowed(asked) ? {} : { spot: listSpotOf[route] }) }),
    listPublishedTopics(locale, kind),
    listPublishedCommunes(),
  ]);
  const { after, ...narrowed } = asked;
  const plain = !after && !isNarrowed(asked);
  const commune = communes.find(({ slug }) => slug === asked.commune);

  return (
    <Shell locale={locale} route={route} query={asked}>
      {commune && <AlertsHere locale={locale} communes={[commune.slug]} />}
      <div className="wrap section">
        <h1>{t(`${route}.title`)}</h1>
        <p className="mt-3 mb-7 max-w-[34em] font-serif text-read">{t(`${route}.lead`)}</p>
        <ArticleFilterBar
          locale={locale}
          route={route}
          asked={asked}
          topics={topics}
          communes={communes}
          found={next || after ? t('list.newestFirst') : t('list.found', { count: articles.length })}
        />
        <div className="mt-8">
          {articles.length === 0 ? (
            <NoArticles href={hrefTo(locale, route)} />
          ) : plain ? (
            <FirstOnes locale={locale} articles={articles} places={communes} />
          ) : (
            <ArticleCards locale={locale} articles={articles} places={communes} heading="h2" />
          )}
        </div>
        <Pager next={next && hrefTo(locale, route, {}, { ...narrowed, after: next })} />
        {after && (
          <p className="mt-6">
            <ButtonLink href={hrefTo(locale, route, {}, narrowed)} icon="arrow-left" compact>
              {t('list.toFirst')}
            </ButtonLink>
          </p>
        )}
        <Following locale={locale} kind={kind} asked={asked} topics={topics} communes={communes} />
      </div>
    </Shell>
  );
}

type FollowingProps = Required<ListProps> & {
  topics: readonly (Topic & { retired: boolean })[];
  communes: readonly Commune[];
};

/** News can be followed as a whole, other lists where they are narrowed; on a topic that is no choice any more nothing new is to come. */
function Following({ locale, kind, asked, topics, communes }: FollowingProps) {
  const topic = topics.find(({ code }) => code === asked.topic);
  if (topic?.retired || (kind !== 'news' && !isNarrowed(asked))) return null;
  return (
    <div className="mt-9">
      <FollowPanel locale={locale} commune={communes.find(({ slug }) => slug === asked.commune)} topic={topic} />
    </div>
  );
}

type FirstOnesProps = { locale: Locale; articles: ArticleCard[]; places: readonly Commune[] };

/** The newest ones large, all others below a line. */
function FirstOnes({ locale, articles: [lead, second, third, ...rest], places }: FirstOnesProps) {
  if (!lead) return null;
  const others = [second, third].flatMap((article) => article ?? []);
  return (
    <>
      <LeadStory locale={locale} lead={lead} others={others} places={places} heading="h2" />
      {rest.length > 0 && (
        <div className="mt-11 border-rule border-t pt-9">
          <ArticleCards locale={locale} articles={rest} places={places} heading="h2" behind={[lead, ...others]} />
        </div>
      )}
    </>
  );
}
