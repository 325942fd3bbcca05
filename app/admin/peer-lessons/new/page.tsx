import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { askForUnit } from '@/app/admin/units/question';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { NoteForm } from '@/components/peer-lessons/note-form';
import { SaidLesson } from '@/components/peer-lessons/said-lesson';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { listPublishedTopics, listWomenNear } from '@/domain/peer-lessons/choice-queries';
import { countMonth } from '@/domain/peer-lessons/figure-queries';
import type { UnitChoice } from '@/domain/units/choice/choice';
import { requireViewer } from '@/server/sign-in/session';
import { notePeerLesson, takeBackPeerLesson } from '../actions';
import { lessonsPath } from '../asked';

type Props = PageProps<'/admin/peer-lessons/new'>;

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'peer-lessons.record') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('peer-lessons'))('form.title') };
}

const levels = ['commune', 'sub_association', 'group'] as const;
const SAID = ['noted', 'taken-back'] as const;

/** Where, if there is more than one place; then a lesson in three taps. What was just noted stands above. */
export default async function NoteLessonPage({ searchParams }: Props) {
  const viewer = await load();
  const query = await searchParams;
  // her own place answers by itself; of the whole city none does
  const own = ({ id }: UnitChoice) => viewer.grants.some(({ unitId }) => unitId === id);
  const scope = { permission: 'peer-lessons.record' as const, levels: [...levels] };
  const [t, { question, unit }] = await Promise.all([
    getTranslations('peer-lessons'),
    askForUnit(viewer, scope, query.unit, own),
  ]);
  const said = SAID.find((each) => each === oneOf(query.said));
  const title = t('form.title');
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: lessonsPath }, { label: title }]} />}
        title={title}
        lead={t('form.lead')}
      />
      {said && unit && <Said viewer={viewer} said={said} unitId={unit.id} lesson={oneOf(query.lesson)} />}
      <UnitChooser action={`${lessonsPath}/new`} name="unit" label={t('form.place')} question={question} />
      {unit && <NoteHere viewer={viewer} unitId={unit.id} />}
    </LivePage>
  );
}

async function NoteHere({ viewer, unitId }: { viewer: Viewer; unitId: string }) {
  const [topics, near] = await Promise.all([listPublishedTopics(), listWomenNear(viewer, unitId)]);
  return (
    <Words of={['peer-lessons.form']}>
      <NoteForm
        action={notePeerLesson}
        lessonId={randomUUID()}
        unitId={unitId}
        topics={topics}
        near={near}
        today={today()}
      />
    </Words>
  );
}

type SaidProps = { viewer: Viewer; said: (typeof SAID)[number]; unitId: string; lesson: string | undefined };

async function Said({ viewer, said, unitId, lesson }: SaidProps) {
  const month = await countMonth(viewer, unitId);
  if (!month) return null;
  const lessonId = said === 'noted' && lesson && isId(lesson) ? lesson : undefined;
  return <SaidLesson said={said} month={month} lessonId={lessonId} action={takeBackPeerLesson} />;
}
