import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { PersonRecordView } from '@/components/people/person-record';
import { PersonSummary } from '@/components/people/person-summary';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { may } from '@/domain/access/access';
import type { Day } from '@/domain/days/day';
import type { PersonRecord } from '@/domain/people/record';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { addressOf } from '../../audit/asked';
import { seePhone } from '../actions';
import { peoplePath } from '../asked';
import { loadRecord } from './load';
import { TabsOf } from './tabs';
import { UnitCoverage } from './unit-coverage';

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
  return { title: (await loadRecord((await params).personId)).person.name };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const [{ personId }, { said, shared, late, moved }] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer();
  const [record, t] = await Promise.all([loadRecord(personId), getTranslations('people')]);
  const { person, skills, around } = record;
  const done = saids.find((key) => key === said);
  return (
    <LivePage of={done ? undefined : record}>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: peoplePath }, { label: person.name }]}>
            {person.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={person.name}
      />
      {done && (
        <Notice title={t(`said.${done}`)}>
          {shared === '1' && <p>{t('said.shared')}</p>}
          {late === '1' && <p>{t('said.late')}</p>}
        </Notice>
      )}
      {done === 'recorded' && may(viewer, 'consents.record', person.keeper.path) && (
        <Notice
          tone="information"
          title={t('said.askConsents')}
          action={<Link href={`${peoplePath}/${person.id}/consents/sheet`}>{t('said.askConsentsDo')}</Link>}
        />
      )}
      {person.diedOn && <Died person={person} day={person.diedOn} />}
      <UnitCoverage person={person} done={done} word={moved} />
      <div className="flex flex-wrap items-start justify-between gap-x-8">
        <PersonSummary person={person} around={around} />
        <Actions person={person} />
      </div>
      <TabsOf person={person} current="record" />
      <PersonRecordView person={person} skills={skills} around={around} seePhone={seePhone} />
    </LivePage>
  );
}

/** She has died: the day, and where whoever may takes that back. */
async function Died({ person, day }: { person: PersonRecord; day: Day }) {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('people')]);
  const way = may(viewer, 'merging.hand-over', person.keeper.path) && (
    <Link href={`${peoplePath}/${person.id}/death`}>{t('record.diedSee')}</Link>
  );
  return (
    <Notice tone="information" title={t('record.diedTitle', { day: formatDay(viewer.locale, day) })} action={way}>
      <p>{t('record.diedText')}</p>
    </Notice>
  );
}

/** The actions on a record as a whole. */
async function Actions({ person }: { person: PersonRecord }) {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('people.record')]);
  const looks = may(viewer, 'audit.see', person.keeper.path);
  if (!person.may.record && !looks) return null;
  return (
    <div className="mb-4 flex flex-wrap gap-2.5">
      {person.may.record && (
        <ButtonLink as={Link} href={`${peoplePath}/${person.id}/edit`} compact icon="pencil">
          {t('edit')}
        </ButtonLink>
      )}
      {looks && (
        <ButtonLink as={Link} href={addressOf({ person: person.id, kind: 'looks' })} compact icon="history">
          {t('whoLooked')}
        </ButtonLink>
      )}
    </div>
  );
}
