import { useTranslations } from 'next-intl';
import { dayOf } from '@/domain/days/day';
import type { Found } from '@/domain/search/search';
import { bareName } from '@/domain/units/bare-name';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type ResultsProps = { locale: Locale; question: string; found: Found };

/** Communes first, since a name of a place is what most people type; then news and stories. */
export function SearchResults({ locale, question, found: { communes, articles } }: ResultsProps) {
  const t = useTranslations('search');
  const count = articles.length + communes.length;
  if (count === 0) return <p role="status">{t('nothing', { question })}</p>;
  return (
    <>
      <p role="status" className="mb-8">
        {t('found', { count, question })}
      </p>
      {communes.length > 0 && <Communes locale={locale} communes={communes} />}
      {articles.length > 0 && <Articles locale={locale} articles={articles} />}
    </>
  );
}

/** Several communes may bear the name that was typed: they are told apart by what they were, and by their code. */
function Communes({ locale, communes }: { locale: Locale; communes: Found['communes'] }) {
  const t = useTranslations('search');
  const place = useTranslations('coverage.kindName');
  const namesakes = communes.filter(({ namesake }) => namesake).length;
  const asksWhich = namesakes > 1;
  return (
    <section className="mb-10">
      <h2 className="mb-3">{t('communes')}</h2>
      {asksWhich && <p className="mb-3 font-semibold">{t('which', { count: namesakes })}</p>}
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {communes.map(({ slug, code, name, kind, former, namesake }) => (
          <li key={slug} className="border-rule border-t py-1">
            <a
              href={hrefTo(locale, 'commune', { slug })}
              className="inline-flex min-h-11 items-center font-semibold text-lotus underline underline-offset-[.22em]"
            >
              {place(kind === 'ward' ? 'ward' : 'commune', { name: bareName(name) })}
            </a>{' '}
            {former && <Former {...former} />}{' '}
            {asksWhich && namesake && code && <span className="block text-ink-2 text-sm">{t('code', { code })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The unit that was typed, and is a part of this one today. */
function Former({ name, kind, part, district }: NonNullable<Found['communes'][number]['former']>) {
  const t = useTranslations('search');
  return (
    <span className="block text-ink-2 text-sm">
      {kind
        ? t('formerUnit', { name, kind, share: part ? 'part' : 'whole', district: district ?? 'none' })
        : t('formerly', { name })}
    </span>
  );
}

function Articles({ locale, articles }: { locale: Locale; articles: Found['articles'] }) {
  const t = useTranslations('search');
  return (
    <section>
      <h2 className="mb-3">{t('articles')}</h2>
      <ul>
        {articles.map(({ kind, slug, title, summary, publishedAt }) => (
          <li key={`${kind}/${slug}`} className="max-w-[44em] border-rule border-t py-4">
            <a
              href={hrefTo(locale, kind === 'story' ? 'story' : 'newsArticle', { slug })}
              className="font-bold font-serif text-h3 text-ink underline underline-offset-[.22em]"
            >
              {title}
            </a>
            <p>{summary}</p>
            <p className="text-ink-2 text-sm">{formatDay(locale, dayOf(new Date(publishedAt)))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
