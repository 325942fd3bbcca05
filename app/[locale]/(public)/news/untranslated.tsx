import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache, type ReactNode } from 'react';
import { dependsOn, isOverAt } from '@/app/cache-tags';
import { publicSubjects } from '@/app/embedded/subject-unit';
import { publicCards } from '@/app/embedded/text-cards';
import { holdingAlerts } from '@/app/kept/holding-alerts';
import { absolute, pageMetadata } from '@/app/metadata';
import { articleImages } from '@/app/share-cards/article-card';
import { Shell } from '@/app/shell';
import { AlertBar } from '@/components/articles/alerts/alert-bar';
import { ArticleHead } from '@/components/articles/article-head';
import { articleHref, articleRoute } from '@/components/articles/article-href';
import { UntranslatedArticle } from '@/components/articles/translations/untranslated-article';
import { WhatChanged } from '@/components/articles/what-changed/what-changed';
import { GuideHead } from '@/components/guides/guide-head';
import { GuideTexts } from '@/components/guides/guide-parts';
import { warnedIn } from '@/domain/articles/alerts/warned';
import { type ArticleKind, endsOf, kindsBeside, type PublishedArticle } from '@/domain/articles/article';
import { minutesOf } from '@/domain/articles/documents/reading-time';
import { findPublishedUntranslated } from '@/domain/articles/translations/untranslated-queries';
import { today } from '@/domain/days/day';
import { wordsOf } from '@/domain/guides/guide';
import { findPublishedGuide } from '@/domain/guides/queries';
import { withMark } from '@/domain/texts/with-mark';
import { listPublishedCommunes } from '@/domain/units/queries';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type ContentProps = { locale: Locale; article: PublishedArticle };

/** A piece by its address in the other language, once a page. */
export const loadUntranslated = cache(findPublishedUntranslated);

/** Its lasting address is that of the language it is written in; there is no pair of pages. */
export async function untranslatedMetadata({ locale, article }: ContentProps): Promise<Metadata> {
  const written = otherLocale(locale);
  const ui = await getTranslations({ locale: written, namespace: 'ui' });
  return pageMetadata({
    locale,
    route: articleRoute(article.kind),
    params: { slug: article.slug },
    untranslated: true,
    title: article.title,
    description: withMark(article.summary, article.demo ? ui('demo') : null),
    type: 'article',
    card: await articleImages(written, article),
  });
}

type UntranslatedProps = {
  locale: Locale;
  kind: ArticleKind;
  found: PublishedArticle | { id: string; movedTo: string };
};

/** What a page of a piece shows of it under the language that it is not written in. */
export type LentPage = (props: UntranslatedProps) => Promise<ReactNode>;

/** On what such a page hangs, and where it leads once the piece is there. The address may become another article's own, so it hangs on which there are. */
export async function lentOf(
  { locale, kind, found }: UntranslatedProps,
  hrefOf = (slug: string) => articleHref(locale, { kind, slug }),
) {
  await dependsOn(
    `article:${found.id}`,
    'units',
    'today',
    ...kindsBeside(kind).map((each) => `articles:${each}` as const),
  );
  if ('movedTo' in found) permanentRedirect(hrefOf(found.movedTo) as never);
  await isOverAt(...endsOf([found]));
  return found;
}

/** The text of a piece under the language that it is not written in; once it is, this address leads there. */
export async function Untranslated({ locale, kind, found: lent }: UntranslatedProps) {
  const found = await lentOf({ locale, kind, found: lent });
  const told = otherLocale(locale);
  const places = warnedIn(found);
  const [cards, guide, communes, subjects, alerts] = await Promise.all([
    publicCards(told, found.body),
    found.kind === 'guide' ? findPublishedGuide(told, found.id) : null,
    listPublishedCommunes(),
    publicSubjects(told, found),
    places ? holdingAlerts(locale, places) : [],
  ]);
  const short = hrefTo(told, 'articleByNumber', { slug: String(found.number) });
  const of = { locale, article: found, told };
  return (
    <Shell locale={locale} route={articleRoute(kind)} twinParams={{ slug: found.slug }}>
      <AlertBar locale={locale} alerts={alerts} />
      <UntranslatedArticle
        locale={locale}
        article={found}
        sent={{ url: absolute(articleHref(told, found)), short: absolute(short) }}
        cards={cards}
        head={guide ? <GuideHead {...of} guide={guide} today={today()} /> : <ArticleHead {...of} places={communes} />}
        minutes={minutesOf(found, guide ? wordsOf(guide) : (found.whatChanged ?? ''))}
      >
        <WhatChanged locale={told} text={found.whatChanged} {...subjects} />
        {guide && <GuideTexts locale={told} guide={guide} topic={found.topics[0]?.code} />}
      </UntranslatedArticle>
    </Shell>
  );
}
