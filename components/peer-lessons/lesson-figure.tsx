import { useLocale, useTranslations } from 'next-intl';
import { HowLinkAtWork } from '@/components/indicators/how-link-at-work';
import { MoreLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { LessonMonth } from '@/domain/peer-lessons/peer-lesson';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** What women taught each other at a place this month: a figure of its own, with the way to its list and its definition. */
export function LessonFigure({ month, list }: { month: LessonMonth; list: string }) {
  const t = useTranslations('peer-lessons.figures');
  const locale = useLocale() as Locale;
  const { lessons, minutes, women } = month;
  return (
    <section>
      <h2 className="mb-2">{t('title')}</h2>
      <p>
        <b className="font-extrabold font-serif text-figure text-lotus lining-nums">{formatNumber(locale, lessons)}</b>{' '}
        {t('lessonsThisMonth', { count: lessons })}
      </p>
      {lessons > 0 && (
        <p>{t('minutesAndWomen', { minutes: formatNumber(locale, minutes), women: formatNumber(locale, women) })}</p>
      )}
      <p className="text-ink-2 text-sm">{t('apart')}</p>
      <p className="flex flex-wrap items-baseline gap-x-5">
        <MoreLink as={Link} href={list}>
          {t('all')}
        </MoreLink>
        <HowLinkAtWork code="peer_lessons" />
      </p>
    </section>
  );
}
