import { useTranslations } from 'next-intl';
import { ModelMark } from '@/components/charts/model-mark';
import { MoreLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import type { MatrixMark, MatrixRow, MatrixUnit } from '@/domain/coverage/matrix/matrix';
import { keepTogether } from '@/i18n/compounds';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { GapDeed, type MatrixDeeds } from './gap-deed';
import { RecogniseLink, TrainLink } from './matrix-links';

type MatrixProps = {
  locale: Locale;
  rows: readonly MatrixRow[];
  /** no more than so many rows, and behind them the way to all of them */
  first?: number;
  all?: string;
  /** deeds done by one tap; without them each gap leads to the page where it is mended */
  deeds?: MatrixDeeds;
  /** rows can be ticked for the form of this id; `chosen` are ticked already */
  selection?: { form: string; chosen: ReadonlySet<string> };
  /** sub-associations whose groups are shown unfolded */
  unfolded?: ReadonlySet<string>;
};

/** Each sub-association of a commune and what it has, unfolding to its groups; every gap with the deed that mends it. */
export function MatrixTable({ locale, rows, first, all, ...part }: MatrixProps) {
  const t = useTranslations('coverage.matrix');
  const count = formatNumber(locale, rows.length);
  const shown = first === undefined ? rows : rows.slice(0, first);
  return (
    <>
      <MatrixLegend />
      <div className="relative max-md:@container md:overflow-x-auto">
        <table className="table lines matrix">
          <caption className="sr-only">{t('caption')}</caption>
          <MatrixHead selects={part.selection !== undefined} />
          {shown.map((row) => (
            <Unfolding key={row.unitId} locale={locale} row={row} {...part} />
          ))}
        </table>
      </div>
      {all && (
        <p className="mt-3">
          <MoreLink as={Link} href={all}>
            {t('all', { count })}
          </MoreLink>
        </p>
      )}
    </>
  );
}

const signs = {
  recognition: 'digital_sub_association',
  family: 'digital_family',
  pair: 'one_plus_one_instructor',
} as const;

/** What the marks mean. */
function MatrixLegend() {
  const t = useTranslations('coverage.matrix');
  return (
    <p className="mb-2 flex flex-wrap gap-x-5 text-sm">
      {(['active', 'planned', 'paused', 'none'] as const).map((state) => (
        <ModelMark key={state} state={state} worded />
      ))}
      {(['recognition', 'family', 'pair'] as const).map((column) => (
        <span key={column} className="inline-flex items-center gap-1.5 md:hidden">
          <Icon name={signs[column]} size={24} /> {t(column)}
        </span>
      ))}
      <span className="inline-flex items-center gap-1.5 md:hidden">
        <Icon name="link" size={22} /> {t('tie')}
      </span>
    </p>
  );
}

function MatrixHead({ selects }: { selects: boolean }) {
  const t = useTranslations('coverage.matrix');
  return (
    <thead>
      <tr>
        <th scope="col">
          {selects && <span className="sr-only">{t('tick')}, </span>}
          {t('unit')}
        </th>
        {(['recognition', 'family', 'pair'] as const).map((column) => (
          <th key={column} scope="col" className="middle">
            <Icon name={signs[column]} size={28} /> <span className="max-md:sr-only">{t(column)}</span>
          </th>
        ))}
        <th scope="col" className="middle">
          <Icon name="link" size={24} className="md:hidden" /> <span className="max-md:sr-only">{t('tie')}</span>
        </th>
        <th scope="col" className="number">
          {t('groups')}
        </th>
        <th scope="col">{t('deeds')}</th>
      </tr>
    </thead>
  );
}

type Part = Pick<MatrixProps, 'locale' | 'deeds' | 'selection'>;

/** A row with the rows of its groups, which are there once it is unfolded. */
function Unfolding({ row, unfolded, ...part }: Part & Pick<MatrixProps, 'unfolded'> & { row: MatrixRow }) {
  const t = useTranslations('coverage.matrix');
  const { locale } = part;
  const name = keepTogether(row.name);
  return (
    <tbody>
      <tr {...(!row.covered && { className: 'gap' })}>
        <UnitName unit={row} selection={part.selection} />
        <Mark label={t('recognition')} state={row.recognition} />
        <Parts unit={row} />
        <td data-l={t('groups')} className="number">
          {row.groups.length > 0 ? (
            <details className="unfold" open={unfolded?.has(row.unitId)}>
              <summary>
                <Icon name="chevron-right" size={18} />
                {t('groupsOf', {
                  covered: formatNumber(locale, row.groupsCovered),
                  groups: formatNumber(locale, row.groupsCount),
                })}{' '}
                <span className="sr-only">{t('unfold', { name })}</span>
              </summary>
            </details>
          ) : (
            <>
              <span aria-hidden="true">–</span> <span className="sr-only">{t('noGroups')}</span>
            </>
          )}
        </td>
        <Deeds unit={row} deeds={part.deeds} recognise={row} />
      </tr>
      {row.groups.map((group) => (
        <tr key={group.unitId} className={group.covered ? 'below' : 'below gap'}>
          <UnitName unit={group} selection={part.selection} />
          <td className="none" />
          <Parts unit={group} />
          <td className="none" />
          <Deeds unit={group} deeds={part.deeds} />
        </tr>
      ))}
    </tbody>
  );
}

/** Its name, which leads to its record, behind its box where rows can be ticked. */
function UnitName({ unit, selection }: { unit: MatrixUnit; selection: Part['selection'] }) {
  const t = useTranslations('coverage.matrix');
  const place = unit.parentName ? `${unit.name}, ${unit.parentName}` : unit.name;
  return (
    <th scope="row" id={`unit-${unit.unitId}`}>
      {selection && (
        <label className="choice tick">
          <input
            type="checkbox"
            name="units"
            value={unit.unitId}
            form={selection.form}
            defaultChecked={selection.chosen.has(unit.unitId)}
          />
          <span className="sr-only">{t('choose', { name: place })}</span>
        </label>
      )}{' '}
      <Link href={`/admin/units/${unit.unitId}`}>{keepTogether(unit.name)}</Link>
    </th>
  );
}

/** Its family, its pair, and whether they are tied. */
function Parts({ unit }: { unit: MatrixUnit }) {
  const t = useTranslations('coverage.matrix');
  return (
    <>
      <Mark label={t('family')} state={unit.family} />
      <Mark label={t('pair')} state={unit.pair} />
      <td data-l={t('tie')} className="middle">
        <Icon name={unit.covered ? 'check' : 'cross'} className={unit.covered ? 'text-rubber' : 'text-basalt'} />
        <span className="sr-only">{t(unit.covered ? 'tied' : 'untied')}</span>
      </td>
    </>
  );
}

type MarkProps = { label: string; state: MatrixMark };

const Mark = ({ label, state }: MarkProps) => (
  <td data-l={label} className="middle">
    <ModelMark state={state} />
  </td>
);

type DeedsProps = { unit: MatrixUnit; deeds: MatrixProps['deeds']; recognise?: MatrixRow };

/** What mends its gap, a class there, and the way to a Digital Sub-association. */
function Deeds({ unit: { gap }, deeds, recognise }: DeedsProps) {
  const leadsOn = gap?.remedy || gap?.mayTrain || recognise?.recognise;
  if (!leadsOn) return <td className="none" />;
  return (
    <td className="deed">
      <div className="deeds">
        {gap && <GapDeed gap={gap} deeds={deeds} />}
        {gap?.mayTrain && <TrainLink gap={gap} />}
        {recognise && <RecogniseLink unit={recognise} />}
      </div>
    </td>
  );
}
