import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { LessonTable } from '@/components/peer-lessons/lesson-table';
import { topicName } from '@/components/peer-lessons/topic-name';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterChips, FilterSelect } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { isToBeAsked, type UnitQuestion } from '@/components/units/choice/unit-option';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { monthStart, today } from '@/domain/days/day';
import { listPublishedTopics } from '@/domain/peer-lessons/choice-queries';
import { countPeerLessons } from '@/domain/peer-lessons/figure-queries';
import type { LessonTopic } from '@/domain/peer-lessons/peer-lesson';
import { type LessonPage, listPeerLessons } from '@/domain/peer-lessons/queries';
import { formatMonth, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../units/question';
import { type AskedLessons, addressOf, askedOf, lessonsPath } from './asked';
import { SavedMonths } from './saved-months';

type Props = PageProps<'/admin/peer-lessons'>;

const MONTHS_OFFERED = 12;
const permission = 'peer-lessons.see' as const;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), permission)) notFound();
  return { title: (await getTranslations('peer-lessons'))('title') };
}

/** Every lesson within her reach, with the sums of what is asked for and the months of the place. */
export default async function PeerLessonsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, permission)) notFound();
  const query = await searchParams;
  const read = await keptFor(viewer, `lessons ${JSON.stringify(query)}`, () => readAll(viewer, query));
  const { asked, topics, commune, sub, lessons, sums, next, months } = read;
  const t = await getTranslations('peer-lessons');
  return (
    <LivePage of={read}>
      <PageHead
        above={lessons.some(({ demo }) => demo) && <DemoMark />}
        title={t('title')}
        lead={t('lead')}
        actions={
          mayAnywhere(viewer, 'peer-lessons.record') && (
            <ButtonLink as={Link} href={`${lessonsPath}/new`} variant="primary" icon="plus">
              {t('note')}
            </ButtonLink>
          )
        }
      />
      <Filters locale={viewer.locale} asked={asked} topics={topics} commune={commune} sub={sub} sums={sums} />
      {lessons.length > 0 ? (
        <LessonTable lessons={lessons} within={Boolean(commune.chosen) || !isToBeAsked(commune)} />
      ) : (
        <NoLessons narrowed={Object.values(asked).some(Boolean)} />
      )}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
      {lessons.length > 0 && <ExportLinks address={addressOf(asked)} />}
      {months && (
        <div className="mt-10">
          <SavedMonths locale={viewer.locale} months={months} place={(sub.chosen ?? commune.chosen)?.label} />
        </div>
      )}
    </LivePage>
  );
}

/** The lessons that are asked for, and what the page asks and tells beside them. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const commune = await askForUnit(viewer, { permission, levels: ['commune'] }, query.commune);
  const within = commune.unit?.id;
  const sub = await askForUnit(viewer, { permission, levels: ['sub_association'], within }, query.unit);
  const asked = { ...askedOf(query), communeId: commune.id, subAssociationId: sub.id };
  const place = asked.subAssociationId ?? within ?? viewer.grants[0]?.unitId;
  const [topics, page, months] = await Promise.all([
    listPublishedTopics(),
    listPeerLessons(viewer, known({ ...asked, after: oneOf(query.after) })),
    place ? countPeerLessons(viewer, { unitId: place }) : null,
  ]);
  return { asked, topics, commune: commune.question, sub: sub.question, months, ...page };
}

type FilterProps = {
  locale: Locale;
  asked: AskedLessons;
  topics: readonly LessonTopic[];
  commune: UnitQuestion;
  sub: UnitQuestion;
  sums: LessonPage['sums'];
};

function Filters({ locale, asked, topics, commune, sub, sums }: FilterProps) {
  const t = useTranslations('peer-lessons.list');
  const topic = topics.find(({ id }) => id === asked.topicId);
  const months = Array.from({ length: MONTHS_OFFERED }, (_, at) => monthStart(today(), -at));
  const chips = [
    {
      label: asked.communeId && commune.chosen?.label,
      without: addressOf({ ...asked, communeId: undefined, subAssociationId: undefined }),
    },
    {
      label: asked.subAssociationId && sub.chosen?.label,
      without: addressOf({ ...asked, subAssociationId: undefined }),
    },
    { label: topic && topicName(locale, topic), without: addressOf({ ...asked, topicId: undefined }) },
    { label: asked.month && formatMonth(locale, asked.month), without: addressOf({ ...asked, month: undefined }) },
  ];
  const { lessons, minutes, women } = sums;
  const found = t('found', {
    lessons,
    minutes: formatNumber(locale, minutes),
    women: formatNumber(locale, women),
  });
  return (
    <>
      <FilterBar action={lessonsPath} label={t('label')}>
        <UnitFilter name="commune" label={t('commune')} question={commune} />
        <UnitFilter name="unit" label={t('unit')} question={sub} />
        <FilterSelect
          name="topic"
          label={t('topic')}
          value={asked.topicId}
          options={topics.map((each) => ({ value: each.id, label: topicName(locale, each) }))}
        />
        <FilterSelect
          name="month"
          label={t('month')}
          value={asked.month?.slice(0, 7)}
          options={months.map((day) => ({ value: day.slice(0, 7), label: formatMonth(locale, day) }))}
        />
      </FilterBar>
      <FilterChips
        as={Link}
        found={found}
        chips={chips.flatMap(({ label, without }) => (label ? [{ label, without }] : []))}
      />
    </>
  );
}

function NoLessons({ narrowed }: { narrowed: boolean }) {
  const t = useTranslations('peer-lessons.list');
  return <EmptyState title={t(narrowed ? 'nothing' : 'empty')}>{t(narrowed ? 'nothingHint' : 'emptyHint')}</EmptyState>;
}
