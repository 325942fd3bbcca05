import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { PaperEntry } from '@/components/attendance/paper-entry';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { findRegister } from '@/domain/attendance/register/register-queries';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../../../asked';
import { recordPaper } from '../actions';

type Props = PageProps<'/admin/trainings/[sessionId]/attendance/paper'>;

const load = cache(async (sessionId: string) => {
  const register = await findRegister(await requireViewer(), sessionId, 'attendance.take');
  return register?.session.rights.type ? register : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ session }, t] = await Promise.all([load((await params).sessionId), getTranslations('attendance.paper')]);
  return { title: `${t('title')}: ${session.title}` };
}

export default async function PaperPage({ params }: Props) {
  const [{ session, lines }, t, register, trainings] = await Promise.all([
    load((await params).sessionId),
    getTranslations('attendance.paper'),
    getTranslations('attendance.register'),
    getTranslations('trainings.admin'),
  ]);
  const record = `${trainingsPath}/${session.id}`;
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: trainings('title'), href: trainingsPath },
              { label: session.title, href: record },
              { label: register('title'), href: `${record}/attendance` },
              { label: t('title') },
            ]}
          >
            {session.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={t('title')}
        lead={t('lead')}
      />
      <Words of={['attendance.paper', 'attendance.register.marksInSentence']}>
        <PaperEntry sessionId={session.id} lines={lines.map(({ no, name }) => ({ no, name }))} action={recordPaper} />
      </Words>
    </LivePage>
  );
}
