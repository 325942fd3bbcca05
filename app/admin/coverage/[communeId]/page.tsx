import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { CommuneFiguresInShort } from '@/components/coverage/commune-figures-in-short';
import { placeName } from '@/components/coverage/coverage-table';
import { MatrixTable } from '@/components/coverage/matrix/matrix-table';
import { OtherDay } from '@/components/coverage/other-day';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { may } from '@/domain/access/access';
import { askedDay, lastAskedDay } from '@/domain/coverage/coverage';
import { unitsOf } from '@/domain/coverage/matrix/matrix';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { listCoverage } from '@/domain/coverage/queries';
import { type Day, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { findUnit } from '@/domain/units/queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';

type Props = PageProps<'/admin/coverage/[communeId]'>;

/** Her communes on a day, once a request. */
const coverageOn = cache(async (day: Day) => listCoverage(await requireViewer(), day));

async function load(communeId: string) {
  if (!isId(communeId)) notFound();
  return (await coverageOn(today())).find((row) => row.communeId === communeId) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const commune = await load((await params).communeId);
  const t = await getTranslations('coverage');
  return { title: t('admin.gaps', { place: placeName(t, commune) }) };
}

export default async function CommuneCoveragePage({ params, searchParams }: Props) {
  const [viewer, { communeId }, { on }, t] = await Promise.all([
    requireViewer(),
    params,
    searchParams,
    getTranslations('coverage'),
  ]);
  const { day, refused } = askedDay(on);
  const [commune, coverage, rows, unit] = await Promise.all([
    load(communeId),
    coverageOn(day),
    findMatrix(viewer, communeId, day),
    findUnit(viewer, communeId, 'trainings.propose'),
  ]);
  if (!rows) notFound();
  const gaps = unitsOf(rows).flatMap(({ gap }) => gap ?? []);
  const own = coverage.filter((row) => row.communeId === communeId);
  const place = placeName(t, commune);
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('admin.title'), href: '/admin/coverage' }, { label: place }]} />
        }
        title={t('admin.gaps', { place })}
        lead={t(day > today() ? 'planned' : 'asOf', { day: formatDay(viewer.locale, day) })}
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
      <CommuneFiguresInShort locale={viewer.locale} rows={own} />
      <p className="my-6">
        {own.some(({ units }) => units > 0) ? t('admin.gapsLead', { count: gaps.length }) : t('commune.none')}
      </p>
      {rows.length > 0 && <MatrixTable locale={viewer.locale} rows={rows} />}
    </>
  );
}
