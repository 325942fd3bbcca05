import { useTranslations } from 'next-intl';
import { percentOf } from '@/domain/coverage/coverage';
import type { UnitPace } from '@/domain/targets/target';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { PaceLine } from './pace-panel';
import { TargetLine } from './target-line';

type HereProps = { locale: Locale; year: number; paces: readonly UnitPace[] };

/** The targets of one place in sentences: what it is, how far it has come, and when it would be there. */
export function TargetsHere({ locale, year, paces }: HereProps) {
  return (
    <ul className="grid gap-4">
      {paces.map((one) => (
        <TargetHere key={one.code} locale={locale} year={year} one={one} />
      ))}
    </ul>
  );
}

function TargetHere({ locale, year, one }: Omit<HereProps, 'paces'> & { one: UnitPace }) {
  const t = useTranslations('targets');
  const { code, pace, target, measure, source, from } = one;
  const what = t(`what.${code}`);
  // a share of one unit has come or has not: a pace of it would be a fraction of a unit a week
  const single = pace?.whole === 1;
  return (
    <li>
      <p className="font-semibold">{what.charAt(0).toLocaleUpperCase(locale) + what.slice(1)}</p>
      <p>
        <TargetLine locale={locale} year={year} value={target} unit={measure} source={source} from={from} />{' '}
        {pace && <TargetSoFar locale={locale} pace={pace} what={what} />}
      </p>
      {pace && !single && <PaceLine locale={locale} pace={pace} what={what} />}
    </li>
  );
}

type SoFarProps = { locale: Locale; pace: NonNullable<UnitPace['pace']>; what: string };

/** "Đã có 12 trong 20 chi hội: 60%." */
export function TargetSoFar({ locale, pace: { verdict, done, whole, missing }, what }: SoFarProps) {
  const t = useTranslations('targets.here');
  if (verdict.name === 'silent') return t('silent');
  if (whole === 1) return t('one', { reached: String(missing === 0) });
  const said = { done: formatNumber(locale, done), what };
  if (whole === null) return t('count', said);
  return t('share', {
    ...said,
    whole: formatNumber(locale, whole),
    percent: formatPercent(locale, percentOf(done, whole) ?? 0),
  });
}
