import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type ModelTab, ModelTabs } from '@/components/digital-models/model-tabs';
import { fullPlace } from '@/components/digital-models/people/host-name';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { modelsPath } from '../asked';

/** The outcomes of a page, as its address says them. */
const saids = [
  'appointed',
  'seat-ended',
  'members-added',
  'member-ended',
  'household-created',
  'households-added',
  'household-added',
  'household-edited',
  'household-left',
  'judged',
  'practice-written',
  'practice-copied',
] as const;

type ModelPageProps = {
  model: ModelRecord;
  tab: ModelTab;
  /** a page below it is named; on the page itself the model is */
  title?: string;
  said?: string | string[] | undefined;
  actions?: ReactNode;
  children: ReactNode;
};

/** The way, the head and the tabs that all pages of a model's record share. */
export async function ModelPage({ model, tab, title, said, actions, children }: ModelPageProps) {
  const t = await getTranslations('digital-models');
  const path = `${modelsPath}/${model.id}`;
  const done = saids.find((each) => each === said);
  const crumbs = [
    { label: t('title'), href: modelsPath },
    { label: model.name, href: path },
    ...(title ? [{ label: t(`tabs.${tab}`), href: `${path}/${tab}` }] : []),
  ];
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={crumbs}>
            {model.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={title ?? t(`titles.${tab}`, { name: model.name })}
        lead={model.host && fullPlace(model.host)}
        actions={actions}
      />
      {!title && <ModelTabs model={model} current={tab} />}
      {done && <Notice title={t(`said.${done}`, { households: model.households, members: model.members })} />}
      {children}
    </>
  );
}

/** The title of a page: whose, and which. */
export async function modelPageTitle({ name }: ModelRecord, tab: ModelTab): Promise<{ title: string }> {
  return { title: (await getTranslations('digital-models.titles'))(tab, { name }) };
}
