import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { known } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { BandPanel } from '@/components/spot-checks/band-panel';
import { CheckList } from '@/components/spot-checks/check-list';
import { DrawMethod, RoundDeeds } from '@/components/spot-checks/round-parts';
import { RoundBadge } from '@/components/spot-checks/round-table';
import { StrataTable } from '@/components/spot-checks/strata-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { FilterBar, FilterSelect } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { mayForProvince } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { dayOf } from '@/domain/days/day';
import { bandOf, isCompleteEnough } from '@/domain/spot-checks/band';
import { listChecksOfRound, roundFilters } from '@/domain/spot-checks/check-queries';
import { lastSeenOn } from '@/domain/spot-checks/round';
import { findSpotRound } from '@/domain/spot-checks/round-queries';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { closeSpotRound, drawSpotRound, withdrawSpotRound } from '../actions';
import { askedChecks, roundAddress, saidOf, spotChecksPath } from '../asked';

type Props = PageProps<'/admin/spot-checks/[roundId]'>;
type Asked = ReturnType<typeof askedChecks>;

const load = cache(async (roundId: string, filter: Asked['filter'], after: Asked['after']) => {
  const viewer = await requireViewer();
  const name = `round ${roundId} ${JSON.stringify([filter, after])}`;
  const read = await keptFor(viewer, name, () => readRound(viewer, roundId, { filter, after }));
  return read ? { viewer, read } : notFound();
});

async function loadAsked({ params, searchParams }: Props) {
  const [{ roundId }, query] = await Promise.all([params, searchParams]);
  const { filter, after } = askedChecks(query);
  return load(roundId, filter, after);
}

/** The round, and those of its checks that are asked for. */
async function readRound(viewer: Viewer, roundId: string, asked: Asked) {
  const [round, page] = await Promise.all([findSpotRound(viewer, roundId), listChecksOfRound(viewer, roundId, asked)]);
  return round && { round, page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ viewer, read }, t] = await Promise.all([loadAsked(props), getTranslations('spot-checks')]);
  return { title: `${t('title')}: ${t('round', { day: formatDay(viewer.locale, read.round.countedOn) })}` };
}

type Round = NonNullable<Awaited<ReturnType<typeof findSpotRound>>>;

/** One round: how far it has come, stratum by stratum, each check, and how it was drawn. */
export default async function SpotRoundPage(props: Props) {
  const [{ viewer, read }, query, t] = await Promise.all([
    loadAsked(props),
    props.searchParams,
    getTranslations('spot-checks'),
  ]);
  const { round, page } = read;
  const said = saidOf(query);
  const { locale } = viewer;
  const sum = (of: 'drawn' | 'answered') => round.tallies.reduce((total, each) => total + each[of], 0);
  return (
    <LivePage of={said ? undefined : read}>
      {said && <Notice title={t(`said.${said}`)} />}
      <Head locale={locale} round={round} answered={sum('answered')} drawn={sum('drawn')} />
      <Result viewer={viewer} round={round} />
      {mayForProvince(viewer, 'spot-checks.draw') && (
        <RoundDeeds
          locale={locale}
          round={round}
          unanswered={sum('drawn') - sum('answered')}
          draw={drawSpotRound}
          withdraw={withdrawSpotRound}
          close={closeSpotRound}
        />
      )}
      {round.drawnAt && (
        <>
          <section className="mt-8">
            <h2 className="mb-3">{t('strata.title')}</h2>
            <StrataTable locale={locale} strata={round.tallies} />
          </section>
          <Checks viewer={viewer} round={round} asked={askedChecks(query)} page={page} />
        </>
      )}
      <DrawMethod locale={locale} round={round} listHref={`${roundAddress(round.id)}/export?format=csv`} />
    </LivePage>
  );
}

type HeadProps = { locale: Locale; round: Round; answered: number; drawn: number };

function Head({ locale, round, answered, drawn }: HeadProps) {
  const t = useTranslations('spot-checks');
  return (
    <PageHead
      above={
        <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: spotChecksPath }]}>
          {round.demo && <DemoMark />}
        </Breadcrumbs>
      }
      title={t('round', { day: formatDay(locale, round.countedOn) })}
      lead={
        round.drawnAt && t('progress', { answered: formatNumber(locale, answered), drawn: formatNumber(locale, drawn) })
      }
      actions={<RoundBadge state={round.state} />}
    />
  );
}

/** Of a round that is over: what it says of the figures. */
function Result({ viewer, round }: { viewer: Viewer; round: Round }) {
  const { closedAt, drawnAt } = round;
  const band = closedAt && drawnAt && bandOf(round.tallies);
  if (!band) return null;
  const shown = {
    ...round,
    firstDay: dayOf(drawnAt),
    lastDay: lastSeenOn(closedAt, round.lastDay),
    band,
    complete: isCompleteEnough(band),
    here: null,
  };
  return <BandPanel locale={viewer.locale} band={shown} />;
}

type ChecksProps = {
  viewer: Viewer;
  round: Round;
  asked: Asked;
  page: Awaited<ReturnType<typeof listChecksOfRound>>;
};

/** Each check with who was sent and what was found; those that are late can be asked for alone. */
async function Checks({ viewer, round, asked, page: { checks, next } }: ChecksProps) {
  const t = await getTranslations('spot-checks.checks');
  const address = roundAddress(round.id);
  return (
    <section id="checks" className="mt-10">
      <h2 className="mb-3">{t('title')}</h2>
      <FilterBar action={`${address}#checks`} label={t('filter')}>
        <FilterSelect
          name="filter"
          label={t('show')}
          value={asked.filter}
          options={roundFilters.map((value) => ({ value, label: t(`filters.${value}`) }))}
        />
      </FilterBar>
      <div className="mt-4">
        {checks.length > 0 ? (
          <CheckList locale={viewer.locale} caption={t('title')} checks={checks} visitors />
        ) : (
          <EmptyState icon="check" title={t('none')} />
        )}
      </div>
      <Pager as={Link} next={next && `${address}?${new URLSearchParams({ ...known(asked), after: next })}#checks`} />
    </section>
  );
}
