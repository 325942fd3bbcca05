import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { NextTrainingCard } from '@/components/coverage/next-trainings/next-training-card';
import { ReplayNote } from '@/components/coverage/next-trainings/replay-note';
import { SilentCommunes } from '@/components/coverage/next-trainings/silent-communes';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { FoldedPart } from '@/components/ui/panels/fold';
import { FilterBar, FilterChips, FilterSelect } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { coverageLevels } from '@/domain/coverage/coverage';
import { listNextTrainings, type NextTrainings } from '@/domain/coverage/next-trainings/queries';
import { mayLookAhead } from '@/domain/coverage/next-trainings/reach';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../../trainings/asked';
import { type AskedNext, addressOf, askedOf, nextPath } from './asked';

async function load(): Promise<Viewer> {
  const viewer = await requireViewer();
  return mayLookAhead(viewer) ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('next-trainings'))('title') };
}

/** Where a class should be held next, each place with its reasons and with the form of one session for the units that are ticked. */
export default async function NextTrainingsPage({ searchParams }: PageProps<'/admin/coverage/next-trainings'>) {
  const [viewer, query, t] = await Promise.all([load(), searchParams, getTranslations('next-trainings')]);
  const asked = askedOf(query);
  const read = () => listNextTrainings(viewer, asked);
  const next = (await keptFor(viewer, `next trainings ${JSON.stringify(asked)}`, read)) ?? notFound();
  const above = mayAnywhere(viewer, 'coverage.see')
    ? { label: (await getTranslations('coverage'))('admin.title'), href: '/admin/coverage' }
    : { label: (await getTranslations('trainings'))('admin.title'), href: trainingsPath };
  return (
    <LivePage of={next} as={JSON.stringify(asked)}>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[above, { label: t('title') }]} />}
        title={t('title')}
        lead={t(mayAnywhere(viewer, 'trainings.propose') ? 'lead' : 'leadToRead')}
      />
      <NextFilter asked={asked} next={next} />
      <ReplayNote replay={next.replay} />
      {next.offered.length === 0 ? (
        <NothingNext narrowed={addressOf(asked) !== nextPath} />
      ) : (
        <ol className="mt-6 grid gap-6">
          {next.offered.map((offered) => (
            <li key={offered.place.communeId} className="min-w-0">
              <NextTrainingCard
                locale={viewer.locale}
                offered={offered}
                level={asked.level}
                seesCoverage={mayAnywhere(viewer, 'coverage.see')}
                mayCall={mayAnywhere(viewer, 'trainings.call')}
              />
            </li>
          ))}
        </ol>
      )}
      <Pager
        as={Link}
        previous={asked.after ? addressOf({ ...asked, after: undefined }) : null}
        next={next.after ? addressOf({ ...asked, after: next.after }) : null}
      />
      {next.silent.length > 0 && <SilentCommunes communes={next.silent} />}
    </LivePage>
  );
}

/** Narrows the list by level, course and commune; what it is narrowed to stands below. */
function NextFilter({ asked, next: { communes, courses, count } }: { asked: AskedNext; next: NextTrainings }) {
  const t = useTranslations('next-trainings.filter');
  const coverage = useTranslations('coverage');
  const chosen = communes.filter(({ communeId }) => asked.communeIds.includes(communeId));
  const others = (communeId: string) => asked.communeIds.filter((id) => id !== communeId);
  const course = courses.find(({ id }) => id === asked.courseId);
  const narrowed = { ...asked, after: undefined };
  const chips = [
    { label: asked.level && coverage(`levels.${asked.level}`), without: addressOf({ ...narrowed, level: undefined }) },
    { label: course?.title, without: addressOf({ ...narrowed, courseId: undefined }) },
    ...chosen.map(({ name, communeId }) => ({
      label: name,
      without: addressOf({ ...narrowed, communeIds: others(communeId) }),
    })),
  ].flatMap(({ label, without }) => (label ? [{ label, without }] : []));
  return (
    <div className="mb-5">
      <FoldedPart summary={t('open')} className="no-print" open={chips.length > 0}>
        <FilterBar action={nextPath} label={t('label')}>
          <FilterSelect
            name="level"
            label={t('level')}
            value={asked.level}
            options={coverageLevels.map((level) => ({ value: level, label: coverage(`levels.${level}`) }))}
          />
          <FilterSelect
            name="course"
            label={t('course')}
            value={course?.id}
            options={courses.map(({ id, title }) => ({ value: id, label: title }))}
          />
          {communes.length > 1 && <CommuneFields chosen={chosen} communes={communes} />}
        </FilterBar>
      </FoldedPart>
      <FilterChips as={Link} found={t('found', { count })} chips={chips} />
    </div>
  );
}

type CommunesProps = { chosen: NextTrainings['communes']; communes: NextTrainings['communes'] };

/** One commune is chosen; several, which were ticked in a table, stay and are dropped one by one. */
function CommuneFields({ chosen, communes }: CommunesProps) {
  const t = useTranslations('next-trainings.filter');
  if (chosen.length > 1)
    return chosen.map(({ communeId }) => <input key={communeId} type="hidden" name="commune" value={communeId} />);
  return (
    <FilterSelect
      name="commune"
      label={t('commune')}
      value={chosen[0]?.communeId}
      options={communes.map(({ communeId, name }) => ({ value: communeId, label: name }))}
    />
  );
}

function NothingNext({ narrowed }: { narrowed: boolean }) {
  const t = useTranslations('next-trainings.none');
  return (
    <EmptyState
      icon="calendar"
      title={t('title')}
      action={
        narrowed && (
          <ButtonLink as={Link} href={nextPath}>
            {t('clear')}
          </ButtonLink>
        )
      }
    >
      {t('text')}
    </EmptyState>
  );
}
