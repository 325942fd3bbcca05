import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { type Qualification, qualificationState } from '@/domain/certificates/qualification';
import type { Day } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type QualificationMarkProps = { personId: string; qualifications: readonly Qualification[]; today: Day };

/**
 * The line that she is recognised as an instructor today, and until when, in the list of what is true of her. Nothing
 * where she is not.
 */
export function QualificationMark({ personId, qualifications, today }: QualificationMarkProps) {
  const t = useTranslations('certificates.qualification');
  const locale = useLocale() as Locale;
  const running = qualifications.find((each) => qualificationState(each, today) === 'running');
  if (!running) return null;
  return (
    <li>
      <Badge tone="done">{t('title')}</Badge>{' '}
      <Link href={`/admin/people/${personId}/passport#qualification`}>
        {t('until', { to: formatDay(locale, lastDayBefore(running.to)) })}
      </Link>
    </li>
  );
}
