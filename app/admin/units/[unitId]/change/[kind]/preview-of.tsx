import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { spoken } from '@/app/forms/spoken';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { ConfirmForm } from '@/components/units/restructuring/confirm-form';
import { PlaceSinglyForm } from '@/components/units/restructuring/place-singly-form';
import { PreviewEnding } from '@/components/units/restructuring/preview-ending';
import { PreviewFigures } from '@/components/units/restructuring/preview-figures';
import { PreviewTies } from '@/components/units/restructuring/preview-ties';
import { listPlaceable, listTieNames } from '@/domain/units/choice/placeable-queries';
import { type ChangePlan, successors } from '@/domain/units/restructuring/change';
import { previewPlan } from '@/domain/units/restructuring/plan-queries';
import type { Previewed } from '@/domain/units/restructuring/preview';
import type { UnitRecord } from '@/domain/units/tree';
import { listNamesOf } from '@/domain/units/tree-queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { confirmPlan, placeSingly } from '../../../actions';
import { changePath } from '../../../asked';

type Query = Record<string, string | string[] | undefined>;
type PreviewProps = { unit: UnitRecord; plan: ChangePlan; planId: string; query: Query };

/** Everything that the plan would change, and the button that makes it so. */
export async function PreviewOf({ unit, plan, planId, query }: PreviewProps) {
  const viewer = await requireViewer();
  const [t, answer] = await Promise.all([getTranslations('units'), previewPlan(viewer, planId)]);
  const edit = `${changePath(unit.id, plan.kind)}?plan=${planId}&edit=1`;
  const seen = spoken(answer, viewer.locale);
  if (!seen.ok) {
    const words = `problems.${seen.problem}` as 'problems.no-place';
    return (
      <>
        <Notice tone="problem" title={t('preview.refused')}>
          {t.has(words) ? t(words, seen.detail ?? {}) : (await getTranslations('ui.problems'))('not-found')}
        </Notice>
        <ButtonLink href={edit} variant="primary" icon="pencil">
          {t('preview.edit')}
        </ButtonLink>
      </>
    );
  }
  const { preview, digest } = seen.value;
  const [names, tieNames] = await Promise.all([
    listNamesOf(
      viewer,
      preview.offices.map(({ personId }) => personId),
    ),
    listTieNames(viewer, preview.parted),
  ]);
  const said = oneOf(query.said);
  return (
    <>
      {said === 'stale' && <Notice tone="problem" title={t('preview.stale')} />}
      {said === 'placed' && <Notice title={t('preview.placed')} />}
      <p className="mb-6 max-w-[44em]">{t('preview.lead', { day: formatDay(viewer.locale, plan.from) })}</p>
      <div className="grid items-start gap-x-8 gap-y-10 2xl:grid-cols-[minmax(0,1fr)_384px]">
        <div className="min-w-0">
          <PreviewFigures preview={preview} />
          <PreviewTies preview={preview} planId={planId} names={Object.fromEntries(tieNames)} action={placeSingly} />
          <PreviewEnding preview={preview} names={Object.fromEntries(names)} />
        </div>
        <Panel title={t('preview.title')} grid>
          <p className="mb-4">{t('preview.filed')}</p>
          <ConfirmForm action={confirmPlan} planId={planId} digest={digest} kind={plan.kind} edit={edit} />
        </Panel>
      </div>
      {plan.kind === 'split' && successors(plan).length > 1 && (
        <Singly unit={unit} plan={plan} planId={planId} query={query} places={seen.value.places} />
      )}
    </>
  );
}

type SinglyProps = PreviewProps & { places: Previewed['places'] };

/** Exceptions to the rule, one by one. */
async function Singly({ unit, plan, planId, query, places }: SinglyProps) {
  const viewer = await requireViewer();
  const [t, placeable] = await Promise.all([
    getTranslations('units.preview'),
    listPlaceable(viewer, plan, { q: oneOf(query.q), after: oneOf(query.after) }),
  ]);
  const address = `${changePath(unit.id, plan.kind)}?plan=${planId}`;
  const targets = successors(plan).map((value) => ({
    value,
    label: plan.parts.find(({ id }) => id === value)?.name ?? unit.name,
  }));
  return (
    <section id="singly" className="mt-12">
      <h2 className="mb-1">{t('singly')}</h2>
      <p className="mb-4 max-w-[44em] text-ink-2">{t('singlyLead')}</p>
      <PlaceSinglyForm
        action={placeSingly}
        planId={planId}
        placeable={placeable}
        places={places}
        targets={targets}
        q={oneOf(query.q)}
        address={changePath(unit.id, plan.kind)}
        next={placeable.next && `${address}&after=${placeable.next}#singly`}
      />
    </section>
  );
}
