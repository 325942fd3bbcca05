import { useTranslations } from 'next-intl';
import { articleHref } from '@/components/articles/article-href';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { slugOf } from '@/domain/indicators/indicator';
import type { Suggestion } from '@/domain/search/meant';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { Chips } from './chips';

const searchFor = (locale: Locale, name: string) => hrefTo(locale, 'search', {}, { q: name });

/** Where a name leads: a topic is looked for, all else has a page. */
function hrefOf(locale: Locale, one: Suggestion): string {
  if (one.what === 'article') return articleHref(locale, one);
  if (one.what === 'model') return hrefTo(locale, 'model', { slug: modelSlugs[one.kind][locale] });
  if (one.what === 'indicator') return hrefTo(locale, 'indicator', { slug: slugOf(one.code, locale) });
  return one.what === 'commune' ? hrefTo(locale, 'commune', { slug: one.slug }) : searchFor(locale, one.name);
}

type MeantProps = { locale: Locale; names: readonly string[]; suggestions: readonly Suggestion[] };

/** What may have been meant, each name once: places and topics are looked for anew, all else leads to its page. */
export function Meant({ locale, names, suggestions }: MeantProps) {
  const t = useTranslations('search');
  const links = new Map([
    ...suggestions.map(
      (one) => [one.name, one.what === 'commune' ? searchFor(locale, one.name) : hrefOf(locale, one)] as const,
    ),
    ...names.map((name) => [name, searchFor(locale, name)] as const),
  ]);
  if (links.size === 0) return null;
  return (
    <section className="school-grid mb-8 max-w-[44em] px-5 py-4">
      <h2 className="font-bold font-sans text-base">{t('meant')}</h2>
      <ul>
        {[...links].map(([name, href]) => (
          <li key={name}>
            <a href={href} className="inline-flex min-h-11 items-center font-semibold">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

type WaysProps = { locale: Locale; title: string; ways: readonly Suggestion[] };

/** Names that lead on; nothing where there are none. */
export function WaysOn({ locale, title, ways }: WaysProps) {
  if (ways.length === 0) return null;
  return (
    <section className="no-print mb-10">
      <h2 className="mb-3">{title}</h2>
      <Chips chips={ways.map((one) => ({ word: one.name, href: hrefOf(locale, one) }))} />
    </section>
  );
}
