import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { Chips } from './chips';

type LinksProps = { locale: Locale; title: string; words: readonly string[] };

/** Ready questions: each leads to what is found for it. */
export const SearchLinks = ({ locale, title, words }: LinksProps) => (
  <section>
    <h2 className="mb-3">{title}</h2>
    <Chips chips={words.map((word) => ({ word, href: hrefTo(locale, 'search', {}, { q: word }) }))} />
  </section>
);
