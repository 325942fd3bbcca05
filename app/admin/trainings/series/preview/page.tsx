import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { HiddenValues } from '@/components/series/hidden-values';
import { SeriesDays } from '@/components/series/series-days';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/forms/form';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import { seriesInput } from '@/domain/series/inputs';
import { previewSeries } from '@/domain/series/queries';
import { formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../../asked';
import { confirmSeries } from '../actions';
import { queryOf, seriesAsked, seriesPath } from '../address';

type Props = PageProps<'/admin/trainings/series/preview'>;

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'trainings.decide') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('series'))('preview.title') };
}

/** Everything that the series would be and all that stands in its way, before anything of it is written. */
export default async function SeriesPreviewPage({ searchParams }: Props) {
  const [viewer, t, training, query] = await Promise.all([
    load(),
    getTranslations('series.preview'),
    getTranslations('trainings.admin'),
    searchParams,
  ]);
  const { fields, trainerIds, weekdays } = seriesAsked(query);
  const back = `${seriesPath}/new?${queryOf({ ...fields, trainerIds, weekdays })}`;
  const parsed = seriesInput.safeParse({ ...fields, trainerIds, weekdays });
  if (!parsed.success) redirect(back as never);
  const preview = await previewSeries(viewer, parsed.data);
  if (!preview.ok) redirect(back as never);
  const { days, gaps, plan } = preview.value;
  const held = days.filter(({ holiday }) => holiday === null);
  const taken = held.filter(({ clashes, overlapsOwn }) => clashes.length > 0 || overlapsOwn).length;
  const count = (number: number) => formatNumber(viewer.locale, number);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: training('title'), href: trainingsPath }, { label: t('title') }]} />
        }
        title={t('title')}
        lead={
          taken > 0
            ? t('leadTaken', { count: count(held.length), taken: count(taken) })
            : t('lead', { count: count(held.length) })
        }
      />
      <Form action={confirmSeries} concept="trainings" className="max-w-[52rem]">
        <HiddenValues values={{ ...fields, trainerIds, weekdays }} />
        <SeriesDays gaps={gaps} lines={days.map((day) => ({ ...day, value: day.day, allDay: plan.allDay }))} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton icon="check">{t('confirm')}</SubmitButton>
          <ButtonLink as={Link} href={back}>
            {t('back')}
          </ButtonLink>
        </div>
      </Form>
    </LivePage>
  );
}
