import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { periodName } from '@/components/reports/report-words';
import { ChoiceTable, StartPanel, TemplatePanel, UploadPanel } from '@/components/reports/templates/template-panels';
import { capital, communeWords } from '@/components/trainings/place-words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { isEverywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { listReports } from '@/domain/reports/queries';
import { listReportTemplates } from '@/domain/reports/templates/queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import { requireViewer } from '@/server/sign-in/session';
import { reportsPath } from '../address';
import { chooseReportTemplate, uploadReportTemplate } from './actions';

const SAID = ['uploaded', 'mistaken', 'chosen'] as const;
/** Two years of months, with what is longer among them. */
const PERIODS_SHOWN = 24;

async function load() {
  const viewer = await requireViewer();
  return mayForProvince(viewer, 'reports.keep-template') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('reports.template'))('title') };
}

/** The letter in which reports go out: the one that counts, those that were uploaded, and the way to another one. */
export default async function TemplatePage({ searchParams }: PageProps<'/admin/reports/template'>) {
  const viewer = await load();
  const query = await searchParams;
  const said = SAID.find((each) => each === oneOf(query.said));
  const [t, { templates, choices }, shown] = await Promise.all([
    getTranslations('reports'),
    listReportTemplates(viewer),
    shownWith(viewer),
  ]);
  const counts = templates.find(({ state }) => state === 'counts');
  return (
    <LivePage>
      {said && (
        <Notice title={t(`template.done.${said}`)} {...(said === 'mistaken' ? { tone: 'problem' as const } : {})} />
      )}
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: reportsPath }, { label: t('template.title') }]} />
        }
        title={t('template.title')}
        lead={t('template.lead')}
      />
      <StartPanel counts={counts?.edition ?? null} choose={chooseReportTemplate} />
      <UploadPanel action={uploadReportTemplate} />
      {templates.map((template, at) => (
        <TemplatePanel
          key={template.id}
          template={template}
          isNewest={at === 0}
          {...shown}
          choose={chooseReportTemplate}
        />
      ))}
      <ChoiceTable choices={choices} />
    </LivePage>
  );
}

/** The reports with which a template can be looked at. */
async function shownWith(viewer: Viewer) {
  const province = viewer.grants.find(({ path }) => isEverywhere(path))?.unitId ?? '';
  const [t, places, reports, communes] = await Promise.all([
    getTranslations('reports'),
    getTranslations('trainings'),
    listReports(viewer, province),
    listPublishedCommunes(),
  ]);
  const named = communes.map((commune) => ({ value: commune.id, label: capital(communeWords(places, commune)) }));
  const rows = (reports?.rows ?? []).slice(0, PERIODS_SHOWN);
  return {
    units: [{ value: province, label: t('template.preview.city') }, ...named],
    periods: rows.map(({ period }) => ({ value: period.id, label: periodName(t, period) })),
  };
}
