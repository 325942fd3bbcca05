import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import {
  lackOfYes,
  type StoryEnd,
  type SubjectPerson,
  type ToldOf,
} from '@/domain/articles/subject-person/subject-person';
import type { Day } from '@/domain/days/day';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PanelProps = {
  subject: SubjectPerson;
  /** where she is chosen; null where the viewer does not write */
  choose: string | null;
};

/** Of whom a story tells, on its page: who, whether she agrees, what happened, and the way to choose. */
export function SubjectPersonPanel({ subject, choose }: PanelProps) {
  const t = useTranslations('articles.subjectPerson');
  if (!subject.of && !choose) return null;
  return (
    <Panel title={t('title')}>
      <SubjectPersonNow subject={subject} asksAbove={lackOfYes(subject) !== null} />
      {choose && (
        <p className="mt-2">
          <Link href={choose} className="inline-flex min-h-11 items-center">
            {t(subject.of ? 'change' : 'open')}
          </Link>
        </p>
      )}
    </Panel>
  );
}

type NowProps = {
  subject: SubjectPerson;
  /** the way to ask her stands beside what is lacking */
  asksAbove?: boolean;
};

/** Who she is, as far as the viewer sees her, and what she answered. */
export function SubjectPersonNow({ subject, asksAbove = false }: NowProps) {
  const t = useTranslations('articles.subjectPerson');
  const { of, agrees, lastDay, names, ended } = subject;
  if (!of) return <p>{t('nobody')}</p>;
  return (
    <>
      {ended && of.kind !== 'erased' && <Ended {...ended} />}
      <p>
        <Who of={of} />
      </p>
      {of.kind !== 'erased' && (
        <p className="mt-2 flex flex-wrap gap-1.5">
          {agrees !== null && <Agreement agrees={agrees} lastDay={lastDay} />}
          {!names && <Badge tone="information">{t('unnamed')}</Badge>}
        </p>
      )}
      {of.kind !== 'erased' && agrees === false && !asksAbove && <Ask subject={subject} />}
    </>
  );
}

/** What she answered; up to the last day of a yes that has one. */
function Agreement({ agrees, lastDay }: { agrees: boolean; lastDay: Day | null }) {
  const t = useTranslations('articles.subjectPerson');
  const locale = useLocale() as Locale;
  if (!agrees) return <Badge tone="problem">{t('notAgreed')}</Badge>;
  return <Badge tone="done">{lastDay ? t('agreesUntil', { day: formatDay(locale, lastDay) }) : t('agrees')}</Badge>;
}

function Who({ of }: { of: ToldOf }) {
  const t = useTranslations('articles.subjectPerson');
  if (of.kind !== 'seen') return t(of.kind);
  return t.rich('is', {
    person: () => <Link href={`/admin/people/${of.id}`}>{of.name}</Link>,
    unit: of.unitName,
  });
}

/** Whose move it is: hers who may ask the woman, or of those who keep her record. */
function Ask({ subject: { of, mayAsk } }: { subject: SubjectPerson }) {
  const t = useTranslations('articles.subjectPerson');
  if (of?.kind !== 'seen' || !mayAsk) return <p className="mt-2 text-ink-2">{t('askOthers')}</p>;
  return (
    <p className="mt-2">
      <Link href={`/admin/people/${of.id}/consents#name_in_story`} className="inline-flex min-h-11 items-center">
        {t('ask')}
      </Link>
    </p>
  );
}

/** What happened, and what can be done about it. */
function Ended({ at, stays }: StoryEnd) {
  const t = useTranslations('articles.subjectPerson');
  const locale = useLocale() as Locale;
  return (
    <Notice tone="problem" title={t('ended', { at: formatInstant(locale, at), stays: stays ?? 'none' })}>
      {t('endedMove')}
    </Notice>
  );
}

/** Before it is approved or published: why it would not go out, and whose move that is. */
export function SubjectPersonLack({ subject }: { subject: SubjectPerson }) {
  const t = useTranslations('articles.subjectPerson');
  const lack = lackOfYes(subject);
  if (!lack && subject.of && !subject.names)
    return <p className="mb-3 border-lotus border-l-4 pl-3">{t('readUnnamed')}</p>;
  if (!lack) return null;
  return (
    <div className="mb-3 border-lotus border-l-4 pl-3">
      <p>
        <strong>{t(`lack.${lack}`)}</strong>
      </p>
      {lack === 'not-agreed' && <Ask subject={subject} />}
    </div>
  );
}
