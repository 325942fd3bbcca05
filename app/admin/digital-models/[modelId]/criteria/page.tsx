import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { CriteriaList } from '@/components/digital-models/criteria/criteria-list';
import { JudgeForms } from '@/components/digital-models/criteria/judge-forms';
import { JudgementList } from '@/components/digital-models/criteria/judgement-list';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { today } from '@/domain/days/day';
import { listJudgements } from '@/domain/digital-models/criteria/criteria-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../asked';
import { loadModel } from '../load';
import { ModelPage, modelPageTitle } from '../model-page';
import { meetCriterion, unmeetCriterion } from './actions';

type Props = PageProps<'/admin/digital-models/[modelId]/criteria'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return modelPageTitle(await loadModel((await params).modelId), 'criteria');
}

export default async function CriteriaPage({ params, searchParams }: Props) {
  const [{ modelId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const model = await loadModel(modelId);
  const [t, judgements] = await Promise.all([getTranslations('digital-models'), listJudgements(viewer, model.id)]);
  const judges = model.may.judge && model.status !== 'ended';
  const judged = judges ? model.criteria.find(({ id }) => id === query.judge) : undefined;
  return (
    <LivePage>
      <ModelPage
        model={model}
        tab="criteria"
        said={query.said}
        actions={
          <ButtonLink as={Link} href={`/admin/criteria/${model.kind}`}>
            {t('judge.checklist')}
          </ButtonLink>
        }
      >
        {judged && (
          <JudgeForms meet={meetCriterion} unmeet={unmeetCriterion} model={model} criterion={judged} today={today()} />
        )}
        <div className="max-w-3xl">
          <CriteriaList
            criteria={model.criteria}
            judgePath={judges ? `${modelsPath}/${model.id}/criteria` : undefined}
          />
          <section className="mt-10">
            <h2 className="mb-3">{t('judge.history')}</h2>
            <JudgementList judgements={judgements} />
          </section>
        </div>
      </ModelPage>
    </LivePage>
  );
}
