import { useTranslations } from 'next-intl';
import type { PublishedArticle } from '@/domain/articles/article';
import { dayOf } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type LineProps = { locale: Locale; behind: PublishedArticle['behind'] };

/** Tells readers that the text they read was corrected in the language that it was translated from. */
export function BehindLine({ locale, behind }: LineProps) {
  const t = useTranslations('translations.reader');
  if (!behind) return null;
  const [corrected, translated] = [behind.correctedAt, behind.translatedAt].map((at) =>
    formatDay(locale, dayOf(new Date(at))),
  );
  return (
    <p className="mt-4 max-w-[34em] border-lotus border-l-4 pl-3.5 text-ink-2">
      {t('behind', { corrected: corrected ?? '', translated: translated ?? '' })}
    </p>
  );
}
