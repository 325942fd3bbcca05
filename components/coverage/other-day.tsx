import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { type AskedDay, FIRST_DAY } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The sentence, for the field that it speaks of. */
export const OTHER_DAY = 'other-day';

type OtherDayProps = Omit<AskedDay, 'typed'> & { locale: Locale; last: Day };

/** Says that figures are not those of the day that was asked for, and why; nothing where they are. `last`: the last day with figures here. */
export function OtherDay({ locale, day, refused, last: lastDay }: OtherDayProps) {
  const t = useTranslations('coverage.otherDay');
  if (!refused) return null;
  const [first, last] = [FIRST_DAY, lastDay].map((each) => formatDay(locale, each));
  return (
    <div id={OTHER_DAY}>
      <Notice tone="information" title={t(refused, { first: first ?? '', last: last ?? '' })}>
        {t('instead', { day: formatDay(locale, day) })}
      </Notice>
    </div>
  );
}
