import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import { reportsAddress } from '../../address';

/** What can have been done on the page of a report. */
export const SAID = ['signed', 'cancelled', 'written', 'returned', 'accepted', 'asked', 'reopened', 'refused'] as const;
type Said = (typeof SAID)[number];

/** After these it is somebody else's move. */
const handed: readonly Said[] = ['signed', 'asked'];
/** After these others of the same period wait for who did it. */
const decided: readonly Said[] = ['accepted', 'returned'];

type SaidProps = { said: Said; ofCity: boolean; period: Pick<ReportPeriod, 'id' | 'kind'> };

/** What was just done with a report, whose move it is now, and the way to those that still wait. */
export function SaidOfReport({ said, ofCity, period: { id, kind } }: SaidProps) {
  const t = useTranslations('reports');
  return (
    <Notice
      title={t(`done.${said}`)}
      action={
        !ofCity &&
        decided.includes(said) && (
          <ButtonLink as={Link} href={reportsAddress({ kind, periodId: id, state: 'submitted' })} compact>
            {t('done.waiting')}
          </ButtonLink>
        )
      }
    >
      {!ofCity && handed.includes(said) && t('done.cityNext')}
    </Notice>
  );
}
