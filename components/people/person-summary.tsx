import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { QualificationMark } from '@/components/certificates/qualification-mark';
import { isLeft, PartWords } from '@/components/digital-models/people/models-of-person';
import { SeatWords } from '@/components/enrolments/coming-of-person';
import { PairWords } from '@/components/pairs/pairs-of-person';
import { daysWords } from '@/components/trainings/time-words';
import { Icon, type IconName } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import type { Qualification } from '@/domain/certificates/qualification';
import { today } from '@/domain/days/day';
import type { ModelOfPerson } from '@/domain/digital-models/people/model-people';
import type { ComingOfPerson } from '@/domain/enrolments/participants/participant';
import type { PairRow } from '@/domain/pairs/pair';
import type { PersonRecord } from '@/domain/people/record';
import { formatWeekdayInside } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Knowledge of a woman beside her own record, each part as far as the viewer may see it. */
export type AroundPerson = {
  pairs: readonly PairRow[];
  models: readonly ModelOfPerson[];
  sessions: readonly ComingOfPerson[];
  qualifications: readonly Qualification[];
};

/** So many of each are named; the lists below have all. */
const NAMED_MAX = 2;

const runs = ({ from, to }: { from: string; to: string | null }) => from <= today() && (to === null || to > today());

/** The first lines of a record: where she belongs, and what is true of her today. */
export function PersonSummary({ person, around }: { person: PersonRecord; around: AroundPerson }) {
  return (
    <div className="mb-4 min-w-0">
      <Places person={person} />
      <ul className="mt-2 grid gap-1">
        <Offices person={person} />
        {around.qualifications.length > 0 && (
          <QualificationMark personId={person.id} qualifications={around.qualifications} today={today()} />
        )}
        <Pairs person={person} pairs={around.pairs} />
        <Models models={around.models} />
        <Next session={around.sessions[0]} />
      </ul>
    </div>
  );
}

const Fact = ({ icon, children }: { icon: IconName; children: ReactNode }) => (
  <li className="flex min-w-0 items-start gap-2">
    <Icon name={icon} size={20} className="mt-0.5 shrink-0" />
    <span className="min-w-0">{children}</span>
  </li>
);

function Places({ person: { memberships } }: { person: PersonRecord }) {
  const t = useTranslations('people');
  const here = memberships.filter(runs);
  if (here.length === 0) return <p className="text-ink-2">{t('record.noMemberships')}</p>;
  return here.map(({ id, unitName, within, kind }) => (
    <p key={id}>
      <strong>{[unitName, within].filter(Boolean).join(', ')}</strong>{' '}
      <span className="block text-ink-2">{t(`kind.${kind}`)}</span>
    </p>
  ));
}

function Offices({ person: { offices } }: { person: PersonRecord }) {
  const t = useTranslations('people');
  return offices
    .filter(runs)
    .slice(0, NAMED_MAX)
    .map(({ id, title, unitName }) => (
      <Fact key={id} icon="person">
        {t('record.at', { what: t(`office.${title}`), unit: unitName })}
      </Fact>
    ));
}

/** One pair is named; of more she guides it is said how many. */
function Pairs({ person: { id }, pairs }: { person: PersonRecord; pairs: readonly PairRow[] }) {
  const t = useTranslations('people.record');
  const live = pairs.filter(({ state }) => state === 'live');
  const guided = live.filter(({ instructor }) => instructor.id === id);
  const named = guided.length > NAMED_MAX ? live.filter((pair) => !guided.includes(pair)) : live;
  return (
    <>
      {guided.length > NAMED_MAX && (
        <Fact icon="one_plus_one_instructor">
          <a href="#pairs">{t('guidesMany', { count: guided.length })}</a>
        </Fact>
      )}
      {named.map((pair) => (
        <Fact key={pair.id} icon="one_plus_one_instructor">
          <Link href={`/admin/pairs/${pair.id}`}>
            <PairWords personId={id} pair={pair} />
          </Link>
        </Fact>
      ))}
    </>
  );
}

function Models({ models }: { models: readonly ModelOfPerson[] }) {
  const t = useTranslations('people.record');
  const standing = models.filter((model) => !isLeft(model) && model.status !== 'ended');
  const rest = standing.length - NAMED_MAX;
  return (
    <>
      {standing.slice(0, NAMED_MAX).map(({ id, name, kind, parts: [part] }) => (
        <Fact key={id} icon={kind}>
          {part && <PartWords part={part} />}, <Link href={`/admin/digital-models/${id}`}>{name}</Link>
        </Fact>
      ))}
      {rest > 0 && (
        <Fact icon="hexagon">
          <a href="#models">{t('moreModels', { count: rest })}</a>
        </Fact>
      )}
    </>
  );
}

function Next({ session }: { session: ComingOfPerson | undefined }) {
  const t = useTranslations();
  const training = useTranslations('trainings');
  const locale = useLocale() as Locale;
  if (!session) return null;
  return (
    <Fact icon="calendar">
      <a href="#coming">
        {t('people.record.next', {
          title: session.title,
          when: daysWords(training, locale, session, formatWeekdayInside),
        })}
      </a>{' '}
      <span className="flex flex-wrap items-center gap-x-3 text-ink-2 text-sm">
        {session.teaches && t('people.record.teaches')} {session.seat && <SeatWords seat={session.seat} />}
      </span>
    </Fact>
  );
}
