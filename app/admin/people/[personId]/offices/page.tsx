import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { AppointForm, EndOfficeForm, TermForm } from '@/components/people/memberships/office-forms';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { today } from '@/domain/days/day';
import { listTerms } from '@/domain/people/choice-queries';
import { requireViewer } from '@/server/sign-in/session';
import { appoint, endOffice, openTerm } from '../../actions';
import { loadPerson } from '../load';
import { PartHead } from '../part-head';
import { unitsAround } from '../units-around';

type Props = PageProps<'/admin/people/[personId]/offices'>;

/** A viewer who may read the record but not change this part finds no such page. */
async function load({ params }: Props) {
  const person = await loadPerson((await params).personId);
  return person.may.appoint ? person : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name } = await load(props);
  return { title: (await getTranslations('people.offices'))('title', { name }) };
}

export default async function OfficesPage(props: Props) {
  const [person, viewer, { said }] = await Promise.all([load(props), requireViewer(), props.searchParams]);
  const [t, units] = await Promise.all([getTranslations('people'), unitsAround(viewer, person, 'people.appoint')]);
  const committees = units.filter(({ level }) => level === 'province' || level === 'commune');
  const terms = await listTerms(
    viewer,
    committees.map(({ id }) => id),
  );
  const form = { personId: person.id, today: today() };
  return (
    <LivePage>
      <PartHead person={person} title={t('offices.title', { name: person.name })} step={t('record.offices')} />
      {said === 'termOpened' && <Notice title={t('said.termOpened')} />}
      <div className="grid max-w-4xl items-start gap-6 lg:grid-cols-2">
        <Panel title={t('offices.appointTitle')} grid>
          <AppointForm action={appoint} {...form} units={units} terms={terms} />
        </Panel>
        {person.offices
          .filter(({ may }) => may.end)
          .map((office) => (
            <Panel key={office.id} title={t('record.at', { what: t(`office.${office.title}`), unit: office.unitName })}>
              <EndOfficeForm action={endOffice} {...form} office={office} />
            </Panel>
          ))}
        {committees.length > 0 && (
          <Panel title={t('offices.termTitle')}>
            <TermForm
              action={openTerm}
              {...form}
              units={committees.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Panel>
        )}
      </div>
    </LivePage>
  );
}
