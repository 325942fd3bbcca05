import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { LineageList } from '@/components/digital-models/practices/lineage-list';
import { PracticeText } from '@/components/digital-models/practices/practice-text';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { isEmpty } from '@/domain/digital-models/practices/practice';
import { findLineage } from '@/domain/digital-models/practices/practice-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../asked';
import { ModelPage, modelPageTitle } from '../model-page';
import { loadClub } from './load';

type Props = PageProps<'/admin/digital-models/[modelId]/practice'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return modelPageTitle(await loadClub((await params).modelId), 'practice');
}

export default async function PracticePage({ params, searchParams }: Props) {
  const [{ modelId }, { said }, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const model = await loadClub(modelId);
  const [t, lineage] = await Promise.all([getTranslations('digital-models.practice'), findLineage(viewer, model.id)]);
  const writes = model.may.sharePractice && model.status !== 'ended';
  const { practice } = model;
  return (
    <LivePage>
      <ModelPage
        model={model}
        tab="practice"
        said={said}
        actions={
          writes && (
            <>
              <ButtonLink as={Link} href={`${modelsPath}/${model.id}/practice/edit`} variant="primary" icon="pencil">
                {t('edit')}
              </ButtonLink>
              <ButtonLink as={Link} href={`${modelsPath}/practices?for=${model.id}`}>
                {t('choose')}
              </ButtonLink>
            </>
          )
        }
      >
        <p className="mb-5">
          <Badge tone={model.sharedPractice ? 'done' : 'plain'}>
            {t(model.sharedPractice ? 'isShared' : 'notShared')}
          </Badge>
        </p>
        <LineageList lineage={lineage} />
        {practice && !isEmpty(practice) ? (
          <PracticeText practice={practice} />
        ) : (
          <EmptyState icon="digital_womens_club" title={t('none')}>
            {t('noneHint')}
          </EmptyState>
        )}
      </ModelPage>
    </LivePage>
  );
}
