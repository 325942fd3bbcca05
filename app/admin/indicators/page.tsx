import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { OtherDay } from '@/components/coverage/other-day';
import { DayForm } from '@/components/indicators/day-form';
import { FigureRules } from '@/components/indicators/definition-panel';
import { IndicatorTable } from '@/components/indicators/indicator-table';
import { PageHead } from '@/components/layout/page-head';
import { Link } from '@/components/ui/link';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { lastAskedDay } from '@/domain/coverage/coverage';
import { type Day, today } from '@/domain/days/day';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { type IndicatorCode, indicatorGroups, toldOf } from '@/domain/indicators/indicator';
import { listIndicators } from '@/domain/indicators/queries';
import { findUnit } from '@/domain/units/queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { addressOf, askedOf, indicatorsPath } from './asked';
import { codesFor, placeOf } from './place';

async function load() {
  const viewer = await requireViewer();
  const codes = codesFor(viewer);
  return codes.length > 0 ? { viewer, codes } : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('indicators'))('title') };
}

type Asked = { codes: IndicatorCode[]; unitId: string; day: Day };

/** The place, what each indicator means, and its number; some are counted only where they are asked for. */
const readList = (viewer: Viewer, { codes, ...at }: Asked) =>
  keptFor(viewer, `indicators of ${at.unitId} on ${at.day}`, () =>
    Promise.all([
      findUnit(viewer, at.unitId),
      listPublishedDefinitions(viewer.locale, codes),
      listIndicators(viewer, { codes: codes.filter((code) => !toldOf(code).asked), ...at }),
    ]),
  );

/** Every indicator that she may see, with its number for her place on a day. */
export default async function IndicatorsPage({ searchParams }: PageProps<'/admin/indicators'>) {
  const { viewer, codes } = await load();
  const query = await searchParams;
  const { day, refused, typed, unitId: asked } = askedOf(query);
  const unitId = asked ?? placeOf(viewer, 'units.see') ?? notFound();
  const [t, list] = await Promise.all([getTranslations('indicators'), readList(viewer, { codes, unitId, day })]);
  const [unit, definitions, figures] = list;
  if (!unit) notFound();
  const rows = codes.map((code) => ({
    code,
    name: definitions.find((each) => each.code === code)?.name ?? code,
    measure: definitions.find((each) => each.code === code)?.measure ?? ('count' as const),
    figure: figures.get(code),
    href: addressOf(`${indicatorsPath}/${code}`, { day, unitId: asked }),
  }));
  return (
    <LivePage of={list} as={JSON.stringify(query)}>
      <PageHead
        above={t(day > today() ? 'planned' : 'kicker', { day: formatDay(viewer.locale, day) })}
        title={t('listTitle', { place: unit.name })}
        lead={t('lead')}
      />
      <OtherDay locale={viewer.locale} day={day} refused={refused} last={lastAskedDay()} />
      <DayForm
        action={indicatorsPath}
        day={typed}
        refused={refused !== null}
        last={lastAskedDay()}
        kept={{ unit: asked ?? undefined }}
      />
      <div className="my-8 grid items-start gap-x-12 gap-y-10 2xl:grid-cols-2">
        {indicatorGroups.map((group) => (
          <IndicatorTable
            key={group}
            locale={viewer.locale}
            title={t(`groups.${group}`)}
            place={unit.name}
            rows={rows.filter(({ code }) => toldOf(code).group === group)}
            as={Link}
          />
        ))}
      </div>
      <FigureRules />
    </LivePage>
  );
}
