import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { CommuneFiguresInShort } from '@/components/coverage/commune-figures-in-short';
import { CoverageNotice } from '@/components/coverage/coverage-notice';
import { placeName } from '@/components/coverage/coverage-table';
import { ChosenBar } from '@/components/coverage/matrix/chosen-bar';
import type { MatrixDeeds } from '@/components/coverage/matrix/gap-deed';
import { MatrixFilter } from '@/components/coverage/matrix/matrix-filter';
import { NoRows, OfAnotherDay, Silent } from '@/components/coverage/matrix/matrix-states';
import { MatrixTable } from '@/components/coverage/matrix/matrix-table';
import { OtherDay } from '@/components/coverage/other-day';
import { PageHead } from '@/components/layout/page-head';
import { BandPanel } from '@/components/spot-checks/band-panel';
import { PaceLine } from '@/components/targets/pace-panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { may, mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { askedDay, coverageLevels, lastAskedDay } from '@/domain/coverage/coverage';
import { unitsOf } from '@/domain/coverage/matrix/matrix';
import { countLacking, narrowed, sorted } from '@/domain/coverage/matrix/matrix-view';
import { listMoved } from '@/domain/coverage/moves/move-queries';
import { unitCoverageIn } from '@/domain/coverage/unit-coverage';
import { today } from '@/domain/days/day';
import type { LastReminder } from '@/domain/reminders/reminder';
import type { PlacePace } from '@/domain/targets/target';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { reminderPath } from '../../reminders/new/asked';
import { changeStatus, tiePair } from '../actions';
import { toldDay } from '../told-day';
import { type AskedMatrix, addressOf, askedOf, doneOf, matrixPath, textOf } from './asked';
import { loadMatrix } from './load';

type Props = PageProps<'/admin/coverage/[communeId]'>;

/** The form that the boxes of the rows belong to. */
const CHOSEN = 'chosen';

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ communeId }, { on }, t] = await Promise.all([params, searchParams, getTranslations('coverage')]);
  const { commune } = await loadMatrix(communeId, askedDay(on).day);
  return { title: t('admin.gaps', { place: placeName(t, commune) }) };
}

export default async function CommuneCoveragePage({ params, searchParams }: Props) {
  const [viewer, { communeId }, query, t] = await Promise.all([
    requireViewer(),
    params,
    searchParams,
    getTranslations('coverage'),
  ]);
  const { day, refused } = askedDay(query.on);
  const done = day === today() ? doneOf(query) : null;
  const [matrix, moves] = await Promise.all([
    loadMatrix(communeId, day),
    done ? listMoved(viewer, done.recordId, done.word) : null,
  ]);
  const { rows, communes, commune, unit, paces, band, reminders } = matrix;
  const place = placeName(t, commune);
  const moved = done && unitCoverageIn(rows, communes, done.unitId, moves);
  const deeds = deedsOf(communeId, query);
  return (
    <LivePage of={done ? undefined : matrix} as={JSON.stringify(query)}>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('admin.title'), href: '/admin/coverage' }, { label: place }]}>
            {unitsOf(rows).some(({ demo }) => demo) && <DemoMark />}
          </Breadcrumbs>
        }
        title={t('admin.gaps', { place })}
        lead={t(toldDay(day), { day: formatDay(viewer.locale, day) })}
        actions={
          unit &&
          may(viewer, 'trainings.propose', unit.path) && (
            <ButtonLink as={Link} href={`/admin/trainings/new?commune=${communeId}`} icon="calendar">
              {t('admin.schedule')}
            </ButtonLink>
          )
        }
      />
      <OtherDay locale={viewer.locale} day={day} refused={refused} last={lastAskedDay()} />
      {moved && <CoverageNotice coverage={moved} deeds={deeds} />}
      {communes.some(({ state }) => state === 'not_reported') && <Silent communeId={communeId} />}
      <CommuneFiguresInShort locale={viewer.locale} rows={communes} />
      <Paces locale={viewer.locale} paces={paces.get(communeId)?.paces} />
      {band && <BandPanel locale={viewer.locale} band={band} href={checksHref(viewer)} />}
      <Rows viewer={viewer} communeId={communeId} query={query} rows={rows} deeds={deeds} reminders={reminders} />
    </LivePage>
  );
}

type PacesProps = { locale: Locale; paces: PlacePace['paces'] | undefined };

function Paces({ locale, paces }: PacesProps) {
  const t = useTranslations('coverage');
  return (
    <div className="mt-4 grid max-w-[60em] gap-1">
      {coverageLevels.map((level) => {
        const pace = paces?.[level];
        return pace && <PaceLine key={level} locale={locale} pace={pace} what={t(`levelsLower.${level}`)} />;
      })}
    </div>
  );
}

const checksHref = (viewer: Viewer) => (mayAnywhere(viewer, 'spot-checks.see') ? '/admin/spot-checks' : undefined);

const deedsOf = (communeId: string, query: Awaited<Props['searchParams']>): MatrixDeeds => ({
  activate: changeStatus,
  tie: tiePair,
  communeId,
  back: textOf({ ...askedOf(query), units: [] }),
});

type RowsProps = {
  viewer: Viewer;
  communeId: string;
  query: Awaited<Props['searchParams']>;
  rows: Awaited<ReturnType<typeof loadMatrix>>['rows'];
  deeds: MatrixDeeds;
  reminders: LastReminder[];
};

/** The matrix as it is asked for, with what can be done with the rows that are ticked. */
function Rows({ viewer, communeId, query, rows, deeds, reminders }: RowsProps) {
  const { locale } = viewer;
  const asked = askedOf(query);
  const { day, refused, typed } = askedDay(query.on);
  if (rows.length === 0) return <NoRows communeId={communeId} />;
  const { lacks, sort = 'name' } = asked;
  const shown = sorted(narrowed(rows, lacks), sort);
  return (
    <section className="mt-6">
      <MatrixFilter
        locale={locale}
        action={matrixPath(communeId)}
        hrefOf={(lack) => addressOf(communeId, { ...asked, units: [], lacks: lack })}
        sort={sort}
        lacks={lacks}
        counts={countLacking(rows)}
        day={{ typed, refused: refused !== null }}
      />
      {day !== today() && (
        <OfAnotherDay day={formatDay(locale, day)} today={addressOf(communeId, { ...asked, on: undefined })} />
      )}
      {shown.length === 0 && <NothingFound all={addressOf(communeId, { ...asked, lacks: undefined })} />}
      {shown.length > 0 && (
        <>
          <MatrixTable
            locale={locale}
            rows={shown}
            deeds={deeds}
            reminded={new Map(reminders.map(({ unitId, askedOn }) => [unitId, askedOn]))}
            recognising={lacks === 'recognition'}
            selection={{ form: CHOSEN, chosen: new Set(asked.units) }}
            unfolded={unfoldedOf(shown, asked)}
          />
          <ChosenBar
            form={CHOSEN}
            of="rows"
            path={matrixPath(communeId)}
            remindPath={reminderPath}
            kept={{ commune: communeId, on: asked.on, lacks, sort: asked.sort }}
            mayRemind={mayAnywhere(viewer, 'people.see-phone')}
            mayTrain={unitsOf(rows).some(({ gap }) => gap?.mayTrain)}
          />
        </>
      )}
    </section>
  );
}

/** Those that are there for what their groups lack, the one that was asked for, and those with a group that is ticked. */
function unfoldedOf(rows: RowsProps['rows'], { lacks, open, units: ticked = [] }: AskedMatrix) {
  const lacking = lacks !== undefined && lacks !== 'recognition' && lacks !== 'nothing';
  const opens = ({ unitId, groups }: RowsProps['rows'][number]) =>
    lacking || unitId === open || groups.some((group) => ticked.includes(group.unitId));
  return new Set(rows.filter(opens).map(({ unitId }) => unitId));
}

function NothingFound({ all }: { all: string }) {
  const t = useTranslations('coverage.matrix');
  return (
    <p>
      {t('nothingFound')}. <Link href={all}>{t('showAll')}</Link>
    </p>
  );
}
