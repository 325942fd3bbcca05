import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { PersonTable } from '@/components/people/person-table';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { listPublishedSkills } from '@/domain/courses/skill-queries';
import { COUNTED_MAX, listCountedPeople } from '@/domain/people/list-queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../units/question';
import { addressOf, askedOf, peoplePath } from './asked';
import { PeopleFilters } from './filters';

type Props = PageProps<'/admin/people'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'people.see')) notFound();
  return { title: (await getTranslations('people'))('title') };
}

export default async function PeoplePage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'people.see')) notFound();
  const query = await searchParams;
  const read = await keptFor(viewer, `people ${JSON.stringify(query)}`, () => readAll(viewer, query));
  const { asked, place, skills, people, next, count } = read;
  const t = await getTranslations('people');
  const narrowed = Object.values(asked).some(Boolean);
  const found = count > COUNTED_MAX ? t('list.foundMore', { count: COUNTED_MAX }) : t('list.found', { count });
  return (
    <LivePage of={read}>
      <PageHead
        above={people.some(({ demo }) => demo) && <DemoMark />}
        title={t('title')}
        lead={t('lead')}
        actions={mayAnywhere(viewer, 'people.record') && <Actions viewer={viewer} unitId={asked.unitId} />}
      />
      {query.said === 'ended' && <Notice title={t('said.ended')} />}
      {query.said === 'erased' && <Notice title={t('said.erased')} />}
      <PeopleFilters locale={viewer.locale} asked={asked} place={place} skills={skills} found={found} />
      {people.length > 0 ? (
        <PersonTable people={people} />
      ) : (
        <EmptyState icon="people" title={t(narrowed ? 'list.nothing' : 'list.empty')}>
          {t(narrowed ? 'list.nothingHint' : 'list.emptyHint')}
        </EmptyState>
      )}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
      {people.length > 0 && mayAnywhere(viewer, 'exports.persons') && <ExportLinks address={addressOf(asked)} />}
    </LivePage>
  );
}

/** The women who are asked for, and what the page asks beside them. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const levels = ['commune', 'sub_association', 'group', 'affiliated'] as const;
  const place = await askForUnit(viewer, { permission: 'people.see', levels }, query.unit);
  const asked = { ...askedOf(query), unitId: place.id };
  const within = { ...asked, path: place.id === place.unit?.id ? place.unit?.path : undefined };
  const [list, skills] = await Promise.all([
    listCountedPeople(viewer, { ...within, after: oneOf(query.after) }),
    listPublishedSkills(),
  ]);
  return { asked, place: place.question, skills, ...list };
}

/** Writing somebody down, in the unit that is looked at; likely duplicates, and requests to other communes. */
function Actions({ viewer, unitId }: { viewer: Viewer; unitId: string | undefined }) {
  const t = useTranslations('people.list');
  return (
    <>
      <ButtonLink
        as={Link}
        href={unitId ? `${peoplePath}/new?unit=${unitId}` : `${peoplePath}/new`}
        variant="primary"
        icon="plus"
      >
        {t('add')}
      </ButtonLink>
      <ButtonLink as={Link} href={`${peoplePath}/duplicates`}>
        {t('duplicates')}
      </ButtonLink>
      {mayAnywhere(viewer, 'merging.ask') && (
        <ButtonLink as={Link} href={`${peoplePath}/requests`}>
          {t('requests')}
        </ButtonLink>
      )}
    </>
  );
}
