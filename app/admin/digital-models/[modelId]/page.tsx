import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { ActivityForm } from '@/components/digital-models/activities/activity-form';
import { ActivityList } from '@/components/digital-models/activities/activity-list';
import { CriteriaList } from '@/components/digital-models/criteria/criteria-list';
import { ModelFacts } from '@/components/digital-models/model-facts';
import { ModelTabs } from '@/components/digital-models/model-tabs';
import { BoardList } from '@/components/digital-models/people/board-list';
import { fullPlace } from '@/components/digital-models/people/host-name';
import { CorrectForms } from '@/components/digital-models/status/correct-forms';
import { StatusForms } from '@/components/digital-models/status/status-form';
import { StatusHistory } from '@/components/digital-models/status/status-history';
import { PageHead } from '@/components/layout/page-head';
import { NamesInWords } from '@/components/newsroom/names-in-words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { listNamesInPublishedWords } from '@/domain/articles/written-names/public-words-queries';
import { today } from '@/domain/days/day';
import { keepsMembers } from '@/domain/digital-models/digital-model';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { countMembersOfHost } from '@/domain/digital-models/people/people-queries';
import { requireViewer } from '@/server/sign-in/session';
import { changeStatus, recordActivity, stopModel, takeBackStatus } from '../actions';
import { addressOf, modelsPath } from '../asked';
import { Hints } from './hints';
import { loadModel } from './load';
import { Pairs } from './pairs';
import { Left, LeftBehind } from './pairs-left';
import { UnitCoverage } from './unit-coverage';

type Props = PageProps<'/admin/digital-models/[modelId]'>;

const saids = [
  'founded',
  'edited',
  'changed',
  'activity',
  'activity-corrected',
  'activity-taken-back',
  'answered',
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadModel((await params).modelId)).name };
}

export default async function ModelPage({ params, searchParams }: Props) {
  const [{ modelId }, { said, moved }] = await Promise.all([params, searchParams]);
  const [t, model] = await Promise.all([getTranslations('digital-models'), loadModel(modelId)]);
  const done = saids.find((key) => key === said);
  return (
    <LivePage of={done ? undefined : model}>
      <PageHead
        above={<Way model={model} />}
        title={model.name}
        lead={model.host && fullPlace(model.host)}
        actions={<Actions model={model} />}
      />
      <ModelTabs model={model} current="record" />
      {done && <Notice title={t(`said.${done}`)} />}
      <Left model={model} done={done} />
      {done && <UnitCoverage model={model} done={done} word={moved} />}
      <Names model={model} />
      <Hints model={model} />
      <div className="grid items-start gap-x-8 gap-y-10 2xl:grid-cols-[minmax(0,1fr)_384px]">
        <div className="min-w-0">
          <Facts model={model} />
          <Pairs model={model} />
          <Section title={t('record.activities')}>
            <ActivityList
              activities={model.activities}
              path={model.may.recordActivity ? activitiesOf(model) : undefined}
            />
            {model.hasMoreActivities && <More href={activitiesOf(model)}>{t('record.toActivities')}</More>}
          </Section>
          <Section title={t('record.board')}>
            <BoardList board={model.board} />
            <More href={`${modelsPath}/${model.id}/board`}>{t('record.toBoard')}</More>
          </Section>
          <Section title={t('record.criteria')}>
            <CriteriaList criteria={model.criteria} />
            <More href={`${modelsPath}/${model.id}/criteria`}>{t('record.toCriteria')}</More>
          </Section>
          <Section title={t('record.history')}>
            <StatusHistory statuses={model.statuses} />
          </Section>
        </div>
        <Work model={model} />
      </div>
    </LivePage>
  );
}

/** People whom what everybody reads of it names, for whoever may word it anew. */
async function Names({ model: { may, name, facts } }: { model: ModelRecord }) {
  return may.edit && <NamesInWords names={await listNamesInPublishedWords([name, facts.meets])} />;
}

async function Facts({ model }: { model: ModelRecord }) {
  const counted = keepsMembers(model.kind) ? null : countMembersOfHost(await requireViewer(), model.area);
  return <ModelFacts model={model} hostMembers={await counted} />;
}

const activitiesOf = ({ id }: ModelRecord) => `${modelsPath}/${id}/activities`;

/** An ended model takes no new activities. */
const recordsActivities = ({ may, status }: ModelRecord) => may.recordActivity && status !== 'ended';

/** On a phone what she came for lies below the record: a touch leads there. */
function Actions({ model }: { model: ModelRecord }) {
  const t = useTranslations('digital-models');
  return (
    <>
      {model.may.changeStatus && (
        <ButtonLink href="#status" variant="primary" className="2xl:hidden">
          {t('change.title')}
        </ButtonLink>
      )}
      {recordsActivities(model) && (
        <ButtonLink href="#activity" className="2xl:hidden">
          {t('activity.title')}
        </ButtonLink>
      )}
      {model.may.edit && (
        <ButtonLink as={Link} href={`${modelsPath}/${model.id}/edit`} icon="pencil">
          {t('edit.link')}
        </ButtonLink>
      )}
    </>
  );
}

function Way({ model }: { model: ModelRecord }) {
  const t = useTranslations('digital-models');
  const crumbs = [
    { label: t('title'), href: modelsPath },
    { label: t(`kind.${model.kind}`), href: addressOf({ kind: model.kind }) },
  ];
  return (
    <Breadcrumbs as={Link} crumbs={crumbs}>
      {model.demo && <DemoMark />}
    </Breadcrumbs>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3">{title}</h2>
      {children}
    </section>
  );
}

const More = ({ href, children }: { href: string; children: ReactNode }) => (
  <p className="mt-3">
    <MoreLink as={Link} href={href}>
      {children}
    </MoreLink>
  </p>
);

/** The actions that are open on the model now, beside the record; below it on a phone. */
function Work({ model }: { model: ModelRecord }) {
  const t = useTranslations('digital-models');
  const day = today();
  return (
    <div className="grid gap-6">
      {model.may.changeStatus && (
        <Panel id="status" title={t('change.title')} grid>
          <StatusForms
            change={changeStatus}
            stop={stopModel}
            model={model}
            today={day}
            left={<LeftBehind model={model} />}
          />
        </Panel>
      )}
      {model.may.changeStatus && <CorrectForms change={changeStatus} takeBack={takeBackStatus} model={model} />}
      {recordsActivities(model) && (
        <Panel id="activity" title={t('activity.title')}>
          <ActivityForm action={recordActivity} model={model} today={day} />
        </Panel>
      )}
    </div>
  );
}
