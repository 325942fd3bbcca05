import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { comingSessions } from '@/app/kept/coming-sessions';
import { holdingAlerts } from '@/app/kept/holding-alerts';
import { absolute } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { AlertBar } from '@/components/articles/alerts/alert-bar';
import { MaterialLink } from '@/components/courses/material-link';
import { ShareBlock } from '@/components/layout/site/share-block';
import { capital, communeWords, placeWords } from '@/components/trainings/place-words';
import { SEATS_PANEL, SeatsPanel } from '@/components/trainings/seats-panel';
import { SessionDays } from '@/components/trainings/session-days';
import { SessionFacts, SessionWhen } from '@/components/trainings/session-facts';
import { whenWords } from '@/components/trainings/time-words';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Kicker } from '@/components/ui/kicker';
import { Notice } from '@/components/ui/notice';
import { SectionHead } from '@/components/ui/panels/section-head';
import { topicIcon } from '@/components/ui/topic-icon';
import type { CourseMaterial } from '@/domain/courses/course';
import { listPublishedMaterials } from '@/domain/courses/queries';
import { addDays, today } from '@/domain/days/day';
import { takesSignUps } from '@/domain/enrolments/enrolment';
import type { Before } from '@/domain/trainings/move';
import type { PublishedRecord } from '@/domain/trainings/published/published-queries';
import { type Stage, stageOf } from '@/domain/trainings/session';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { Join } from './join';

const AHEAD_DAYS = 56;
const RELATED = 4;

type ContentProps = { locale: Locale; session: PublishedRecord };

/** One session: what is learned, when and where, for whom, and how to come. */
export async function SessionContent({ locale, session }: ContentProps) {
  const params = { slug: session.slug };
  const [t, alerts, materials, near] = await Promise.all([
    getTranslations('trainings'),
    holdingAlerts(locale, session.commune ? [session.commune.slug] : []),
    listPublishedMaterials(locale, session.course.code),
    comingSessions(locale, {
      ...(session.commune ? { communeId: session.commune.id } : {}),
      from: today(),
      to: addDays(today(), AHEAD_DAYS),
      limit: RELATED + 1,
    }),
  ]);
  const related = near.sessions.filter(({ id }) => id !== session.id).slice(0, RELATED);
  const commune = communeWords(t, session.commune) || session.unit;
  const stage = stageOf(session);
  return (
    <Shell locale={locale} route="session" twinParams={params}>
      <AlertBar locale={locale} alerts={alerts} />
      <article className="wrap section grid items-start gap-10 lg:grid-cols-[7fr_5fr] lg:gap-16">
        <div className="min-w-0">
          <State stage={stage} commune={commune} />
          {stage === 'coming' && session.before && <Moved locale={locale} before={session.before} />}
          {session.topic && <Kicker icon={topicIcon(session.course.code)}>{session.topic}</Kicker>}
          <h1 className="mb-6">{session.course.title}</h1>
          <When locale={locale} session={session} isComing={stage === 'coming'} />
          <p className="my-6 max-w-[34em] font-serif text-read">{session.course.description}</p>
          <SessionFacts locale={locale} session={session} />
          <Materials locale={locale} materials={materials} />
          {session.demo && <DemoMark className="mt-3" />}
        </div>
        <div className="grid gap-8">
          {stage === 'coming' && (
            <SeatsPanel locale={locale} session={session}>
              <Join locale={locale} session={session} />
            </SeatsPanel>
          )}
          <ShareBlock
            url={absolute(hrefTo(locale, 'session', params))}
            title={session.course.title}
            lines={linesOf(t, { locale, session })}
            short={absolute(hrefTo(locale, 'sessionByNumber', { slug: String(session.number) }))}
            demo={session.demo}
          />
        </div>
      </article>
      <Related locale={locale} sessions={related} commune={commune} />
    </Shell>
  );
}

/** When and where, as it is sent on; of a session that is off, that first. */
const linesOf = (t: ReturnType<typeof useTranslations<'trainings'>>, { locale, session }: ContentProps) => [
  ...(stageOf(session) === 'cancelled' ? [t('session.cancelledTitle')] : []),
  capital(whenWords(t, locale, session)),
  capital(placeWords(t, session)),
];

/** The time before the session was moved, for whoever knows of that one. */
function Moved({ locale, before }: { locale: Locale; before: Before }) {
  const t = useTranslations('trainings');
  return (
    <Notice tone="information" title={t('session.movedTitle')}>
      <p>{t('session.movedText', { when: whenWords(t, locale, before) })}</p>
    </Notice>
  );
}

type WhenProps = ContentProps & { isComing: boolean };

/** Day and time, and the way to a seat, which stands far below on a phone. */
function When({ locale, session, isComing }: WhenProps) {
  const t = useTranslations('enrolments.form');
  return (
    <>
      <SessionWhen
        locale={locale}
        session={session}
        posterHref={isComing ? hrefTo(locale, 'poster', { slug: session.slug }) : null}
        calendarHref={isComing ? hrefTo(locale, 'calendar', {}, { session: session.slug }) : null}
      />
      {isComing && takesSignUps(session) && (
        <ButtonLink href={`#${SEATS_PANEL}`} variant="primary" className="mt-5 lg:hidden">
          {t(session.isFull ? 'sendFull' : 'send')}
        </ButtonLink>
      )}
    </>
  );
}

type RelatedProps = { locale: Locale; sessions: PublishedSession[]; commune: string };

/** Other sessions of the same commune. */
function Related({ locale, sessions, commune }: RelatedProps) {
  const t = useTranslations('trainings.session');
  return (
    <div className="bg-paper-deep">
      <div className="wrap section">
        <SectionHead title={t('related', { commune })}>
          <MoreLink href={hrefTo(locale, 'trainings')}>{t('all')}</MoreLink>
        </SectionHead>
        {sessions.length > 0 ? (
          <SessionDays locale={locale} sessions={sessions} />
        ) : (
          <p>{t('relatedNone', { commune })}</p>
        )}
      </div>
    </div>
  );
}

/** Materials that the course hands out to everyone. */
function Materials({ locale, materials }: { locale: Locale; materials: CourseMaterial[] }) {
  const t = useTranslations('courses.materials');
  if (materials.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="text-h3">{t('publicTitle')}</h2>
      <ul>
        {materials.map((material) => (
          <li key={material.id}>
            <MaterialLink
              locale={locale}
              material={material}
              href={material.url ?? hrefTo(locale, 'material', { slug: material.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const tones = { running: 'information', over: 'information', cancelled: 'problem' } as const;

/** The state of a session, said first of all when no seat is kept any more. */
function State({ stage, commune }: { stage: Stage; commune: string }) {
  const t = useTranslations('trainings.session');
  if (stage === 'coming') return null;
  return (
    <Notice tone={tones[stage]} title={t(`${stage}Title`)}>
      <p>{t(`${stage}Text`, { commune })}</p>
    </Notice>
  );
}
