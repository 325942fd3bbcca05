import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { QualificationMark } from '@/components/certificates/qualification-mark';
import { PageHead } from '@/components/layout/page-head';
import { PersonRecordView } from '@/components/people/person-record';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Notice } from '@/components/ui/notice';
import { may } from '@/domain/access/access';
import { listQualifications } from '@/domain/certificates/qualification-queries';
import { today } from '@/domain/day';
import { listKnownSkills } from '@/domain/people/skill-queries';
import { requireViewer } from '@/server/session';
import { addressOf } from '../../audit/asked';
import { seePhone } from '../actions';
import { peoplePath } from '../asked';
import { loadPerson } from './load';
import { Tabs } from './tabs';

type Props = PageProps<'/admin/people/[personId]'>;

const saids = [
  'recorded',
  'edited',
  'started',
  'ended',
  'moved',
  'appointed',
  'officeEnded',
  'networked',
  'left',
  'marked',
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadPerson((await params).personId)).name };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const [{ personId }, { said, shared }] = await Promise.all([params, searchParams]);
  const person = await loadPerson(personId);
  const viewer = await requireViewer();
  const [t, skills, qualifications] = await Promise.all([
    getTranslations('people'),
    listKnownSkills(viewer, person.id),
    listQualifications(viewer, person.id),
  ]);
  const done = saids.find((key) => key === said);
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: peoplePath }, { label: person.name }]}>
            {person.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={person.name}
        actions={
          <>
            {person.may.record && (
              <ButtonLink as={Link} href={`${peoplePath}/${person.id}/edit`} icon="pencil">
                {t('record.edit')}
              </ButtonLink>
            )}
            {may(viewer, 'audit.see', person.keeper.path) && (
              <ButtonLink as={Link} href={addressOf({ person: person.id, kind: 'looks' })} icon="history">
                {t('record.whoLooked')}
              </ButtonLink>
            )}
          </>
        }
      />
      {done && <Notice title={t(`said.${done}`)}>{shared === '1' && t('said.shared')}</Notice>}
      <Tabs personId={person.id} current="record" />
      <QualificationMark personId={person.id} qualifications={qualifications} today={today()} />
      <PersonRecordView person={person} skills={skills} seePhone={seePhone} />
    </>
  );
}
