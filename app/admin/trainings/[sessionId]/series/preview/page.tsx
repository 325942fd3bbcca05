import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
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
import type { Viewer } from '@/domain/access/viewer';
import { previewChange } from '@/domain/series/change-queries';
import { changeSeriesInput } from '@/domain/series/inputs';
import { formatNumber } from '@/i18n/format';
import { trainingsPath } from '../../../asked';
import { changeSeries } from '../../../series/actions';
import { changeAsked, queryOf } from '../../../series/address';
import { loadSeries } from '../load';

type Props = PageProps<'/admin/trainings/[sessionId]/series/preview'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { session } = await loadSeries(params);
  return { title: `${(await getTranslations('series'))('change.previewTitle')}: ${session.title}` };
}

/** The rest of the series as the change would make it, and all that stands in its way; nothing is written yet. */
export default async function SeriesChangePreviewPage({ params, searchParams }: Props) {
  const [{ viewer, session }, t, training, query] = await Promise.all([
    loadSeries(params),
    getTranslations('series'),
    getTranslations('trainings.admin'),
    searchParams,
  ]);
  const own = `${trainingsPath}/${session.id}/series`;
  const { values, back, lines } = await loadPreview(viewer, session.id, query);
  const taken = lines.filter(({ clashes, overlapsOwn }) => clashes.length > 0 || overlapsOwn).length;
  const counts = {
    count: formatNumber(viewer.locale, lines.length),
    taken: formatNumber(viewer.locale, taken),
  };
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: training('title'), href: trainingsPath },
              { label: session.title, href: own },
              { label: t('change.previewTitle') },
            ]}
          />
        }
        title={t('change.previewTitle')}
        lead={t(taken > 0 ? 'change.previewTaken' : 'change.previewLead', counts)}
      />
      <Form action={changeSeries} concept="trainings" className="max-w-[52rem]">
        <HiddenValues values={values} />
        <SeriesDays gaps={[]} lines={lines} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton icon="check">{t('change.confirm')}</SubmitButton>
          <ButtonLink as={Link} href={back}>
            {t('preview.back')}
          </ButtonLink>
        </div>
      </Form>
    </LivePage>
  );
}

/** The change that is asked for, and its sessions; without a change that can be read, back to the form. */
async function loadPreview(viewer: Viewer, sessionId: string, query: Awaited<Props['searchParams']>) {
  const asked = changeAsked(query);
  const values = { ...asked.fields, sessionId, trainerIds: asked.trainerIds };
  const back = `${trainingsPath}/${sessionId}/series?${queryOf(values)}`;
  const parsed = changeSeriesInput.safeParse(values);
  if (!parsed.success) redirect(back as never);
  const preview = await previewChange(viewer, parsed.data);
  if (!preview.ok) redirect(back as never);
  const lines = preview.value.map(({ id, allDay, startsAt, endsAt, after, clashes, overlapsOwn }) => ({
    value: id,
    clashes,
    overlapsOwn,
    holiday: null,
    ...after,
    was: { startsAt, endsAt, allDay },
  }));
  return { values, back, lines };
}
