import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { type Asked, askedOf, queryAsTyped, queryOf, searchHref } from '@/app/[locale]/(public)/search/asked';
import { explainedModels, modelNames } from '@/app/[locale]/(public)/search/explained';
import { findAsked } from '@/app/[locale]/(public)/search/found';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { NothingFound } from '@/components/search/nothing-found';
import { type Condition, SearchFilter } from '@/components/search/search-filter';
import { SearchForm } from '@/components/search/search-form';
import { SearchKinds } from '@/components/search/search-kinds';
import { SearchLinks } from '@/components/search/search-links';
import { SearchResults } from '@/components/search/search-results';
import { Meant, WaysOn } from '@/components/search/ways';
import { ButtonLink } from '@/components/ui/button';
import { Pager } from '@/components/ui/tables/pager';
import type { Topic } from '@/domain/articles/article';
import { listPublishedTopicsToSearch } from '@/domain/search/choice-queries';
import type { Suggestion } from '@/domain/search/meant';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/search/asked'>;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await localeOf(props.params);
  const t = await getTranslations('search');
  const { question } = askedOf(await props.searchParams);
  return pageMetadata({
    locale,
    route: 'search',
    title: question ? t('titleFor', { question }) : t('title'),
    description: t('ask'),
    index: false,
  });
}

export default async function AskedSearchPage(props: Props) {
  const locale = await localeOf(props.params);
  const asked = askedOf(await props.searchParams);
  const [t, topics, communes, explained, answer] = await Promise.all([
    getTranslations('search'),
    listPublishedTopicsToSearch(locale),
    listPublishedCommunes(),
    explainedModels(locale),
    asked.question ? findAsked(locale, asked) : null,
  ]);
  const names = [...topics, ...modelNames(explained)].map(({ name }) => name);
  const { q: _asked, after: _after, ...kept } = asked.question ? { q: '', after: '' } : queryOf(asked);
  // all is read before anything is drawn: a part that waits for itself would be left to React, element by element
  return (
    <Shell locale={locale} route="search" query={queryAsTyped(asked)}>
      <div className="wrap section">
        <h1 className="mb-6">{t('title')}</h1>
        <SearchForm action={hrefTo(locale, 'search')} question={asked.question} names={names} kept={kept} />
        {answer ? (
          <Answer locale={locale} asked={asked} choices={{ topics, communes }} answer={answer} />
        ) : (
          <Unasked locale={locale} asked={asked} choices={{ topics, communes }} />
        )}
      </div>
    </Shell>
  );
}

type AskedProps = {
  locale: Locale;
  asked: Asked;
  choices: { topics: readonly Topic[]; communes: readonly Commune[] };
};

/** No words yet, but perhaps a place or a topic: these lead to what is there, and stay for the question that is typed. */
function Unasked({ locale, asked: { narrowing }, choices: { topics, communes } }: AskedProps) {
  const t = useTranslations('search');
  const [commune, topic] = [
    communes.find(({ slug }) => slug === narrowing.commune),
    topics.find(({ code }) => code === narrowing.topic),
  ];
  const ways: Suggestion[] = [
    ...(commune ? [{ what: 'commune' as const, slug: commune.slug, name: commune.name }] : []),
    ...(topic ? [{ what: 'topic' as const, name: topic.name }] : []),
  ];
  return (
    <>
      <p className="my-8">{ways.length > 0 ? t('askWithin') : t('ask')}</p>
      <WaysOn locale={locale} title={t('there')} ways={ways} />
      <SearchLinks locale={locale} title={t('try')} words={topics.map(({ name }) => name)} />
    </>
  );
}

type AnswerProps = AskedProps & { answer: Awaited<ReturnType<typeof findAsked>> };

function Answer({ locale, asked, choices, answer }: AnswerProps) {
  const t = useTranslations('search');
  const { question, narrowing } = asked;
  const { kind, after, ...conditions } = narrowing;
  const { found, isNothing, near, meant, ways, next } = answer;
  const addressOf = (changed: Asked['narrowing']) => searchHref(locale, { question, narrowing: changed });
  const isNarrowed = kind !== undefined || Object.keys(conditions).length > 0;
  return (
    <div className="mt-6">
      <Narrow locale={locale} asked={asked} choices={choices} answer={answer} />
      <Meant locale={locale} names={near} suggestions={meant} />
      <SearchResults
        locale={locale}
        found={found}
        language={narrowing.language}
        allSessions={kind === 'session' ? null : addressOf({ ...conditions, kind: 'session' })}
      />
      {isNothing ? (
        <NothingFound locale={locale} question={question} isNarrowed={isNarrowed} topics={choices.topics} next={next}>
          <WaysOn locale={locale} title={t('ways')} ways={ways} />
        </NothingFound>
      ) : (
        <WaysOn locale={locale} title={t('ways')} ways={ways} />
      )}
      <MorePages
        next={(kind === 'session' ? found.sessions.next : found.articles.next) ?? null}
        first={after ? addressOf({ ...conditions, ...(kind && { kind }) }) : null}
        hrefOf={(behind) => addressOf({ ...narrowing, after: behind })}
      />
    </div>
  );
}

/** To what she narrows it, with how many there are. */
function Narrow({ locale, asked, choices, answer: { counts, count, isNothing } }: AnswerProps) {
  const t = useTranslations('search');
  const { question, narrowing } = asked;
  const { kind, after: _after, ...conditions } = narrowing;
  const addressOf = (changed: Asked['narrowing']) => searchHref(locale, { question, narrowing: changed });
  return (
    <>
      <SearchFilter
        action={hrefTo(locale, 'search')}
        question={question}
        narrowing={narrowing}
        choices={choices}
        typed={asked.typed}
        without={(name) => addressOf({ ...(kind && { kind }), ...(name !== 'all' && without(conditions, name)) })}
        found={isNothing ? '' : t('found', { count, question })}
      />
      <SearchKinds
        locale={locale}
        counts={counts}
        current={kind}
        hrefOf={(one) => addressOf({ ...conditions, ...(one && { kind: one }) })}
      />
    </>
  );
}

/** The conditions but for one; the days are one together. */
function without({ from, to, ...conditions }: Asked['narrowing'], name: Condition): Asked['narrowing'] {
  if (name === 'days') return conditions;
  const { [name]: _dropped, ...others } = conditions;
  return { ...others, ...(from && { from }), ...(to && { to }) };
}

type MoreProps = { next: string | null; first: string | null; hrefOf: (behind: string) => string };

/** On to the next page, and back to the first one. */
function MorePages({ next, first, hrefOf }: MoreProps) {
  const t = useTranslations('search');
  return (
    <>
      <Pager next={next && hrefOf(next)} />
      {first && (
        <p className="mt-6">
          <ButtonLink href={first} icon="arrow-left" compact>
            {t('toFirst')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
