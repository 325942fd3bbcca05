import { countedEach, countedTogether } from '@/domain/counted-pages';
import { partsOf } from '@/i18n/address-pattern';
import { locales } from '@/i18n/locales';
import { type RouteName, routes } from '@/i18n/routes';

const patterns = [...countedEach, ...countedTogether].map((name: RouteName) => ({
  name,
  pattern: routes[name].page,
  each: countedEach.some((one) => one === name),
}));

/** Under what reads of a page are counted, by Next's own path: "/en/commune/c", "/vi/search". Questions are counted with the page that asks them: what was asked is not kept. */
export function countedAs(path: string): string | undefined {
  const [whole = ''] = path.split('?');
  const locale = locales.find((each) => whole === `/${each}` || whole.startsWith(`/${each}/`));
  if (!locale) return undefined;
  const page = whole.slice(locale.length + 2).replace(/\/asked$/, '');
  for (const { name, pattern, each } of patterns) {
    const parts = partsOf(pattern, page);
    if (parts) return each ? `/${locale}/${name}/${parts.slug}` : `/${locale}/${name}`;
  }
  return undefined;
}
