import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { placeName } from '@/components/coverage/coverage-table';
import { WhomTable } from '@/components/coverage/matrix/whom-table';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import { chosenOf } from '@/domain/coverage/matrix/chosen';
import { unitsOf } from '@/domain/coverage/matrix/matrix';
import { narrowed } from '@/domain/coverage/matrix/matrix-view';
import { listWhomToAsk } from '@/domain/coverage/matrix/whom-queries';
import { today } from '@/domain/days/day';
import { requireViewer } from '@/server/sign-in/session';
import { addressOf, askedOf } from '../asked';
import { loadMatrix } from '../load';

type Props = PageProps<'/admin/coverage/[communeId]/whom'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadMatrix((await params).communeId, today());
  return { title: (await getTranslations('coverage.matrix.whom'))('title') };
}

/** Whom to remind of what is missing: the heads of the ticked units, or of all that the matrix shows. */
export default async function WhomPage({ params, searchParams }: Props) {
  const [viewer, { communeId }, query] = await Promise.all([requireViewer(), params, searchParams]);
  if (!mayAnywhere(viewer, 'people.see')) notFound();
  const asked = askedOf(query);
  const [{ rows, commune }, t, words] = await Promise.all([
    loadMatrix(communeId, today()),
    getTranslations('coverage'),
    getTranslations('coverage.matrix.whom'),
  ]);
  const ticked = chosenOf(rows, asked.units);
  const units = (ticked.length > 0 ? ticked : unitsOf(narrowed(rows, asked.lacks))).filter(({ gap }) => gap);
  const asking = units.flatMap(({ unitId, gap }) => [unitId, gap?.subAssociationId ?? unitId]);
  const heads = await listWhomToAsk(viewer, [...new Set(asking)]);
  const back = addressOf(communeId, asked);
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('admin.title'), href: '/admin/coverage' },
              { label: placeName(t, commune), href: back },
              { label: words('title') },
            ]}
          >
            {heads.some(({ demo }) => demo) && <DemoMark />}
          </Breadcrumbs>
        }
        title={words('title')}
        lead={words('lead')}
      />
      {units.length > 0 ? (
        <WhomTable units={units} heads={heads} />
      ) : (
        <EmptyState title={words('none')} action={<Link href={back}>{placeName(t, commune)}</Link>} />
      )}
    </>
  );
}
