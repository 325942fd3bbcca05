import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { OfficerList } from '@/components/units/officer-list';
import { ChangeLinks } from '@/components/units/restructuring/change-links';
import { CodeForm } from '@/components/units/restructuring/code-form';
import { UnitHistory, UnitName } from '@/components/units/unit-history';
import { LevelName, UnitState } from '@/components/units/unit-table';
import { isDay, today } from '@/domain/days/day';
import { listOfficers } from '@/domain/units/record-queries';
import { changeKinds } from '@/domain/units/restructuring/change';
import type { UnitRecord } from '@/domain/units/tree';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { doneOf } from '../../coverage/[communeId]/asked';
import { Moved } from '../../coverage/moved';
import { giveUnitCode } from '../actions';
import { unitsPath } from '../asked';
import { Figures } from './figures';
import { besideUnit, loadUnit } from './load';
import { Reception } from './reception';
import { RecordKeeping } from './record-keeping';
import { Section } from './section';
import { Lessons, Models, Pairs, Sessions, SubUnits } from './short-lists';
import { UnitCoverage } from './unit-coverage';

type Props = PageProps<'/admin/units/[unitId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadUnit((await params).unitId)).name };
}

const SAID = [...changeKinds, 'code', 'declared', 'ceased', 'reception', 'undone', 'withdrawn'] as const;

/** Everything about one unit: who leads it, what it has, what it lacks, what it was. */
export default async function UnitPage({ params, searchParams }: Props) {
  const [{ unitId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const { said, from } = query;
  const [t, unit] = await Promise.all([getTranslations('units'), loadUnit(unitId)]);
  const done = SAID.find((each) => each === said);
  const mended = doneOf(query);
  return (
    // what was just done is drawn by itself
    <LivePage of={Object.keys(query).length > 0 ? undefined : unit}>
      <PageHead
        above={<Way unit={unit} />}
        title={unit.name}
        lead={<Lead unit={unit} />}
        actions={
          (unit.may.change || unit.may.found) && (
            // on a phone what she came for lies further down: a touch leads there
            <ButtonLink href="#change" icon="pencil" className="2xl:hidden">
              {t('record.change')}
            </ButtonLink>
          )
        }
      />
      {done && <Said done={done} from={from} locale={viewer.locale} />}
      {mended && <Moved {...mended} fromUnit={unitId} />}
      <Closed unit={unit} />
      <Figures unit={unit} />
      <div className="grid items-start gap-x-8 gap-y-10 2xl:grid-cols-[minmax(0,1fr)_384px]">
        <div className="min-w-0">
          <UnitCoverage unit={unit} />
          <Officers unit={unit} />
        </div>
        <div className="grid min-w-0 gap-6">
          <ChangeLinks unit={unit} />
          {unit.may.code && <CodeForm action={giveUnitCode} unit={unit} />}
          <RecordKeeping unit={unit} />
          <Reception unit={unit} />
        </div>
      </div>
      <SubUnits unit={unit} />
      <Models unit={unit} />
      <Pairs unit={unit} />
      <Lessons unit={unit} />
      <Sessions unit={unit} />
      <Section title={t('record.history')}>
        <UnitHistory unit={unit} />
      </Section>
    </LivePage>
  );
}

type SaidProps = { done: (typeof SAID)[number]; from: string | string[] | undefined; locale: Locale };

/** A change of a coming day is announced, every other one is done. */
function Said({ done, from, locale }: SaidProps) {
  const t = useTranslations('units.said');
  const ahead = typeof from === 'string' && isDay(from) && from > today() ? from : null;
  return <Notice title={ahead ? t('announced', { day: formatDay(locale, ahead) }) : t(done)} />;
}

/* The parts ask for themselves, all at one time: what the database is asked together it answers together. */

async function Officers({ unit }: { unit: UnitRecord }) {
  if (!unit.may.people) return null;
  const [t, officers] = await Promise.all([
    getTranslations('units.record'),
    besideUnit(unit, 'officers', (viewer) => listOfficers(viewer, unit.id)),
  ]);
  return (
    <Section title={t('officers')}>
      <OfficerList officers={officers} />
    </Section>
  );
}

async function Way({ unit }: { unit: UnitRecord }) {
  const t = await getTranslations('units');
  const crumbs = [
    { label: t('title'), href: unitsPath },
    ...unit.above.map(({ unitId, name }) => ({ label: name, href: `${unitsPath}/${unitId}` })),
    { label: unit.name },
  ];
  return (
    <Breadcrumbs as={Link} crumbs={crumbs}>
      {unit.demo && <DemoMark />}
    </Breadcrumbs>
  );
}

async function Lead({ unit }: { unit: UnitRecord }) {
  const t = await getTranslations('units.record');
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <LevelName level={unit.level} kind={unit.kind} />
      {unit.code && <span>{t('code', { code: unit.code })}</span>}
      {!unit.code && unit.level === 'commune' && <span>{t('noCode')}</span>}
      <UnitState opened={unit.opened} closed={unit.closed} today={today()} />
    </span>
  );
}

/** A unit that is no more, or about to be, says where what belonged to it is now. */
async function Closed({ unit }: { unit: UnitRecord }) {
  const [t, viewer] = await Promise.all([getTranslations('units.record'), requireViewer()]);
  if (!unit.closed) return null;
  const [words, leads] =
    unit.closed <= today() ? (['closedNotice', 'leadsTo'] as const) : (['closingNotice', 'willLeadTo'] as const);
  return (
    <Notice tone="information" title={t(words, { day: formatDay(viewer.locale, unit.closed) })}>
      {unit.into.length > 0 && (
        <>
          {t(leads)}{' '}
          {unit.into.map(({ unit: successor }, at) => (
            <span key={successor.unitId}>
              {at > 0 && ', '}
              <UnitName unit={successor} />
            </span>
          ))}
        </>
      )}
    </Notice>
  );
}
