import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { Summary } from '@/domain/reports/summary/summary';
import { periodName } from '../report-words';

type BesideProps = Pick<Summary, 'before' | 'after'> & { hrefOf: (periodId: string) => string };

/** The ways to the periods before and after, each by its name. */
export function BesidePeriods({ before, after, hrefOf }: BesideProps) {
  const t = useTranslations('reports');
  return (
    <nav aria-label={t('summary.beside')} className="no-print mb-4 flex flex-wrap gap-2.5">
      {before && (
        <ButtonLink as={Link} href={hrefOf(before.id)} rel="prev" icon="arrow-left" compact>
          {periodName(t, before)}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink as={Link} href={hrefOf(after.id)} rel="next" icon="arrow" compact>
          {periodName(t, after)}
        </ButtonLink>
      )}
    </nav>
  );
}
