import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { comingSessions } from '@/app/kept/coming-sessions';
import { communeWords } from '@/components/trainings/place-words';
import { SessionDays } from '@/components/trainings/session-days';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/tables/pager';
import { type Day, latestOf, today } from '@/domain/days/day';
import { neighboursOf } from '@/domain/units/neighbour';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { formatMonth } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { daysOf, queryOf, type SectionProps } from './asked';

/** Sessions on a page: as many as one scrolls through on a phone. */
const PAGE = 20;
const NEAR = 10;

/** Coming sessions, day by day: of the next four weeks, or of the month that was asked for. */
export async function ListSection({ locale, asked, narrowed: { commune, course } }: SectionProps) {
  const t = await getTranslations('trainings');
  const span = daysOf(asked);
  const { sessions, next } = await comingSessions(locale, {
    ...span,
    communeId: commune?.id,
    courseCode: course?.code,
    audience: asked.audience,
    mode: asked.mode,
    after: asked.after,
    limit: PAGE,
  });
  const month = asked.month && formatMonth(locale, `${asked.month}-01` as Day);
  const what = [month ? t('month', { month }) : t('weeks'), commune && communeWords(t, commune), course?.title];
  const isNarrowed = Boolean(commune || course || asked.month || asked.audience || asked.mode);
  return (
    <>
      <h2 className="mb-1">{t('upcoming')}</h2>
      <p className="mb-5 text-ink-2">
        {what.filter(Boolean).join(' · ')}
        {': '}
        {next ? t('foundMore', { count: sessions.length }) : t('found', { count: sessions.length })}
      </p>
      {sessions.length > 0 ? (
        <SessionDays locale={locale} sessions={sessions} from={latestOf(span.from, today())} />
      ) : (
        <None locale={locale} narrowed={isNarrowed} />
      )}
      <Pager next={next && hrefTo(locale, 'trainings', {}, { ...queryOf(asked), after: next })} />
      {commune && !next && <NearBy locale={locale} asked={asked} narrowed={{ commune, course }} />}
    </>
  );
}

type NearProps = Omit<SectionProps, 'narrowed'> & {
  narrowed: { commune: Commune; course: { code: string } | undefined };
};

/**
 * Sessions of the communes next to hers, after the last of her own: a class across the border is often the nearer
 * one.
 */
async function NearBy({ locale, asked, narrowed: { commune, course } }: NearProps) {
  const [t, communes] = await Promise.all([getTranslations('trainings'), listPublishedCommunes()]);
  const codes = neighboursOf(commune.code);
  const { sessions, next } = await comingSessions(locale, {
    ...daysOf(asked),
    communeIds: communes.filter(({ code }) => codes.includes(code)).map(({ id }) => id),
    courseCode: course?.code,
    audience: asked.audience,
    mode: asked.mode,
    limit: NEAR,
  });
  if (sessions.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="mb-1">{t('near.title', { place: commune.name })}</h2>
      <p className="mb-5 text-ink-2">{next ? t('near.first', { count: sessions.length }) : t('near.all')}</p>
      <SessionDays locale={locale} sessions={sessions} from={latestOf(daysOf(asked).from, today())} />
    </section>
  );
}

function None({ locale, narrowed }: { locale: Locale; narrowed: boolean }) {
  const t = useTranslations('trainings.empty');
  if (!narrowed) return <EmptyState icon="calendar" title={t('none')} />;
  return (
    <EmptyState
      icon="calendar"
      title={t('title')}
      action={<ButtonLink href={hrefTo(locale, 'trainings')}>{t('action')}</ButtonLink>}
    >
      {t('text')}
    </EmptyState>
  );
}
