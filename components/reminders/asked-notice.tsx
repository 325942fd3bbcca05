import { useTranslations } from 'next-intl';
import { GapDeed, type MatrixDeeds } from '@/components/coverage/matrix/gap-deed';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { AskedHere } from '@/domain/overview/asked-of-her';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { dueIn } from './part-words';

/** As many as one reads at a glance; the matrix has all of them. */
const FIRST = 4;

type NoticeProps = {
  locale: Locale;
  asked: readonly AskedHere[];
  deeds: MatrixDeeds;
  /** where all that is missing stands, and where a commune says that it reports */
  all: string;
  declare: string;
};

/** What somebody asked her for: each place with the deed that mends it, until it is mended or the day is over. */
export function AskedNotice({ locale, asked, deeds, all, declare }: NoticeProps) {
  const t = useTranslations('reminders.asked');
  const coverage = useTranslations('coverage.matrix');
  if (asked.length === 0) return null;
  return (
    <section className="rounded-tile border-2 border-lotus bg-card px-4 py-4 md:px-6">
      <h2 className="mb-2">{t('title')}</h2>
      {asked.map(({ by, askedOn, lastDay, gaps, silent }) => (
        <div key={`${lastDay} ${askedOn} ${by}`} className="mb-2">
          <p>{t('by', { by, day: formatDay(locale, askedOn), lastDay: formatDay(locale, lastDay) })}</p>
          {silent && (
            <p className="mt-2">
              <ButtonLink as={Link} href={declare} compact variant="primary">
                {coverage('declare')}
              </ButtonLink>
            </p>
          )}
          <GapLines gaps={gaps.slice(0, FIRST)} deeds={deeds} />
          {gaps.length > FIRST && (
            <p className="mt-1">
              <MoreLink as={Link} href={all}>
                {t('rest', { count: gaps.length - FIRST })}
              </MoreLink>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

function GapLines({ gaps, deeds }: { gaps: AskedHere['gaps']; deeds: MatrixDeeds }) {
  const words = { t: useTranslations('reminders'), missing: useTranslations('coverage.missing') };
  return (
    <ul className="mt-1">
      {gaps.map((gap) => (
        <li
          key={gap.unitId}
          className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-rule border-t py-2"
        >
          <span className="min-w-0 grow basis-56">{dueIn(words, { ...gap, parts: gap.missing })}</span>
          <GapDeed gap={gap} deeds={deeds} primary />
        </li>
      ))}
    </ul>
  );
}
