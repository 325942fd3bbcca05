import { useLocale, useTranslations } from 'next-intl';
import { fullPlace } from '@/components/digital-models/people/host-name';
import { DefinitionList } from '@/components/ui/definition-list';
import { Link } from '@/components/ui/link';
import { type Day, today } from '@/domain/days/day';
import { lastDayBefore, neverWas } from '@/domain/days/ending';
import { type PairRow, toldEndReasons } from '@/domain/pairs/pair';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { PairState } from './pair-state';

/** A pair with its days, place, families and, once it ended, what came of it. */
export function PairFacts({ pair }: { pair: PairRow }) {
  const t = useTranslations('pairs.record');
  const locale = useLocale() as Locale;
  const entries = [
    { term: t('now'), value: <PairState pair={pair} /> },
    {
      term: t('instructor'),
      value: (
        <>
          {pair.instructor.name ?? t('erased')}
          <br />
          <Link href={`/admin/pairs/chains/${pair.instructor.id}`}>
            {t('chain', { name: pair.instructor.name ?? t('erased') })}
          </Link>
        </>
      ),
    },
    { term: t('learner'), value: pair.learner.name ?? t('erased') },
    { term: t('place'), value: pair.host ? fullPlace(pair.host) : '' },
    { term: t('from'), value: formatDay(locale, pair.from) },
    ...(pair.to ? [{ term: t('lastDay'), value: <LastDay from={pair.from} to={pair.to} /> }] : []),
    ...(pair.endReason ? [{ term: t('reason'), value: <EndReasonWords reason={pair.endReason} /> }] : []),
    ...(pair.endNote ? [{ term: t('note'), value: pair.endNote }] : []),
    ...(pair.outcome ? [{ term: t('outcome'), value: pair.outcome }] : []),
    { term: t('families'), value: <Families pair={pair} /> },
  ];
  return <DefinitionList entries={entries} />;
}

function LastDay({ from, to }: { from: Day; to: Day }) {
  const t = useTranslations('pairs.record');
  const locale = useLocale() as Locale;
  return <>{neverWas({ from, to }) ? t('never') : formatDay(locale, lastDayBefore(to))}</>;
}

/** One of the list in the reader's language; one brought in from elsewhere as it was written. */
function EndReasonWords({ reason }: { reason: string }) {
  const t = useTranslations('pairs.end.reasons');
  const known = toldEndReasons.find((each) => each === reason);
  return <>{known ? t(known) : reason}</>;
}

function Families({ pair: { families } }: { pair: PairRow }) {
  const t = useTranslations('pairs.record');
  const locale = useLocale() as Locale;
  if (families.length === 0) return <>{t('none')}</>;
  return (
    <ul>
      {families.map(({ modelId, name, since }) => (
        <li key={modelId}>
          <Link href={`/admin/digital-models/${modelId}`}>{name}</Link>,{' '}
          {t(since > today() ? 'tiedFrom' : 'tiedSince', { day: formatDay(locale, since) })}
        </li>
      ))}
    </ul>
  );
}
