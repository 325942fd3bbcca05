import { useTranslations } from 'next-intl';
import { lacks, type NextTraining, type Reason } from '@/domain/coverage/next-trainings/next-training';
import { ELDER_AGE, UNITS_A_CLASS } from '@/domain/coverage/next-trainings/weights';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Words = ReturnType<typeof useTranslations<'next-trainings'>>;

/** Each reason with its number, and the points it gives or takes; what gives none is none, but who would teach is told. */
export function Reasons({ locale, next }: { locale: Locale; next: NextTraining }) {
  const t = useTranslations('next-trainings');
  return (
    <ul>
      {next.reasons
        .filter(({ name, points }) => points !== 0 || name === 'trainer')
        .map((reason) => (
          <li key={reason.name} className="flex justify-between gap-4 border-rule border-t py-1.5">
            <span className="min-w-0">{reasonWords(t, reason, next)}</span>
            <span className="flex-none font-semibold tabular-nums">
              {reason.points < 0
                ? t('pointsOff', { points: formatNumber(locale, -reason.points) })
                : t('pointsOf', { points: formatNumber(locale, reason.points) })}
            </span>
          </li>
        ))}
    </ul>
  );
}

const lackWords = (t: Words, unmet: NextTraining['unmet']) =>
  lacks.flatMap((lack) => (unmet[lack] > 0 ? [t(`reason.lack.${lack}`, { count: unmet[lack] })] : [])).join(', ');

function reasonWords(t: Words, reason: Reason, { unmet }: NextTraining): string {
  switch (reason.name) {
    case 'unmet':
      return t('reason.unmet', { unmet: reason.unmet, units: reason.units, lacks: lackWords(t, unmet) });
    case 'filled':
      return t('reason.filled', { units: reason.units, class: UNITS_A_CLASS });
    case 'waiting':
      return t('reason.waiting', { women: reason.women });
    case 'elders':
      return t('reason.elders', { women: reason.women, age: ELDER_AGE });
    case 'quiet':
      return reason.weeks === null ? t('reason.never') : t('reason.quiet', { weeks: reason.weeks });
    case 'remote':
      return t('reason.remote');
    case 'planned':
      return t('reason.planned', { sessions: reason.sessions });
    case 'trainer': {
      const { name, load, minutes, borders } = reason.trainer;
      return t('reason.trainer', { name, load, minutes, borders: String(borders) });
    }
  }
}
