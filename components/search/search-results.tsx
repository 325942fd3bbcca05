import { useTranslations } from 'next-intl';
import { articleHref } from '@/components/articles/article-href';
import { DemoMark } from '@/components/ui/demo-mark';
import { dayOf } from '@/domain/days/day';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { slugOf } from '@/domain/indicators/indicator';
import type { Found } from '@/domain/search/search';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { FoundCommunes } from './found-communes';
import { FoundLine, FoundSection } from './found-list';
import { FoundSessions } from './found-sessions';

type ResultsProps = {
  locale: Locale;
  found: Found;
  /** the language of the articles, where it is not the page's */
  language?: Locale | undefined;
  /** the address of all sessions that were found */
  allSessions: string | null;
};

/** Communes first, since a name of a place is what most people type; then what one can go to, then what one can read. */
export function SearchResults({ locale, found, language = locale, allSessions }: ResultsProps) {
  const { communes, sessions, models, articles, indicators } = found;
  return (
    <>
      {communes.length > 0 && <FoundCommunes locale={locale} communes={communes} />}
      {sessions.sessions.length > 0 && <FoundSessions locale={locale} found={sessions} all={allSessions} />}
      {models.length > 0 && <Models locale={locale} models={models} />}
      {articles.articles.length > 0 && <Articles locale={locale} language={language} articles={articles.articles} />}
      {indicators.length > 0 && <Indicators locale={locale} indicators={indicators} />}
    </>
  );
}

/** Kinds of models lead to what they are; a model leads to the commune that tells of it. */
function Models({ locale, models }: { locale: Locale; models: Found['models'] }) {
  const t = useTranslations('search');
  return (
    <FoundSection title={t('kinds.model')}>
      <ul>
        {models.map((model, at) => {
          const { kind, name, excerpt, place } = model;
          const href = place
            ? hrefTo(locale, 'commune', { slug: place.slug })
            : hrefTo(locale, 'model', { slug: modelSlugs[kind][locale] });
          const key = `${kind} ${at}`;
          return (
            <FoundLine key={key} href={href} title={name} excerpt={excerpt}>
              {place && (
                <>
                  {t('ofPlace', { place: place.name })}
                  {model.demo && <DemoMark className="ml-2" />}
                </>
              )}
            </FoundLine>
          );
        })}
      </ul>
    </FoundSection>
  );
}

type ArticlesProps = { locale: Locale; language: Locale; articles: Found['articles']['articles'] };

function Articles({ locale, language, articles }: ArticlesProps) {
  const t = useTranslations('search');
  const lang = language === locale ? undefined : language;
  return (
    <FoundSection title={t('sections.articles')}>
      <ul>
        {articles.map(({ kind, slug, title, excerpt, publishedAt, demo }) => (
          <FoundLine
            key={`${kind}/${slug}`}
            href={articleHref(language, { kind, slug })}
            title={title}
            excerpt={excerpt}
            lang={lang}
          >
            {t(`kinds.${kind}`)} · {formatDay(locale, dayOf(new Date(publishedAt)))}
            {demo && <DemoMark className="ml-2" />}
          </FoundLine>
        ))}
      </ul>
    </FoundSection>
  );
}

function Indicators({ locale, indicators }: { locale: Locale; indicators: Found['indicators'] }) {
  const t = useTranslations('search');
  return (
    <FoundSection title={t('kinds.indicator')}>
      <ul>
        {indicators.map(({ code, name, excerpt }) => (
          <FoundLine
            key={code}
            href={hrefTo(locale, 'indicator', { slug: slugOf(code, locale) })}
            title={name}
            excerpt={excerpt}
          />
        ))}
      </ul>
    </FoundSection>
  );
}
