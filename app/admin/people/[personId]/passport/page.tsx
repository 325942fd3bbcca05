import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { endInstructor, recogniseInstructor, renewInstructor } from '@/app/admin/certificates/actions';
import { LivePage } from '@/app/admin/live-page';
import { PassportView } from '@/components/certificates/passport-view';
import { QualificationPanel } from '@/components/certificates/qualification-panel';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { may } from '@/domain/access/access';
import { findPassport } from '@/domain/certificates/passport-queries';
import { listNeededSkills } from '@/domain/certificates/qualification-queries';
import { today } from '@/domain/days/day';
import { requireViewer } from '@/server/sign-in/session';
import { peoplePath } from '../../asked';
import { loadPerson } from '../load';
import { PartHead } from '../part-head';
import { Tabs } from '../tabs';

type Props = PageProps<'/admin/people/[personId]/passport'>;

const load = cache(async (personId: string) => (await findPassport(await requireViewer(), personId)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ person }, t] = await Promise.all([load((await params).personId), getTranslations('certificates.passport')]);
  return { title: t('of', { name: person.name }) };
}

export default async function PassportPage({ params, searchParams }: Props) {
  const [passport, viewer, { said }, t, { keeper, memberships }] = await Promise.all([
    load((await params).personId),
    requireViewer(),
    searchParams,
    getTranslations('certificates'),
    loadPerson((await params).personId),
  ]);
  const { person, qualifications } = passport;
  const here = [keeper.path, ...memberships.filter(({ to }) => to === null).map(({ path }) => path)];
  const qualifies = here.some((path) => may(viewer, 'certificates.qualify', path));
  const needed = await listNeededSkills(viewer, person.id);
  const done = (['recognised', 'renewed', 'ended'] as const).find((each) => each === said);
  return (
    <LivePage>
      {done && <Notice title={t(`said.${done}`)} />}
      <PartHead
        person={person}
        title={t('passport.of', { name: person.name })}
        step={t('passport.title')}
        lead={t('passport.lead')}
        actions={
          <a
            href={`${peoplePath}/${person.id}/passport/print`}
            className={buttonClass({ variant: 'primary' })}
            download
          >
            <Icon name="printer" />
            {t('passport.pdf')}
          </a>
        }
      />
      <div className="no-print">
        <Tabs personId={person.id} current="passport" />
      </div>
      <div className="grid items-start gap-9 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        <PassportView passport={passport} />
        <QualificationPanel
          personId={person.id}
          qualifications={qualifications}
          needed={needed}
          today={today()}
          actions={qualifies ? { recognise: recogniseInstructor, renew: renewInstructor, end: endInstructor } : null}
        />
      </div>
    </LivePage>
  );
}
