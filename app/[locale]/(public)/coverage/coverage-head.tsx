import { useTranslations } from 'next-intl';
import { CoverageFilter } from '@/components/coverage/coverage-filter';
import { CoverageSentence, SignedSentence, SilentSentence } from '@/components/coverage/coverage-sentence';
import { OtherDay } from '@/components/coverage/other-day';
import { CiteLink } from '@/components/figures/cite-link';
import { HowLink } from '@/components/indicators/how-link';
import { PublishedBandNote } from '@/components/spot-checks/published-band';
import { PaceSentence } from '@/components/targets/pace-panel';
import { Kicker } from '@/components/ui/kicker';
import type { AskedDay, CoverageLevel, ProvinceCoverage } from '@/domain/coverage/coverage';
import type { SignedReading } from '@/domain/coverage/rulings/ruling';
import { type Day, today } from '@/domain/days/day';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { findPublishedBand } from '@/domain/spot-checks/tally-queries';
import { keepTogether } from '@/i18n/compounds';
import { formatDay, formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type HeadProps = Omit<SentencesProps, 'level' | 'day'> & {
  asked: AskedDay & { level: CoverageLevel; place: string | undefined; years: string | undefined };
  /** of the one map or the other */
  route: 'coverage' | 'coverageBoundaries';
};

/** What is shown of which day, in sentences, and the way to another day or level. */
export function CoverageHead({ asked: { day, level, refused, typed, ...kept }, route, ...of }: HeadProps) {
  const t = useTranslations('coverage');
  const { locale, figures, signed } = of;
  return (
    <>
      <Kicker icon="hexagon">{t('headed', { day: formatDay(locale, day) })}</Kicker>
      <h1 className="mb-3 max-w-[22em]">
        {keepTogether(
          figures.percent === null
            ? t('noStatement')
            : t('statement', { percent: formatPercent(locale, figures.percent), level, reading: signed.reading }),
        )}
      </h1>
      <Sentences {...of} level={level} day={day} />
      {day === today() && <DoubtToday locale={locale} />}
      <OtherDay locale={locale} day={day} refused={refused} last={today()} />
      <CoverageFilter
        action={hrefTo(locale, route)}
        hrefOf={(name) => hrefTo(locale, route, {}, { ...queryOf(name, day), ...kept })}
        level={level}
        kept={kept}
        day={typed}
        refused={refused !== null}
        last={today()}
      />
    </>
  );
}

type SentencesProps = {
  locale: Locale;
  level: CoverageLevel;
  day: Day;
  figures: ProvinceCoverage;
  atTarget: number;
  pace: Parameters<typeof PaceSentence>[0]['pace'];
  signed: SignedReading;
};

/** The city on the day in a few sentences, and where it is defined what they count. */
function Sentences({ locale, level, day, figures, atTarget, pace, signed }: SentencesProps) {
  const t = useTranslations('coverage');
  return (
    <p className="mb-6 max-w-[34em] font-serif text-read">
      <CoverageSentence locale={locale} province={figures} level={level} signed={signed} />{' '}
      {t('communesAt', { count: atTarget, shown: formatNumber(locale, atTarget) })}{' '}
      {atTarget !== figures.communesAt100 && (
        <>{t('communesAt100', { shown: formatNumber(locale, figures.communesAt100) })} </>
      )}
      <SilentSentence locale={locale} province={figures} />{' '}
      <PaceSentence locale={locale} pace={pace} what={t(`levelsLower.${level}`)} />{' '}
      <SignedSentence locale={locale} signed={signed} />{' '}
      <HowLink
        locale={locale}
        code={coverageIndicator(level)}
        of={t(`levels.${level}`)}
        className="mr-1.5 text-lotus"
      />{' '}
      <CiteLink
        locale={locale}
        code={coverageIndicator(level)}
        day={day}
        of={t(`levels.${level}`)}
        className="text-lotus"
      />
    </p>
  );
}

/** How far the figures of today hold, as the last round of spot checks found. */
const DoubtToday = async ({ locale }: { locale: Locale }) => (
  <PublishedBandNote locale={locale} published={await findPublishedBand()} />
);

/** The address leaves out what is asked anyway. */
export const queryOf = (level: CoverageLevel, day: Day) => ({
  level: level === 'group' ? level : undefined,
  on: day === today() ? undefined : day,
});
