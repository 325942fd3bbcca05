import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/page-head';
import { ChooseCommune } from '@/components/trainings/choose-commune';
import { SeriesForm } from '@/components/trainings/series-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { mayAnywhere } from '@/domain/access/access';
import { today } from '@/domain/day';
import { findCommuneOf, findFormChoices, listCommunesToProposeIn } from '@/domain/trainings/form-queries';
import { requireViewer } from '@/server/session';
import { oneOf } from '../../../digital-models/host-choices';
import { trainingsPath } from '../../asked';
import { choicesInWords } from '../../choices';
import { prefilled } from '../../prefilled';
import { checkSeries } from '../actions';
import { seriesAsked, seriesPath } from '../address';

type Props = PageProps<'/admin/trainings/series/new'>;

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'trainings.decide') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('series'))('form.title') };
}

/** First where, if she has more than one commune; then the series. */
export default async function NewSeriesPage({ searchParams }: Props) {
  const [viewer, t, query] = await Promise.all([load(), getTranslations('series'), searchParams]);
  const { fields, trainerIds, weekdays } = seriesAsked(query);
  const communes = await listCommunesToProposeIn(viewer);
  const wanted = oneOf(query.commune) ?? (await findCommuneOf(viewer, prefilled(query)));
  const communeId = communes.length === 1 ? communes[0]?.id : communes.find(({ id }) => id === wanted)?.id;
  const found = communeId ? await findFormChoices(viewer, communeId) : null;
  const training = await getTranslations('trainings');
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: training('admin.title'), href: trainingsPath }, { label: t('form.title') }]}
          />
        }
        title={t('form.title')}
        lead={t('form.lead')}
      />
      {communes.length > 1 && (
        <ChooseCommune
          action={`${seriesPath}/new`}
          label={training('form.chooseCommune')}
          communes={communes}
          chosen={communeId}
        />
      )}
      {found && (
        <SeriesForm
          action={checkSeries}
          choices={await choicesInWords(viewer.locale, found)}
          values={{ ...fields, trainerIds, weekdays }}
          today={today()}
          leave={trainingsPath}
        />
      )}
    </>
  );
}
