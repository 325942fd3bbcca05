import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { PacePanel } from '@/components/targets/pace-panel';
import { TargetFilter } from '@/components/targets/target-filter';
import { TargetForm } from '@/components/targets/target-form';
import { TargetLine } from '@/components/targets/target-line';
import { TargetTable } from '@/components/targets/target-table';
import { TargetSoFar } from '@/components/targets/targets-here';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import { today } from '@/domain/days/day';
import { isIndicator } from '@/domain/indicators/indicator';
import { listPublishedTargetIndicators, listTargets } from '@/domain/targets/queries';
import { dayOfYear, yearOf } from '@/domain/targets/target';
import { listUnitPaces } from '@/domain/targets/unit-pace-queries';
import { requireViewer } from '@/server/sign-in/session';
import { setTarget, withdrawTarget } from './actions';
import { type AskedTargets, askedOf, targetsAddress, targetsPath } from './address';

type Props = PageProps<'/admin/targets'>;

const SAID = ['set', 'withdrawn'] as const;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'coverage.see')) notFound();
  return { title: (await getTranslations('targets'))('title') };
}

/** What is asked for, and all that answers it; beyond her reach there is no page. */
async function load(query: Awaited<Props['searchParams']>) {
  const viewer = await requireViewer();
  const asked = askedOf(viewer, query);
  if (!asked) notFound();
  const code = asked.indicator;
  const isThisYear = asked.year === yearOf(today());
  const read = await keptFor(viewer, `targets ${JSON.stringify(asked)}`, () =>
    Promise.all([
      listTargets(viewer, asked),
      listPublishedTargetIndicators(dayOfYear(asked.year)),
      isThisYear && isIndicator(code)
        ? listUnitPaces(viewer, { unitId: asked.unitId, day: today(), codes: [code] })
        : [],
    ]),
  );
  const [list, indicators, paces] = read;
  const indicator = indicators.find(({ code }) => code === asked.indicator);
  const [target] = list?.targets ?? [];
  if (!list || !indicator || !target) notFound();
  return { read, viewer, asked, indicators, indicator, target, pace: paces[0] ?? null, ...list };
}

export default async function TargetsPage({ searchParams }: Props) {
  const query = await searchParams;
  const [t, loaded] = await Promise.all([getTranslations('targets'), load(query)]);
  const { viewer, asked, indicators, indicator, unit, target } = loaded;
  const said = SAID.find((each) => each === oneOf(query.said));
  const name = unit.level === 'province' ? t('all') : target.name;
  const hasCity = unit.level !== 'province' && mayForProvince(viewer, 'coverage.see');
  return (
    <LivePage of={loaded.read} as={JSON.stringify(query)}>
      {said && <Notice title={t(`done.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={await crumbsOf(asked, hasCity)} />}
        title={t('titleOf', { year: String(asked.year), name })}
        lead={t('lead')}
      />
      <TargetFilter action={targetsPath} asked={asked} indicators={indicators} locale={viewer.locale} />
      <p className="my-5 font-serif text-read">
        <TargetLine locale={viewer.locale} unit={indicator.unit} {...target} />
      </p>
      <Paced {...loaded} />
      <Setting {...loaded} name={unit.level === 'province' ? t('allInside') : target.name} />
      <Places {...loaded} />
    </LivePage>
  );
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** How fast the place comes to it this year, or why that is not worked out. */
function Paced({ viewer, asked, target, pace }: Loaded) {
  const t = useTranslations('targets');
  if (!isIndicator(asked.indicator) || target.value === null) return null;
  if (!pace?.pace) return null;
  const what = t(`what.${pace.code}`);
  const soFar = <TargetSoFar locale={viewer.locale} pace={pace.pace} what={what} />;
  return (
    <div className="mb-8 max-w-2xl">
      {pace.pace.whole === 1 ? (
        soFar
      ) : (
        <PacePanel
          locale={viewer.locale}
          pace={pace.pace}
          what={what}
          target={pace.pace.verdict.name !== 'silent' && soFar}
        />
      )}
    </div>
  );
}

/** The form, for those who may set the target of this place. */
function Setting({ viewer, indicator, target, voice, name }: Loaded & { name: string }) {
  if (!voice) return null;
  return (
    <div className="no-print mb-8 max-w-2xl">
      <TargetForm
        key={`${target.unitId} ${target.indicator} ${target.year} ${target.history.length}`}
        locale={viewer.locale}
        target={{ ...target, name }}
        unit={indicator.unit}
        voice={voice}
        set={setTarget}
        withdraw={withdrawTarget}
      />
    </div>
  );
}

/** The place itself and those right beneath it. */
function Places({ viewer, asked, indicator, targets }: Loaded) {
  const t = useTranslations('targets.list');
  const shown = asked.own ? targets.filter(({ history }) => history.length > 0) : targets;
  return (
    <section>
      <h2 className="mb-3">{t('title')}</h2>
      {shown.length > 0 ? (
        <TargetTable
          locale={viewer.locale}
          caption={t('title')}
          targets={shown}
          unit={indicator.unit}
          hrefOf={(unitId) => targetsAddress({ ...asked, unitId, own: false })}
        />
      ) : (
        <EmptyState icon="hexagon" title={t('ownNone')} />
      )}
    </section>
  );
}

/** The way here: coverage, and the list of the whole city where she may see it. */
async function crumbsOf({ indicator, year }: AskedTargets, hasCity: boolean) {
  const [t, coverage] = await Promise.all([getTranslations('targets'), getTranslations('coverage')]);
  return [
    { label: coverage('admin.title'), href: '/admin/coverage' },
    ...(hasCity ? [{ label: t('title'), href: targetsAddress({ indicator, year }) }] : []),
  ];
}
