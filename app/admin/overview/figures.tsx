import { useTranslations } from 'next-intl';
import { SilentSentence } from '@/components/coverage/coverage-sentence';
import { CombFigure } from '@/components/overview/comb-figure';
import { OwnMarks } from '@/components/overview/own-marks';
import { MoreLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { coverageLevels } from '@/domain/coverage/coverage';
import { unitsOf } from '@/domain/coverage/matrix/matrix';
import type { Place } from '@/domain/overview/place';
import type { Locale } from '@/i18n/locales';
import { meetingPath } from '../coverage/meeting/path';
import type { Coverage } from './load';

type FiguresProps = { locale: Locale; place: Place; coverage: Coverage };

/** How far her own place has come: all communes together, her commune, or her own unit and its groups. */
export function Figures({ locale, place, coverage: { commune, province, matrix } }: FiguresProps) {
  const t = useTranslations('overview.figures.title');
  if (province)
    return (
      <>
        {coverageLevels.map((level) => (
          <CombFigure
            key={level}
            level={level}
            title={t(level)}
            now={province.now[level]}
            before={province.before?.[level]}
            target={province.targets?.[level]}
          />
        ))}
        <p className="text-ink-2 text-sm">
          <SilentSentence locale={locale} province={province.now.sub_association} />
        </p>
        <MeetingLink />
      </>
    );
  if (commune)
    return (
      <>
        {commune.now.map((row) => (
          <CombFigure
            key={row.level}
            level={row.level}
            title={t(row.level)}
            now={row}
            before={commune.before?.find(({ level }) => level === row.level)}
            target={commune.targets?.[row.level]}
          />
        ))}
        <MeetingLink />
      </>
    );
  const [row] = matrix;
  const unit = unitsOf(matrix).find(({ unitId }) => unitId === place.id);
  return row && unit ? <OwnMarks unit={unit} row={row} /> : null;
}

/** What changed in the month and who needs what, for those who meet over it. */
function MeetingLink() {
  const t = useTranslations('coverage.meeting');
  return (
    <p>
      <MoreLink as={Link} href={meetingPath()}>
        {t('open')}
      </MoreLink>
    </p>
  );
}
