import { useTranslations } from 'next-intl';
import { HowLinkAtWork } from '@/components/indicators/how-link-at-work';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Both figures of a commune in a line each. */
export function CommuneFiguresInShort({ locale, rows }: { locale: Locale; rows: CommuneCoverage[] }) {
  const t = useTranslations('coverage');
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-4">
      {rows.map((row) => (
        <div key={row.level}>
          <dt className="text-ink-2">{t(`levels.${row.level}`)}</dt>
          <dd className="font-extrabold font-serif text-[2.2rem] text-lotus leading-tight lining-nums">
            {row.percent === null ? t(`states.${row.state}`) : formatPercent(locale, row.percent)}
            {row.percent !== null && (
              <small className="ml-2 inline-block font-sans font-semibold text-base text-ink-2">
                {formatNumber(locale, row.covered)}/{formatNumber(locale, row.units)}
              </small>
            )}
            <HowLinkAtWork
              code={coverageIndicator(row.level)}
              of={t(`levels.${row.level}`)}
              className="ml-2 font-normal font-sans text-ink-2 text-sm"
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
