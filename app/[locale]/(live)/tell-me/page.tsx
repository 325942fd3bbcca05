import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AlertsHere } from '@/app/embedded/alerts-here';
import { keptForm } from '@/app/forms/public-form';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { TopicWaitForm } from '@/components/enrolments/topic-wait-form';
import { MoreLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { findPublishedConsentText } from '@/domain/enrolments/published-queries';
import { listPublishedCourses } from '@/domain/trainings/published/published-queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/tell-me'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('enrolments.wait');
  return pageMetadata({ locale, route: 'topicWait', title: t('title'), description: t('lead'), index: false });
}

/**
 * The page for a class that does not exist yet, or has no seat: she says what she wants to learn, and the union
 * counts it.
 */
export default async function TellMePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const [{ course, commune, said, again }, t, kept, courses, communes, consent] = await Promise.all([
    searchParams,
    getTranslations('enrolments'),
    keptForm(hrefTo(locale, 'topicWait')),
    listPublishedCourses(locale),
    listPublishedCommunes(),
    findPublishedConsentText('topic_wait', locale),
  ]);
  const place = communes.find(({ slug, code }) => slug === commune || code === commune);
  return (
    <Shell locale={locale} route="topicWait">
      <AlertsHere locale={locale} communes={place ? [place.slug] : []} />
      <div className="wrap section">
        <div className="max-w-xl">
          {said === 'noted' && (
            <Notice title={t('wait.notedTitle')}>
              <p>{t('wait.noted')}</p>
            </Notice>
          )}
          <h1 className="mb-3">{t('wait.title')}</h1>
          <p className="mb-6 font-serif text-read">{t('wait.lead')}</p>
          {again === '1' && !kept && (
            <p role="alert" className="problem-box mb-5">
              {t('form.notSent')}
            </p>
          )}
          {consent && (
            <TopicWaitForm
              locale={locale}
              courses={courses}
              communes={communes}
              course={courses.find(({ code }) => code === course)?.code}
              commune={place?.slug}
              consent={consent}
              kept={kept}
            />
          )}
          <MoreLink href={hrefTo(locale, 'trainings')}>{t('form.others')}</MoreLink>
        </div>
      </div>
    </Shell>
  );
}
