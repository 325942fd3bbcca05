import { useLocale, useTranslations } from 'next-intl';
import type { Day } from '@/domain/days/day';
import type { PairRow } from '@/domain/pairs/pair';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** A family that a pair is tied to; of one that it will be tied to with the day. */
export function FamilyName({ family: { name, since }, today }: { family: PairRow['families'][number]; today: Day }) {
  const t = useTranslations('pairs.record');
  const locale = useLocale() as Locale;
  return (
    <>
      {name}
      {since > today && `, ${t('tiedFrom', { day: formatDay(locale, since) })}`}
    </>
  );
}
