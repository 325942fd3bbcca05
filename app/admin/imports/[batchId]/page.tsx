import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { ColumnsPanel } from '@/components/imports/columns-panel';
import { DecisionPanel } from '@/components/imports/decision-panel';
import { ImportSteps } from '@/components/imports/import-steps';
import { ResultPanel } from '@/components/imports/result-panel';
import { RowTable } from '@/components/imports/row-table';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { AskedOfSecond } from '@/components/second-pairs/asked-of-second';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/tables/pager';
import type { ImportBatch, ImportCounts } from '@/domain/imports/import';
import { countImportRows, countLateRows, countRowsDone, findImport, listImportRows } from '@/domain/imports/queries';
import { formatInstant, formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { assignColumns, confirmImport, discardImport, stepImport, undoImport } from '../actions';
import { afterOf, importsPath, rowsAddress, type Shown, shownOf } from '../asked';

type Props = PageProps<'/admin/imports/[batchId]'>;

const saids = ['again', 'uploaded', 'columns', 'confirmed', 'undo', 'discarded'] as const;

const loadImport = cache(async (batchId: string) => (await findImport(await requireViewer(), batchId)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadImport((await params).batchId)).fileName };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const [{ batchId }, query] = await Promise.all([params, searchParams]);
  const [viewer, batch] = [await requireViewer(), await loadImport(batchId)];
  const [t, counts] = await Promise.all([getTranslations('imports'), countImportRows(viewer, batch.id)]);
  const running = batch.phase === 'checking' || batch.phase === 'applying' || batch.phase === 'undoing';
  const said = saids.find((key) => key === query.said);
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: importsPath }, { label: batch.fileName }]} />}
        title={batch.fileName}
        lead={`${batch.unit.name} · ${batch.uploadedBy} · ${formatInstant(viewer.locale, batch.uploadedAt)}`}
      />
      {said && !running && <Notice title={t(`said.${said}`)} />}
      {query.said === 'asked' && <AskedOfSecond />}
      {batch.purged && <Notice tone="information" title={t('purged')} />}
      {running ? <Running batch={batch} /> : <Decided batch={batch} counts={counts} />}
      {batch.phase !== 'checking' && batch.state !== 'discarded' && !batch.purged && (
        <Rows batch={batch} counts={counts} shown={shownOf(query, counts)} after={afterOf(query)} />
      )}
      {batch.state === 'previewed' && batch.phase === 'checked' && (
        <ColumnsPanel action={assignColumns} columns={batch.columns} batchId={batch.id} version={batch.version} />
      )}
    </LivePage>
  );
}

async function Running({ batch }: { batch: ImportBatch }) {
  const [t, done] = await Promise.all([getTranslations('imports'), countRowsDone(await requireViewer(), batch)]);
  const { id, phase, rowCount } = batch;
  const stops = {
    checking: { action: discardImport, word: t('confirm.discard') },
    applying: { action: undoImport, word: t('applied.cancel') },
  };
  return (
    <Words of={['imports.progress']}>
      <ImportSteps
        action={stepImport}
        batchId={id}
        phase={phase}
        done={done}
        total={rowCount}
        stop={phase === 'checking' || phase === 'applying' ? stops[phase] : undefined}
      />
    </Words>
  );
}

async function Decided({ batch, counts }: { batch: ImportBatch; counts: ImportCounts }) {
  if (batch.state === 'previewed')
    return <DecisionPanel confirm={confirmImport} discard={discardImport} batch={batch} counts={counts} />;
  const late = await countLateRows(await requireViewer(), batch.id);
  return <ResultPanel undo={undoImport} batch={batch} counts={counts} late={late} />;
}

type RowsProps = { batch: ImportBatch; counts: ImportCounts; shown: Shown; after: number | undefined };

async function Rows({ batch, counts, shown, after }: RowsProps) {
  const viewer = await requireViewer();
  const which = shown === 'leftAlone' ? { leftAlone: true } : { verdict: shown };
  const [t, { rows, next }] = await Promise.all([
    getTranslations('imports.preview'),
    listImportRows(viewer, batch.id, { ...which, ...(after ? { after } : {}) }),
  ]);
  const all: Record<Shown, number> = { ...counts.verdicts, leftAlone: counts.leftAlone };
  const segments = (['leftAlone', 'error', 'update', 'create', 'same'] as const)
    .filter((each) => all[each] > 0)
    .map((each) => ({
      href: rowsAddress(batch, each),
      label: t(each, { count: formatNumber(viewer.locale, all[each]) }),
      current: each === shown,
    }));
  return (
    <section id="rows" className="mt-8">
      <h2 className="mb-3">{t('rows')}</h2>
      <Segmented as={Link} label={t('rows')} segments={segments} />
      {rows.length > 0 ? <RowTable rows={rows} shown={shown} /> : <p className="mt-3">{t('none')}</p>}
      <Pager as={Link} next={next ? rowsAddress(batch, shown, next) : null} />
    </section>
  );
}
