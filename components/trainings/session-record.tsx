import { useLocale, useTranslations } from 'next-intl';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { DefinitionList } from '@/components/ui/definition-list';
import { Icon } from '@/components/ui/icon';
import { dayOf } from '@/domain/days/day';
import type { SessionRecord as Session, SessionDecision } from '@/domain/trainings/session-view';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { capital, communeWords } from './place-words';
import { daysWords, timesWords, whenWords } from './time-words';

/** Everything the portal keeps of a session, for those who may see it. */
export function SessionRecord({ session }: { session: Session }) {
  const t = useTranslations('trainings');
  const people = useTranslations('people');
  const locale = useLocale() as Locale;
  const { startsAt, venue, unit, commune, mode, trainers, forProvince } = session;
  const isWhole = unit.id === commune?.id;
  return (
    <div className="flex flex-wrap gap-5">
      <DateLeaf day={dayOf(startsAt)} />
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-bold text-h2">{timesWords(t, locale, session)}</p>
        <p className="mb-4 text-ink-2">{daysWords(t, locale, session)}</p>
        <DefinitionList
          entries={[
            { term: t('record.place'), value: venue ? <Venue venue={venue} /> : t(`mode.${mode}`) },
            {
              term: t('record.unit'),
              value: forProvince
                ? t('form.province')
                : isWhole
                  ? capital(communeWords(t, commune))
                  : [unit.name, communeWords(t, commune)].filter(Boolean).join(', '),
            },
            { term: t('record.mode'), value: t(`mode.${mode}`) },
            { term: t('record.seats'), value: formatNumber(locale, session.seats) },
            { term: t('record.audience'), value: capital(t(`audience.${session.audience}`)) },
            {
              term: t('record.trainers'),
              value: trainers.length > 0 ? trainers.map(({ name }) => name).join(', ') : t('record.noTrainers'),
            },
            { term: t('record.language'), value: people(`language.${session.language as 'vi'}`) },
            ...(session.onlineUrl
              ? [{ term: t('record.onlineUrl'), value: <OnlineLink url={session.onlineUrl} /> }]
              : []),
            ...(session.notes ? [{ term: t('record.notes'), value: <Lines text={session.notes} /> }] : []),
          ]}
        />
      </div>
    </div>
  );
}

function Venue({ venue }: { venue: NonNullable<Session['venue']> }) {
  return (
    <>
      {venue.name}
      {venue.address && <span className="block text-ink-2 text-sm">{venue.address}</span>}
    </>
  );
}

/** Only whoever decides on it or teaches it gets this far; the enrolled read it on their ticket. */
function OnlineLink({ url }: { url: string }) {
  const t = useTranslations('trainings.record');
  return (
    <>
      <a href={url} rel="noopener noreferrer" target="_blank" className="break-all">
        {url}
      </a>
      <span className="block text-ink-2 text-sm">{t('onlineUrlFor')}</span>
    </>
  );
}

const Lines = ({ text }: { text: string }) => <span className="whitespace-pre-line">{text}</span>;

/** The history of a session, from the proposal on. */
export function SessionHistory({ session }: { session: Session }) {
  const t = useTranslations('trainings');
  return (
    <section>
      <h2 className="mb-3">{t('record.history')}</h2>
      <ol className="border-rule border-l-2 pl-5">
        <Step words={t('decisions.proposed')} who={session.proposedBy} at={session.proposedAt} />
        {session.decisions.map((decision) => (
          <Step
            key={decision.id}
            words={t(`decisions.${decision.kind}`)}
            who={decision.decidedBy}
            at={decision.decidedAt}
            decision={decision}
          />
        ))}
      </ol>
    </section>
  );
}

type StepProps = { words: string; who: string | null; at: Date; decision?: SessionDecision };

function Step({ words, who, at, decision }: StepProps) {
  const t = useTranslations('trainings');
  const locale = useLocale() as Locale;
  const when = formatInstant(locale, at);
  const before = decision?.before;
  return (
    <li className="relative pb-4 last:pb-0">
      <Icon name="hexagon" size={18} className="-left-[30px] absolute top-1 bg-desk text-lotus" />
      <p className="font-semibold">{words}</p>
      <p className="text-ink-2 text-sm">
        {who ? t('decisions.by', { name: who, when }) : t('decisions.atOnly', { when })}
      </p>
      {before && (
        <p className="text-sm">
          {t('decisions.was', {
            when: whenWords(t, locale, before),
          })}
        </p>
      )}
      {decision?.reason && <p className="mt-1 whitespace-pre-line">“{decision.reason}”</p>}
    </li>
  );
}
