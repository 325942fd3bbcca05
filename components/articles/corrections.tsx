import type { useTranslations } from 'next-intl';
import type { PublishedArticle } from '@/domain/articles/article';
import { dayOf } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type CorrectionsProps = Pick<PublishedArticle, 'corrections'> & {
  locale: Locale;
  /** in the language of the text */
  t: ReturnType<typeof useTranslations<'articles.page'>>;
};

/** What was corrected in a piece since it is public, each with its day. */
export function Corrections({ locale, corrections, t }: CorrectionsProps) {
  if (corrections.length === 0) return null;
  return (
    <div className="reading">
      <ul className="source">
        {corrections.map(({ at, note }) => (
          <li key={at}>{t('corrected', { day: formatDay(locale, dayOf(new Date(at))), note })}</li>
        ))}
      </ul>
    </div>
  );
}
