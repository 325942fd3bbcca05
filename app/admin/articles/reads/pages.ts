import type { OtherPage } from '@/components/articles/reads/other-pages';
import type { ReadPage } from '@/domain/articles/reads/read';
import { countedTogether } from '@/domain/counted-pages';
import { kindOfSlug, modelSlugs } from '@/domain/digital-models/model-slugs';
import { codeOfSlug, slugOf } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';
import { hrefTo, routes } from '@/i18n/routes';

type Names = ReadonlyMap<string, string>;
type Of = Omit<OtherPage, 'times' | 'vi' | 'en'>;

/** Pages that are read, both languages of each in one row, the most read first. What has no name any more is left out. */
export function otherPagesOf(locale: Locale, rows: readonly ReadPage[], names: Names): OtherPage[] {
  const pages = new Map<string, OtherPage>();
  for (const row of rows) {
    const of = whatOf(locale, row, names);
    if (!of) continue;
    const known = pages.get(of.key) ?? { ...of, times: 0, vi: 0, en: 0 };
    const { times, locale: read } = row;
    pages.set(of.key, { ...known, times: known.times + times, [read]: known[read] + times });
  }
  return [...pages.values()].sort((a, b) => b.times - a.times);
}

/** What a page is and where it stands, the same in both languages; of some there are many addresses, and none is named. */
function whatOf(locale: Locale, { page, slug, locale: read }: ReadPage, names: Names): Of | null {
  const together = countedTogether.find((name) => name === page);
  if (together) {
    const href = routes[together].page.includes('[') ? null : hrefTo(locale, together);
    return { key: together, page: together, name: null, kind: null, href };
  }
  const code = page === 'indicator' ? codeOfSlug(read, slug) : undefined;
  const name = code && names.get(code);
  if (code && name) {
    const href = hrefTo(locale, 'indicator', { slug: slugOf(code, locale) });
    return { key: `indicator ${code}`, page: null, name, kind: null, href };
  }
  const kind = page === 'model' ? kindOfSlug(read, slug) : null;
  if (!kind) return null;
  const href = hrefTo(locale, 'model', { slug: modelSlugs[kind][locale] });
  return { key: `model ${kind}`, page: null, name: null, kind, href };
}
