import { useTranslations } from 'next-intl';
import { LESSON_MONTHS, LessonMonths } from '@/components/peer-lessons/lesson-months';
import { today } from '@/domain/days/day';
import type { LessonMonth } from '@/domain/peer-lessons/peer-lesson';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { SavedDrawing } from '../coverage/saved-drawing';

type MonthsProps = {
  locale: Locale;
  months: readonly LessonMonth[];
  /** where they took place; undefined: all that she sees */
  place: string | undefined;
};

/** Lessons month by month as columns, and how to take them along; nothing where there was none. */
export function SavedMonths({ locale, months, place }: MonthsProps) {
  const [t, c] = [useTranslations('peer-lessons'), useTranslations('coverage')];
  if (!months.some(({ lessons }) => lessons > 0)) return null;
  return (
    <LessonMonths months={months}>
      <SavedDrawing
        of={LESSON_MONTHS}
        file={`${t('figures.file')}-${today()}`}
        title={[t('figures.months'), place].filter(Boolean).join(', ')}
        lines={[t('figures.monthsCaption'), `${c('asOf', { day: formatDay(locale, today()) })}.`]}
      />
    </LessonMonths>
  );
}
