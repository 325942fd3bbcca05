import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { withoutNoise } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { SERIES_FORM, SeriesForm } from '@/components/series/series-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import { mayAnywhere } from '@/domain/access/access';
import { today } from '@/domain/days/day';
import { findCommuneOf, findFormChoices } from '@/domain/trainings/form-queries';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../../asked';
import { askForCommune, askForUnitOf, choicesInWords } from '../../choices';
import { offered, prefilled } from '../../prefilled';
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

/** First where, if she has more than one commune; then the series, with what was typed before the commune was changed. */
export default async function NewSeriesPage({ searchParams }: Props) {
  const [viewer, t, query] = await Promise.all([load(), getTranslations('series'), searchParams]);
  const clean = withoutNoise(`${seriesPath}/new`, query);
  if (clean) redirect(clean as never);
  const { fields, trainerIds, weekdays } = seriesAsked(query);
  const wanted = query.commune || (await findCommuneOf(viewer, prefilled(query)));
  const { question, unit: commune } = await askForCommune(viewer, wanted);
  const [found, asked] = await Promise.all([
    commune ? findFormChoices(viewer, commune.id) : null,
    commune ? askForUnitOf(viewer, commune.id, fields.unitId) : null,
  ]);
  const training = await getTranslations('trainings');
  return (
    <LivePage>
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
      <UnitChooser
        action={`${seriesPath}/new`}
        name="commune"
        label={training('form.chooseCommune')}
        question={question}
        along={commune ? SERIES_FORM : undefined}
      />
      {found && asked && (
        <SeriesForm
          action={checkSeries}
          choices={{ ...(await choicesInWords(viewer.locale, found)), unit: asked.question }}
          values={{ ...fields, ...offered({ ...fields, trainerIds }, found), weekdays }}
          today={today()}
          leave={trainingsPath}
        />
      )}
    </LivePage>
  );
}
