import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';

type UnsettledProps = {
  sessionId: string;
  count: number;
  /** the report waits for it */
  first: boolean;
};

/** Women of whom phones say different things: in no figure, until it is settled in the register. Leads there. */
export function Unsettled({ sessionId, count, first }: UnsettledProps) {
  const t = useTranslations('outcomes.unsettled');
  return (
    <Panel title={t('title', { count })} id="unsettled">
      <p className="mb-4">{t(first ? 'first' : 'lead')}</p>
      <ButtonLink
        as={Link}
        href={`/admin/trainings/${sessionId}/attendance#conflicts`}
        variant={first ? 'primary' : 'secondary'}
        icon="arrow"
      >
        {t('settle')}
      </ButtonLink>
    </Panel>
  );
}
