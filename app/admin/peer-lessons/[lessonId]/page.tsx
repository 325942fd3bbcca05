import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { askForUnit } from '@/app/admin/units/question';
import { PageHead } from '@/components/layout/page-head';
import { EditLesson, TakeBackLesson } from '@/components/peer-lessons/edit-lesson';
import { LessonFacts } from '@/components/peer-lessons/lesson-facts';
import { SaidLesson } from '@/components/peer-lessons/said-lesson';
import { topicName } from '@/components/peer-lessons/topic-name';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { listPublishedTopics, listWomenNear } from '@/domain/peer-lessons/choice-queries';
import { countMonth } from '@/domain/peer-lessons/figure-queries';
import type { PeerLesson } from '@/domain/peer-lessons/peer-lesson';
import { findPeerLesson } from '@/domain/peer-lessons/queries';
import { tellApart } from '@/domain/people/namesakes/namesake-queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { correctPeerLesson, takeBackPeerLesson } from '../actions';
import { lessonsPath } from '../asked';

type Props = PageProps<'/admin/peer-lessons/[lessonId]'>;

const load = cache(async (lessonId: string) => {
  const viewer = await requireViewer();
  const lesson = await findPeerLesson(viewer, lessonId);
  return lesson ? { viewer, lesson } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { viewer, lesson } = await load((await params).lessonId);
  return { title: `${topicName(viewer.locale, lesson.topic)}, ${formatDay(viewer.locale, lesson.day)}` };
}

const SAID = ['corrected', 'taken-back'] as const;

/** One lesson: what is on record of it, and for whoever may, its correction. */
export default async function LessonPage({ params, searchParams }: Props) {
  const [{ viewer, lesson }, query] = await Promise.all([load((await params).lessonId), searchParams]);
  const said = SAID.find((each) => each === oneOf(query.said));
  const [t, month] = await Promise.all([
    getTranslations('peer-lessons'),
    said ? countMonth(viewer, lesson.unit.id) : null,
  ]);
  const title = topicName(viewer.locale, lesson.topic);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: lessonsPath }, { label: title }]}>
            {lesson.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={title}
      />
      {said && month && <SaidLesson said={said} month={month} action={takeBackPeerLesson} />}
      <LessonFacts lesson={lesson} />
      {lesson.own && !lesson.takenBackAt && <Correct viewer={viewer} lesson={lesson} />}
    </LivePage>
  );
}

async function Correct({ viewer, lesson }: { viewer: Viewer; lesson: PeerLesson }) {
  const scope = {
    permission: 'peer-lessons.record' as const,
    levels: ['commune' as const, 'sub_association' as const, 'group' as const],
  };
  const [topics, near, { question }] = await Promise.all([
    listPublishedTopics(),
    listWomenNear(viewer, lesson.unit.id),
    askForUnit(viewer, scope, lesson.unit.id),
  ]);
  const { teacher, learners } = lesson;
  const noted = [...learners, ...(teacher ? [teacher] : [])];
  const apart = await tellApart(viewer, [...noted, ...near.women]);
  const named = <Woman extends { id: string; name: string | null }>(woman: Woman) => ({
    ...woman,
    name: apart.get(woman.id) ?? woman.name,
  });
  return (
    <div className="mt-9 grid gap-9">
      <EditLesson
        action={correctPeerLesson}
        lesson={{ ...lesson, teacher: teacher && named(teacher), learners: learners.map(named) }}
        topics={topics}
        near={near}
        place={question}
        today={today()}
        leave={lessonsPath}
      />
      <TakeBackLesson action={takeBackPeerLesson} lessonId={lesson.id} />
    </div>
  );
}
