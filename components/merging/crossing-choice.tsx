import { useLocale, useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/form';
import { addDays } from '@/domain/day';
import type { MergePreview } from '@/domain/merging/merge';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Crossing = MergePreview['crossings'][number];

/** Which of two opposite pairs with the same woman stands, and which days the other one loses then. Nothing is preselected. */
export function CrossingChoice({ crossing }: { crossing: Crossing }) {
  const t = useTranslations('merging.merge.crossing');
  const locale = useLocale() as Locale;
  const name = crossing.third ?? t('somebody');
  const days = ({ from, to }: Crossing['guided']) => {
    const since = formatDay(locale, from);
    return to ? t('days', { from: since, to: formatDay(locale, addDays(to, -1)) }) : t('daysOpen', { from: since });
  };
  const option = (value: 'guided' | 'learned') => ({
    value,
    label: t(value, { name, days: days(crossing[value]) }),
    hint: t('lost', { days: days(crossing.lost[value]) }),
  });
  return (
    <RadioGroup
      name={`standing[${crossing.thirdId}]`}
      label={t('label', { name })}
      hint={t('hint')}
      options={[option('guided'), option('learned')]}
    />
  );
}
