import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { FoldedRest } from '@/components/ui/panels/fold';
import { Table } from '@/components/ui/tables/table';
import type { Changes, UnitChange, UnitChanges } from '@/domain/coverage/changes/change';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import type { CoverageView } from '@/domain/coverage/view/view';
import type { Day } from '@/domain/days/day';
import { keepTogether } from '@/i18n/compounds';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';
import { ChangeMark } from './change-mark';

/** As many as one looks through; the others open when asked for, and on paper. */
const FIRST = 8;

type ChangesProps = {
  locale: Locale;
  view: CoverageView;
  earlier: Day;
  changes: Changes;
  moved: readonly CommuneCoverage[];
  units: UnitChanges;
  hrefOf: (view: CoverageView) => string;
};

/** What moved between the two days: of all, the places that moved most, and the units that came or went with why. */
export function ChangesSection({ locale, view, earlier, changes, moved, units, hrefOf }: ChangesProps) {
  const t = useTranslations('coverage.changes');
  const words = useTranslations('coverage');
  const count = (value: number) => formatNumber(locale, value);
  const { total } = changes;
  return (
    <section id="changes" className="mt-10 scroll-mt-4">
      <h2 className="mb-2">{t('title', { from: formatDay(locale, earlier), to: formatDay(locale, view.day.day) })}</h2>
      <p className="mb-4">
        {t('lead', {
          change: t(`ways.${total.way}`, { points: count(Math.abs(total.points ?? 0)) }),
          gained: count(units.gained),
          lost: count(units.lost),
          level: view.level,
        })}{' '}
        {changes.began > 0 && t('began', { count: changes.began })}
      </p>
      <div className="grid gap-8 2xl:grid-cols-[20rem_minmax(0,1fr)]">
        {moved.length > 0 && (
          <div>
            <h3 className="mb-2 font-bold">{t('most')}</h3>
            <ol>
              {moved.map((row) => (
                <li
                  key={row.communeId}
                  className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-rule border-t"
                >
                  <Link href={`${hrefOf({ ...view, place: row.slug })}#place`}>{placeName(words, row)}</Link>
                  <ChangeMark locale={locale} change={changes.of.get(row.communeId) ?? changes.total} />
                </li>
              ))}
            </ol>
          </div>
        )}
        {units.units.length > 0 && <UnitChangeTable locale={locale} units={units} />}
      </div>
    </section>
  );
}

function UnitChangeTable({ locale, units: { gained, lost, units } }: { locale: Locale; units: UnitChanges }) {
  const t = useTranslations('coverage.changes');
  const all = gained + lost;
  return (
    <div className="min-w-0">
      <h3 className="mb-2 font-bold">{t('units')}</h3>
      {all > units.length && (
        <p className="mb-2 text-ink-2 text-sm">
          {t('cut', { shown: formatNumber(locale, units.length), count: formatNumber(locale, all) })}
        </p>
      )}
      <Rows caption={t('units')} units={units.slice(0, FIRST)} />
      {units.length > FIRST && (
        <FoldedRest summary={t('rest', { count: units.length - FIRST })} wholeOnPaper>
          <Rows caption={t('rest', { count: units.length - FIRST })} units={units.slice(FIRST)} />
        </FoldedRest>
      )}
    </div>
  );
}

function Rows({ caption, units }: { caption: string; units: readonly UnitChange[] }) {
  const t = useTranslations('coverage.changes');
  return (
    <Table<UnitChange>
      caption={caption}
      rows={units}
      keyOf={({ unitId }) => unitId}
      columns={[
        {
          label: t('unit'),
          kind: 'title',
          cell: ({ unitId, name, subAssociationName, communeName }) => (
            <span>
              <Link href={`/admin/units/${unitId}`}>{keepTogether(name)}</Link>
              <small className="block font-normal text-ink-2">
                {[subAssociationName, communeName].filter(Boolean).join(', ')}
              </small>
            </span>
          ),
        },
        { label: t('now'), cell: ({ covered }) => t(covered ? 'covered' : 'uncovered') },
        {
          label: t('why'),
          cell: ({ covered, reasons }) =>
            reasons.map((reason) => t(`${covered ? 'came' : 'went'}.${reason}`)).join(', '),
        },
      ]}
    />
  );
}
