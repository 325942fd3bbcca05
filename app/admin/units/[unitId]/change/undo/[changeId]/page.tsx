import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { spoken } from '@/app/forms/spoken';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { CommunesTable, UnitsTable } from '@/components/units/restructuring/preview-figures';
import type { UndoPreview } from '@/domain/units/carrying-out/undo';
import { previewUndo } from '@/domain/units/carrying-out/undo-queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { undoChange } from '../../../../actions';
import { unitsPath } from '../../../../asked';
import { loadUnit } from '../../../load';

type Props = PageProps<'/admin/units/[unitId]/change/undo/[changeId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await loadUnit((await params).unitId);
  return { title: (await getTranslations('units.undo'))('title', { name }) };
}

/** Everything that becomes different when the newest change of a unit is taken back, and the button that does it. */
export default async function UndoChangePage({ params, searchParams }: Props) {
  const [{ unitId, changeId }, { said }, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const unit = await loadUnit(unitId);
  const change = unit.changes.find(({ id }) => id === changeId) ?? notFound();
  const answer = await previewUndo(viewer, changeId);
  if (!answer.ok && (answer.problem === 'not-found' || answer.problem === 'not-allowed')) notFound();
  const [t, seen] = [await getTranslations('units'), spoken(answer, viewer.locale)];
  const back = `${unitsPath}/${unit.id}`;
  const crumbs = [{ label: t('title'), href: unitsPath }, { label: unit.name, href: back }, { label: t('undo.short') }];
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={t('undo.title', { name: unit.name })}
        lead={t('record.by', {
          kind: t(`kind.${change.kind}`),
          day: formatDay(viewer.locale, change.from),
          by: change.by,
        })}
      />
      {said === 'stale' && <Notice tone="problem" title={t('preview.stale')} />}
      {seen.ok ? (
        <Confirm preview={seen.value} changeId={changeId} back={back} />
      ) : (
        <>
          <Notice tone="problem" title={t('undo.refused')}>
            {t(`problems.${seen.problem}` as 'problems.newer-rows', seen.detail ?? {})}
          </Notice>
          <ButtonLink as={Link} href={back}>
            {t('undo.back')}
          </ButtonLink>
        </>
      )}
    </LivePage>
  );
}

type ConfirmProps = { preview: UndoPreview; changeId: string; back: string };

async function Confirm({ preview, changeId, back }: ConfirmProps) {
  const t = await getTranslations('units');
  return (
    <div className="grid items-start gap-x-8 gap-y-10 2xl:grid-cols-[minmax(0,1fr)_384px]">
      <div className="min-w-0">
        <h2 className="mb-3">{t('preview.units')}</h2>
        <UnitsTable units={preview.units} taken={preview.ahead ? 'withdrawn' : 'undone'} />
        <h2 className="mt-10 mb-3">{t('preview.communes')}</h2>
        <CommunesTable rows={preview.communes} />
      </div>
      <Panel title={t('undo.panel')} grid>
        <p className="mb-4">{t(preview.ahead ? 'undo.withdrawn' : 'undo.undone')}</p>
        <Form action={undoChange} concept="units">
          <HiddenField name="changeId" value={changeId} />
          <HiddenField name="digest" value={preview.digest} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{t(preview.ahead ? 'undo.withdraw' : 'undo.send')}</SubmitButton>
            <ButtonLink as={Link} href={back}>
              {t('undo.keep')}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
    </div>
  );
}
