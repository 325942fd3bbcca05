import { useTranslations } from 'next-intl';
import { type FoundKind, foundKinds } from '@/domain/search/search';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { Chips } from './chips';

type KindsProps = {
  locale: Locale;
  counts: Record<FoundKind, number>;
  current: FoundKind | undefined;
  hrefOf: (kind: FoundKind | undefined) => string;
};

/** The kinds of what was found, each with how many there are; nothing where there is one alone. */
export function SearchKinds({ locale, counts, current, hrefOf }: KindsProps) {
  const t = useTranslations('search');
  const kinds = foundKinds.filter((kind) => counts[kind] > 0 || kind === current);
  if (kinds.length < 2 && !current) return null;
  const wordOf = (kind: FoundKind) => {
    const word = t(`kinds.${kind}`);
    return counts[kind] > 0 ? t('counted', { kind: word, count: formatNumber(locale, counts[kind]) }) : word;
  };
  return (
    <nav aria-label={t('kinds.label')} className="no-print mt-4 mb-8">
      <Chips
        chips={[
          { href: hrefOf(undefined), word: t('kinds.all'), isCurrent: !current },
          ...kinds.map((kind) => ({ href: hrefOf(kind), word: wordOf(kind), isCurrent: kind === current })),
        ]}
      />
    </nav>
  );
}
