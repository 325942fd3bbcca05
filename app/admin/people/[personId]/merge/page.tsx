import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { MergeCandidates } from '@/components/merging/merge-candidates';
import { MergeForm } from '@/components/merging/merge-form';
import { MergeList } from '@/components/merging/merge-list';
import { MergeTold } from '@/components/merging/merge-told';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { reach } from '@/domain/access/access';
import { findMergedInto, listMerges, previewMerge } from '@/domain/merging/merge-queries';
import { findMovable } from '@/domain/merging/requests/request-queries';
import { listMembers } from '@/domain/people/queries';
import { requireViewer } from '@/server/sign-in/session';
import { PartHead } from '../part-head';
import { Tabs } from '../tabs';
import { mergePersons, undoMerge } from './actions';

const CANDIDATES_MAX = 30;
/** The part of a name that is most likely the same in two records of one woman. */
const givenName = (name: string) => name.split(' ').at(-1);

type Props = PageProps<'/admin/people/[personId]/merge'>;

/** The record, kept within her reach; of one that was merged the record it went into. */
const loadPerson = cache(async (personId: string) => {
  const viewer = await requireViewer();
  const person = await findMovable(viewer, personId);
  if (person) return person;
  const survivorId = await findMergedInto(viewer, personId);
  return survivorId ? redirect(`/admin/people/${survivorId}/merge`) : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await loadPerson((await params).personId);
  return { title: (await getTranslations('merging.merge'))('titleOf', { name }) };
}

export default async function MergePage({ params, searchParams }: Props) {
  const [{ personId }, query] = await Promise.all([params, searchParams]);
  const person = await loadPerson(personId);
  const t = await getTranslations('merging');
  const path = `/admin/people/${personId}/merge`;
  const otherId = oneOf(query.with);
  return (
    <LivePage>
      <PartHead
        person={person}
        title={t('merge.titleOf', { name: person.name })}
        step={t('merge.title')}
        lead={t('merge.lead')}
        actions={
          !otherId && (
            <ButtonLink as={Link} href={`/admin/people/requests/new?own=${personId}`}>
              {t('merge.elsewhere')}
            </ButtonLink>
          )
        }
      />
      <Tabs personId={personId} current="merge" />
      <Said said={oneOf(query.said)} left={oneOf(query.left)} />
      {otherId ? (
        <Compare personId={personId} otherId={otherId} path={path} />
      ) : (
        <Choose personId={personId} path={path} q={oneOf(query.q) ?? givenName(person.name)} />
      )}
    </LivePage>
  );
}

async function Said({ said, left = '0' }: { said: string | undefined; left: string | undefined }) {
  const t = await getTranslations('merging.said');
  if (said === 'merged') return <Notice title={t('merged')} />;
  if (said !== 'undone') return null;
  return /^[1-9]\d*$/.test(left) ? (
    <Notice tone="problem" title={t('undoneLeft', { count: left })} />
  ) : (
    <Notice title={t('undone')} />
  );
}

async function Compare({ personId, otherId, path }: { personId: string; otherId: string; path: string }) {
  const viewer = await requireViewer();
  const preview = (await previewMerge(viewer, personId, otherId)) ?? notFound();
  const t = await getTranslations('merging.merge');
  return (
    <div className="grid items-start gap-x-8 gap-y-10 2xl:grid-cols-[minmax(0,1fr)_384px]">
      <Panel
        title={t('compare')}
        grid
        aside={
          <Link href={`/admin/people/${otherId}/merge?with=${personId}`} className="inline-flex min-h-11 items-center">
            {t('swap')}
          </Link>
        }
      >
        <p className="mb-4 text-ink-2">{t('compareHint')}</p>
        <MergeForm
          action={mergePersons}
          survivor={preview.survivor}
          absorbed={preview.absorbed}
          crossings={preview.crossings}
          back={path}
        />
      </Panel>
      <MergeTold preview={preview} />
    </div>
  );
}

async function Choose({ personId, path, q }: { personId: string; path: string; q: string | undefined }) {
  const viewer = await requireViewer();
  const areas = reach(viewer, 'merging.merge');
  const unitId = viewer.grants.find((grant) => areas.includes(grant.path))?.unitId ?? '';
  const [{ members }, merges] = await Promise.all([
    listMembers(viewer, known({ unitId, q }) as { unitId: string }),
    listMerges(viewer, personId),
  ]);
  return (
    <>
      <MergeCandidates
        path={path}
        q={q}
        members={members.filter(({ id }) => id !== personId).slice(0, CANDIDATES_MAX)}
      />
      {merges.length > 0 && <MergeList merges={merges} undo={undoMerge} />}
    </>
  );
}
