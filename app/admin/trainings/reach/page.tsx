import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { PriorityForm } from '@/components/outcomes/priority-form';
import { TaughtTable } from '@/components/outcomes/taught-table';
import { TrainingParts } from '@/components/trainings/planning/training-parts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { PlainSelectField } from '@/components/ui/forms/plain-fields';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { FilterBar, FilterDate, FilterSelect } from '@/components/ui/tables/filter-bar';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import { mayAnywhere } from '@/domain/access/access';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import { monthStart, today } from '@/domain/days/day';
import { type TaughtFilter, taughtBy } from '@/domain/outcomes/taught';
import { findTaught } from '@/domain/outcomes/taught-queries';
import { type CourseChoice, listCourses } from '@/domain/trainings/form-queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
import { trainingsPath } from '../asked';
import { trainingParts } from '../parts';
import { countPriorityGroups } from './actions';
import { addressOf, askedOf, taughtPath } from './asked';

type Props = PageProps<'/admin/trainings/reach'>;

/** The year in which the campaign began. */
const FIRST_YEAR = 2025;

async function viewerWhoSees() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'outcomes.see-taught') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await viewerWhoSees();
  return { title: (await getTranslations('outcomes.taught'))('title') };
}

export default async function TaughtPage({ searchParams }: Props) {
  const viewer = await viewerWhoSees();
  const query = await searchParams;
  const place = await askForUnit(viewer, { permission: 'outcomes.see-taught', levels: ['commune'] }, query.commune);
  const asked = { ...askedOf(query), communeId: place.id };
  const [t, words, taught, courses] = await Promise.all([
    getTranslations('outcomes.taught'),
    getTranslations('trainings.admin'),
    findTaught(viewer, asked),
    listCourses(viewer),
  ]);
  const found = taught ?? notFound();
  const { sessions, hours, attendances, people, demo } = found.total;
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: words('title'), href: trainingsPath }, { label: t('title') }]}>
            {demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={t('title')}
        lead={t('lead')}
      />
      <TrainingParts current="taught" offered={trainingParts(viewer)} />
      <Filters asked={asked} typed={query} place={place.question} courses={courses} />
      {found.rows.length > 0 ? (
        <>
          <p className="mt-5 font-semibold">{t('totalSentence', { sessions, hours, attendances, people })}</p>
          <p className="mb-4 max-w-[48em] text-ink-2 text-sm">{t('peopleHint')}</p>
          <TaughtTable taught={found} by={asked.by} />
          <ExportLinks address={addressOf(asked)} />
        </>
      ) : (
        <div className="mt-6">
          <EmptyState icon="calendar" title={t('empty')}>
            {t('emptyHint')}
          </EmptyState>
        </div>
      )}
      {mayAnywhere(viewer, 'sensitive.see') && (
        <Panel title={t('priority.title')} className="mt-10">
          <Words of={['outcomes.taught.priority', 'consents.sensitive.groups']}>
            <PriorityForm years={yearsUntilLastMonth()} groups={priorityGroups} action={countPriorityGroups} />
          </Words>
        </Panel>
      )}
    </LivePage>
  );
}

/** The latest first; what is counted ends with the last month. */
function yearsUntilLastMonth(): string[] {
  const last = Number(monthStart(today(), -1).slice(0, 4));
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, at) => String(last - at));
}

type FiltersProps = {
  asked: TaughtFilter;
  /** what the address says */
  typed: Awaited<Props['searchParams']>;
  place: UnitQuestion;
  courses: CourseChoice[];
};

function Filters({ asked, typed, place, courses }: FiltersProps) {
  const t = useTranslations('outcomes.taught');
  return (
    <FilterBar action={taughtPath} label={t('filter')}>
      <PlainSelectField
        id="filter-by"
        name="by"
        label={t('by')}
        options={taughtBy.map((value) => ({ value, label: t(`byOf.${value}`) }))}
        defaultValue={asked.by}
      />
      <UnitFilter name="commune" label={t('commune')} question={place} />
      <FilterSelect
        name="course"
        label={t('course')}
        value={asked.courseId}
        options={courses.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <FilterDate name="from" label={t('from')} typed={typed.from} day={asked.from} />
      <FilterDate name="to" label={t('to')} typed={typed.to} day={asked.to} />
    </FilterBar>
  );
}
