import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { RevealForm } from '@/components/consents/sensitive/reveal-form';
import { SensitiveFacts } from '@/components/consents/sensitive/sensitive-facts';
import { DropForm, WriteForm } from '@/components/consents/sensitive/sensitive-forms';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Folds } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import type { SensitiveOverview } from '@/domain/consents/sensitive/sensitive';
import { findSensitiveOverview } from '@/domain/consents/sensitive/sensitive-queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadPart } from '../load';
import { PartHead } from '../part-head';
import { Tabs } from '../tabs';
import { dropField, readFields, writeDisability, writeEthnicity, writePriorityGroups, writeReligion } from './actions';

type Props = PageProps<'/admin/people/[personId]/sensitive'>;

const saids = ['written', 'dropped'] as const;
const actions = {
  read: readFields,
  drop: dropField,
  write: {
    priority_groups: writePriorityGroups,
    disability: writeDisability,
    ethnicity: writeEthnicity,
    religion: writeReligion,
  },
};

const loadSensitive = (id: string) => loadPart(id, 'sensitive', 'sensitive.see');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([
    loadSensitive((await params).personId),
    getTranslations('consents.sensitive'),
  ]);
  return { title: `${t('title')} – ${name}` };
}

export default async function SensitivePage({ params, searchParams }: Props) {
  const [{ personId }, { said }] = await Promise.all([params, searchParams]);
  const person = await loadSensitive(personId);
  const [t, overview] = await Promise.all([
    getTranslations('consents'),
    findSensitiveOverview(await requireViewer(), personId),
  ]);
  const done = saids.find((key) => key === said);
  return (
    <LivePage>
      <PartHead
        person={person}
        title={`${person.name}: ${t('sensitive.title').toLowerCase()}`}
        step={t('sensitive.title')}
        lead={t('sensitive.lead')}
      />
      <Tabs personId={person.id} current="sensitive" />
      {done && <Notice title={t(`said.${done}`)} />}
      {overview && !overview.keyHere && (
        <Notice tone="problem" title={t('sensitive.noKey')}>
          {t('sensitive.noKeyHint')}
        </Notice>
      )}
      {overview?.consented ? <Fields personId={personId} overview={overview} /> : <NoConsent personId={personId} />}
    </LivePage>
  );
}

function NoConsent({ personId }: { personId: string }) {
  const t = useTranslations('consents');
  return (
    <EmptyState
      icon="information"
      title={t('sensitive.noConsent')}
      action={
        <ButtonLink as={Link} href={`/admin/people/${personId}/consents#sensitive_data`} variant="primary">
          {t('sensitive.ask')}
        </ButtonLink>
      }
    >
      {t('sensitive.noConsentHint', { purpose: t('purpose.sensitive_data') })}
    </EmptyState>
  );
}

function Fields({ personId, overview: { rows, keyHere } }: { personId: string; overview: SensitiveOverview }) {
  const t = useTranslations('consents.sensitive');
  return (
    <div className="grid max-w-4xl gap-6">
      <SensitiveFacts rows={rows} />
      {rows.some(({ held }) => held) ? (
        <Panel id="read" title={t('read')}>
          <Words of={['consents.sensitive']}>
            <RevealForm action={actions.read} personId={personId} />
          </Words>
        </Panel>
      ) : (
        <p className="text-ink-2">{t('nothing')}</p>
      )}
      {keyHere && (
        <Panel id="write" title={t('writeTitle')}>
          <Folds>
            {rows.map((row) => (
              <Fragment key={row.field}>
                <WriteForm personId={personId} row={row} actions={actions} />
                {row.held && <DropForm personId={personId} row={row} actions={actions} />}
              </Fragment>
            ))}
          </Folds>
        </Panel>
      )}
    </div>
  );
}
