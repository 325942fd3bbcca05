import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { placeName } from '@/components/coverage/coverage-table';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import type { ReportContent, Sentence } from '@/domain/reports/report-content';
import { type MovedCommune, movedMost, type Summary, type WaitingCommune } from '@/domain/reports/summary/summary';
import { formatDay, formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { periodWithin, sentenceText, type Words } from '../report-words';
import { FAR_SENTENCES, MOVED_SENTENCES } from './half-sentences';

type HalfProps = { summary: Summary; remind: string | null; accept: string | null };

/** How far, what moved most, what is missing and what is due: a screen and a half on a phone, half a sheet on paper. */
export function HalfPage({ summary, remind, accept }: HalfProps) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  const { content, isFiled, waiting, next } = summary;
  const { up, down } = movedMost(content);
  return (
    <div className="half-page grid max-w-[44em] gap-4">
      <p className="flex flex-wrap items-center gap-2 text-ink-2 text-sm">
        {content.demo && <DemoMark className="demo-on-print" />}
        {t(isFiled ? 'summary.filed' : 'summary.live', { day: formatDay(locale, content.day) })}
      </p>
      <Part title={t('summary.far')}>
        {toldOf(content, FAR_SENTENCES).map((sentence) => (
          <p key={JSON.stringify(sentence)}>{sentenceText(t, locale, sentence)}</p>
        ))}
      </Part>
      <Part title={t('summary.moved')}>
        {up.length + down.length === 0 && <p>{t('summary.still')}</p>}
        <Moved label={t('summary.up')} communes={up} />
        <Moved label={t('summary.down')} communes={down} />
        {toldOf(content, MOVED_SENTENCES).map((sentence) => (
          <p key={sentence.say}>
            {sentence.say === 'trainings' ? heldText(t, sentence) : sentenceText(t, locale, sentence)}
          </p>
        ))}
      </Part>
      <Part title={t('summary.missing')}>
        <Waiting waiting={waiting} waits="missing" href={remind} />
        <Waiting waiting={waiting} waits="to-accept" href={accept} />
        {waiting.length === 0 && <p>{t('summary.nothing')}</p>}
      </Part>
      <Part title={t('summary.due')}>
        <p>
          {next
            ? t('summary.next', { day: formatDay(locale, next.due), period: periodWithin(t, next) })
            : t('summary.noNext')}
        </p>
      </Part>
    </div>
  );
}

type Held = Extract<Sentence, { say: 'trainings' }>;

/** What is printed and handed on counts no person: of trainings how many they were, and how long (0128). */
const heldText = (t: Words, { sessions, hours, before }: Held): string =>
  t('summary.held', { sessions, hours, known: before === null ? 'no' : 'yes', before: before ?? 0 });

/** Sentences of the report, of these kinds, in its order. */
const toldOf = ({ sentences }: ReportContent, kinds: readonly string[]) =>
  sentences.filter(({ say }) => kinds.includes(say));

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="mb-1 text-h3">{title}</h2>
    {children}
  </section>
);

function Moved({ label, communes }: { label: string; communes: readonly MovedCommune[] }) {
  const coverage = useTranslations('coverage');
  const t = useTranslations('reports.summary');
  const locale = useLocale() as Locale;
  if (communes.length === 0) return null;
  const told = communes.map(({ was, now, change, ...place }) =>
    t('change', {
      place: placeName(coverage, place),
      was: formatPercent(locale, was),
      now: formatPercent(locale, now),
      change: formatNumber(locale, Math.abs(change)),
      way: change > 0 ? 'up' : 'down',
    }),
  );
  return (
    <p>
      <b>{label}:</b> {told.join('; ')}.
    </p>
  );
}

/** So many are named. */
const NAMED = 5;

type WaitingProps = { waiting: readonly WaitingCommune[]; waits: WaitingCommune['waits']; href: string | null };

/** Which communes wait, and the deed that settles it for who may do it. */
function Waiting({ waiting, waits, href }: WaitingProps) {
  const t = useTranslations('reports');
  const coverage = useTranslations('coverage');
  const here = waiting.filter((each) => each.waits === waits);
  if (here.length === 0) return null;
  const named = here.slice(0, NAMED).map((place) => placeName(coverage, place));
  const rest = here.length - named.length;
  const names = rest > 0 ? t('signers.more', { names: named.join(', '), count: rest }) : named.join(', ');
  return (
    <p>
      {t(waits === 'missing' ? 'summary.notSigned' : 'summary.toAccept', { count: here.length, names })}{' '}
      {href && (
        <Link className="no-print" href={href}>
          {t(waits === 'missing' ? 'summary.remind' : 'summary.accept')}
        </Link>
      )}
    </p>
  );
}
