import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { FeedbackPanel } from '@/components/outcomes/feedback-panel';
import { OutcomeForm } from '@/components/outcomes/outcome-form';
import { OutcomeTable } from '@/components/outcomes/outcome-table';
import { Unsettled } from '@/components/outcomes/unsettled';
import { SessionTabs } from '@/components/trainings/session-tabs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { findSessionCertificates } from '@/domain/certificates/session-queries';
import { findFeedback, findFeedbackSession } from '@/domain/outcomes/feedback/feedback-queries';
import type { Outcomes } from '@/domain/outcomes/outcome';
import { countRegister } from '@/domain/outcomes/queries';
import { listReports } from '@/domain/outcomes/reports/report-queries';
import { formatInstant } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { sessionTabs } from '../tabs';
import { recordOutcomes } from './actions';
import { CertificatePanel } from './certificate-panel';
import { loadOutcomes } from './load';
import { OutcomeHead } from './outcome-head';

type Props = PageProps<'/admin/trainings/[sessionId]/outcomes'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ session }, t] = await Promise.all([loadOutcomes((await params).sessionId), getTranslations('outcomes')]);
  return { title: t('of', { title: session.title }) };
}

export default async function OutcomesPage({ params, searchParams }: Props) {
  const [{ sessionId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const [t, { session, outcomes }, { unsettled }, feedback, open, [report], certificates] = await Promise.all([
    getTranslations('outcomes'),
    loadOutcomes(sessionId),
    countRegister(viewer, sessionId),
    findFeedback(viewer, sessionId),
    findFeedbackSession(viewer, sessionId),
    listReports(viewer, sessionId),
    findSessionCertificates(viewer, sessionId),
  ]);
  return (
    <LivePage>
      {oneOf(query.said) === 'recorded' && <Notice title={t('said.recorded')} />}
      <OutcomeHead session={session} title={t('of', { title: session.title })} />
      <SessionTabs sessionId={session.id} current="outcomes" offered={sessionTabs(viewer, session)} />
      <div className="grid items-start gap-9 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          {unsettled > 0 && outcomes.may.report && (
            <div className="mb-6">
              <Unsettled sessionId={session.id} count={unsettled} first={false} />
            </div>
          )}
          <p className="mb-5 max-w-[44em] text-ink-2">{t('lead')}</p>
          <OutcomesOf sessionId={session.id} outcomes={outcomes} />
        </div>
        <div className="grid gap-6">
          <ReportPanel sessionId={session.id} last={report} mayReport={outcomes.may.report} />
          {certificates && <CertificatePanel sessionId={session.id} count={certificates.certificates.length} />}
          {feedback && (
            <FeedbackPanel feedback={feedback} href={open && `/admin/trainings/${session.id}/outcomes/feedback`} />
          )}
        </div>
      </div>
    </LivePage>
  );
}

async function OutcomesOf({ sessionId, outcomes }: { sessionId: string; outcomes: Outcomes }) {
  const t = await getTranslations('outcomes.table');
  const { skills, people, may } = outcomes;
  if (people.length === 0)
    return (
      <EmptyState
        title={t('nobody')}
        action={
          may.record && (
            <ButtonLink as={Link} href={`/admin/trainings/${sessionId}/attendance`}>
              {t('toRegister')}
            </ButtonLink>
          )
        }
      >
        {t(may.record ? 'nobodyHint' : 'noOwn')}
      </EmptyState>
    );
  if (skills.length === 0) return <EmptyState title={t('noSkills')}>{t('noSkillsHint')}</EmptyState>;
  if (!may.record) return <OutcomeTable outcomes={outcomes} />;
  return <OutcomeForm sessionId={sessionId} outcomes={outcomes} action={recordOutcomes} />;
}

type ReportPanelProps = {
  sessionId: string;
  last: Awaited<ReturnType<typeof listReports>>[number] | undefined;
  mayReport: boolean;
};

async function ReportPanel({ sessionId, last, mayReport }: ReportPanelProps) {
  const [t, { locale }] = await Promise.all([getTranslations('outcomes.report'), requireViewer()]);
  return (
    <Panel title={t('title')} id="report">
      <p className="mb-3">
        {last ? t('written', { name: last.writtenBy, at: formatInstant(locale, last.writtenAt) }) : t('none')}
      </p>
      {(last || mayReport) && (
        <ButtonLink as={Link} href={`/admin/trainings/${sessionId}/outcomes/report`} compact icon="report">
          {t(last ? 'open' : 'write')}
        </ButtonLink>
      )}
    </Panel>
  );
}
