import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { ReportForm } from '@/components/outcomes/report-form';
import { ReportList } from '@/components/outcomes/report-list';
import { Unsettled } from '@/components/outcomes/unsettled';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { countRegister } from '@/domain/outcomes/queries';
import { listReports } from '@/domain/outcomes/reports/report-queries';
import { requireViewer } from '@/server/sign-in/session';
import { writeReport } from '../actions';
import { loadOutcomes } from '../load';
import { OutcomeHead } from '../outcome-head';

type Props = PageProps<'/admin/trainings/[sessionId]/outcomes/report'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ session }, t] = await Promise.all([loadOutcomes((await params).sessionId), getTranslations('outcomes')]);
  return { title: t('report.of', { title: session.title }) };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const [{ session, outcomes }, viewer, query, t] = await Promise.all([
    loadOutcomes((await params).sessionId),
    requireViewer(),
    searchParams,
    getTranslations('outcomes'),
  ]);
  const [reports, { present, unsettled }] = await Promise.all([
    listReports(viewer, session.id),
    countRegister(viewer, session.id),
  ]);
  const said = (['reported', 'corrected'] as const).find((each) => each === oneOf(query.said));
  const [last] = reports;
  const closes = session.state === 'approved';
  return (
    <LivePage>
      {said && <Notice title={t(`said.${said}`)} />}
      <OutcomeHead session={session} title={t('report.of', { title: session.title })} step={t('report.title')} />
      <div className="grid max-w-3xl gap-8">
        {unsettled > 0 && <Unsettled sessionId={session.id} count={unsettled} first={closes && outcomes.may.report} />}
        {last ? <ReportList reports={reports} presentNow={present} /> : <p>{t('report.none')}</p>}
        {outcomes.may.report &&
          !(closes && unsettled > 0) &&
          (present > 0 ? (
            <Panel grid title={t(last ? 'report.correct' : 'report.write')}>
              <p className="mb-4">
                {!last && t('report.lead')} {t('report.present')}: <b>{t('report.people', { count: present })}</b>
              </p>
              <ReportForm
                key={last?.number ?? 0}
                sessionId={session.id}
                last={last}
                closes={closes}
                action={writeReport}
              />
            </Panel>
          ) : (
            <p>
              {t('report.nobody')} <Link href={`/admin/trainings/${session.id}/attendance`}>{t('report.mark')}</Link>
            </p>
          ))}
      </div>
    </LivePage>
  );
}
