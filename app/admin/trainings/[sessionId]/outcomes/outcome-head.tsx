import { useTranslations } from 'next-intl';
import { PageHead } from '@/components/layout/page-head';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import type { SessionRecord } from '@/domain/trainings/session-view';
import { trainingsPath } from '../../asked';

/** How a page on what came of a session begins; `step` is a page below the outcomes. */
export function OutcomeHead({ session, title, step }: { session: SessionRecord; title: string; step?: string }) {
  const t = useTranslations();
  const own = `${trainingsPath}/${session.id}`;
  const crumbs = [
    { label: t('trainings.admin.title'), href: trainingsPath },
    { label: session.title, href: own },
    ...(step
      ? [{ label: t('outcomes.title'), href: `${own}/outcomes` }, { label: step }]
      : [{ label: t('outcomes.title') }]),
  ];
  return (
    <PageHead
      above={
        <Breadcrumbs as={Link} crumbs={crumbs}>
          <SessionStateBadge state={session.state} />
          {session.demo && <DemoMark />}
        </Breadcrumbs>
      }
      title={title}
    />
  );
}
