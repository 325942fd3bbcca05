import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { placeName } from '@/components/coverage/coverage-table';
import { PageHead } from '@/components/layout/page-head';
import { ReportBody } from '@/components/reports/report-body';
import { AskPanel, DecidePanel, SignPanel } from '@/components/reports/report-deeds';
import { ReportFiles } from '@/components/reports/report-files';
import { ChangedFigures, ReportHistory, Restatements } from '@/components/reports/report-history';
import { ReportStateBadge } from '@/components/reports/report-list';
import { DraftUnderWay, SigningRefused, SigningUnderWay, SigningUnkept } from '@/components/reports/report-under-way';
import { periodWithin } from '@/components/reports/report-words';
import { NobodySigns, SignerList } from '@/components/reports/signer-list';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print/print-button';
import { mayForProvince } from '@/domain/access/access';
import type { Definition, IndicatorCode } from '@/domain/indicators/indicator';
import { isFiled, isOpen, type ReportRow } from '@/domain/reports/report';
import { isAsSigned, type ReportContent } from '@/domain/reports/report-content';
import { formatDay } from '@/i18n/format';
import { hrefTo } from '@/i18n/routes';
import {
  acceptReport,
  askToReopen,
  cancelSigning,
  refuseToReopen,
  reopenReport,
  returnReport,
  signReport,
  writeReportText,
} from '../../actions';
import { filesOf, invitePath, reportAddress, reportsPath } from '../../address';
import { besideOf, comparedOf, definitionsOf, loadReport } from './load';
import { SAID, SaidOfReport } from './said';

type Props = PageProps<'/admin/reports/[unitId]/[periodId]'>;

/** What was just done; of a signing that was still under way, once it is done. */
const saidOf = (said: string | undefined, { state }: ReportRow) =>
  said === 'signing' ? isFiled(state) && 'signed' : SAID.find((each) => each === said);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { unitId, periodId } = await params;
  return { title: (await headOf(await loadReport(unitId, periodId))).title };
}

/** A report as it will be printed, with what she may do: sign it, decide on it, or ask to have it opened. */
export default async function ReportPage({ params, searchParams }: Props) {
  const [{ unitId, periodId }, query] = await Promise.all([params, searchParams]);
  const found = await loadReport(unitId, periodId);
  if (!found.content) return <UnderWay {...found} />;
  const loaded = { ...found, content: found.content };
  const { viewer, row, actions, unit, content } = loaded;
  const { remark, compares } = comparedOf(loaded, oneOf(query.changed) === '1');
  const [t, deeds, { title, place }, [definitions, changed, restatements, signers]] = await Promise.all([
    getTranslations('reports'),
    getTranslations('audit.actions'),
    headOf(loaded),
    besideOf(loaded, compares),
  ]);
  const names = namesOf(loaded, definitions);
  const nameOfDeed = (action: string) => deeds(action as 'foundModel');
  const said = saidOf(oneOf(query.said), row);
  const fileOf = filesOf(unit.id, row.period.id);
  return (
    <LivePage>
      {said && <SaidOfReport said={said} ofCity={unit.level === 'province'} period={row.period} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: reportsPath }]} />}
        title={title}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <StateLine {...loaded} />
      {signers?.length === 0 && (
        <NobodySigns place={place} invite={mayForProvince(viewer, 'accounts.invite') ? invitePath(unit.id) : null} />
      )}
      {remark && <Notice tone="problem" title={remark} />}
      {changed && <ChangedFigures changed={changed} names={names} deeds={nameOfDeed} />}
      <div className="mb-7 grid max-w-3xl gap-4">
        {signers && signers.length > 0 && <SignerList signers={signers} ofCity={unit.level === 'province'} />}
        <Deeds {...loaded} asks={oneOf(query.ask) === '1'} />
      </div>
      <ReportBody content={content} names={names} definitionOf={definitionsOf(loaded)} />
      <ReportFiles hrefOf={fileOf} checkHref={hrefTo(viewer.locale, 'reportCheck')} />
      {restatements.length > 0 && (
        <Restatements restatements={restatements} names={names} figures={content.figures} deeds={nameOfDeed} />
      )}
      <ReportHistory actions={actions} hrefOf={fileOf} />
      {row.filings > 0 && !compares && <CompareLink href={reportAddress(unit.id, row.period.id)} />}
    </LivePage>
  );
}

/** What it says is still being counted, or signed. */
async function UnderWay(found: Found) {
  const { unit, row, signing, mayFile } = found;
  const [t, { title }] = await Promise.all([getTranslations('reports'), headOf(found)]);
  const href = reportAddress(unit.id, row.period.id, signing?.state === 'waiting' ? 'signing' : undefined);
  return (
    <>
      <PageHead above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: reportsPath }]} />} title={title} />
      <StateLine {...found} />
      {signing?.state === 'waiting' ? (
        <SigningUnderWay
          signing={signing}
          unitId={unit.id}
          periodId={row.period.id}
          href={href}
          cancel={mayFile ? cancelSigning : null}
        />
      ) : (
        <DraftUnderWay href={href} />
      )}
    </>
  );
}

/** How far it has come, and why the last signing of the city was none. */
async function StateLine({ viewer, unit, row, signing, content }: Found) {
  const t = await getTranslations('reports');
  return (
    <>
      <p className="mb-5 flex flex-wrap items-center gap-2.5">
        <ReportStateBadge row={row} ofCity={unit.level === 'province'} />
        {content?.demo && <DemoMark className="demo-on-print" />}
        <span>{t('dueOn', { day: formatDay(viewer.locale, row.period.due) })}</span>
      </p>
      {signing?.state === 'refused' && isOpen(row.state) && <SigningRefused signing={signing} />}
      {content && isFiled(row.state) && !isAsSigned(content) && <SigningUnkept />}
    </>
  );
}

/** What was signed is held against the records of now when somebody asks: it is counted anew for that. */
async function CompareLink({ href }: { href: string }) {
  const t = await getTranslations('reports.changed');
  return (
    <p className="no-print mt-5">
      <Link href={`${href}?changed=1#changed`}>{t('compare')}</Link>
    </p>
  );
}

type Found = Awaited<ReturnType<typeof loadReport>>;
type Loaded = Found & { content: ReportContent };

/** Indicators as they were called when it was signed, or as they are called. */
function namesOf({ viewer, content: { named } }: Loaded, definitions: readonly Definition[]) {
  const then = named && (Object.entries(named.indicators[viewer.locale]) as [IndicatorCode, string][]);
  return new Map(then ?? definitions.filter(({ to }) => to === null).map(({ code, name }) => [code, name]));
}

function Deeds({ unit, row, content, actions, mayFile, mayDecide, asks }: Loaded & { asks: boolean }) {
  const asked = actions.find(({ kind }) => kind === 'reopen_asked');
  return (
    <>
      {mayFile && isOpen(row.state) && (
        <SignPanel content={content} row={row} sign={signReport} write={writeReportText} />
      )}
      {mayFile && unit.level === 'commune' && <AskPanel unitId={unit.id} row={row} ask={askToReopen} open={asks} />}
      {mayDecide && (
        <DecidePanel
          unitId={unit.id}
          row={row}
          why={asked?.remark ?? null}
          accept={acceptReport}
          giveBack={returnReport}
          reopen={reopenReport}
          refuse={refuseToReopen}
        />
      )}
    </>
  );
}

/** How the report is called: by its period, and its place as it was called on the last day. */
async function headOf({ row, unit: now, content }: Found) {
  const [t, coverage] = await Promise.all([getTranslations('reports'), getTranslations('coverage')]);
  const unit = content?.unit ?? now;
  const place =
    unit.level === 'province'
      ? t('city', { kind: unit.kind ?? 'city' })
      : placeName(coverage, { kind: unit.kind ?? 'commune', name: unit.name });
  return { title: t('heading', { period: periodWithin(t, row.period), place }), place };
}
