import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { fullPlace } from '@/components/digital-models/people/host-name';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { modelsPath } from '../../asked';

/** A page below the record of a model: the way back to it, and its own title. */
export async function Below({ model, title, children }: { model: ModelRecord; title: string; children: ReactNode }) {
  const t = await getTranslations('digital-models');
  const crumbs = [
    { label: t('title'), href: modelsPath },
    { label: model.name, href: `${modelsPath}/${model.id}` },
  ];
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={crumbs}>
            {model.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={title}
        lead={model.host && fullPlace(model.host)}
      />
      {children}
    </>
  );
}
