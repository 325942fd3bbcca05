import { useTranslations } from 'next-intl';
import { ModelSign } from '@/components/charts/model-mark';
import { Icon, IconSign } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import type { MatrixMark, MatrixRow, MatrixUnit } from '@/domain/coverage/matrix/matrix';
import type { Day } from '@/domain/days/day';
import { keepTogether } from '@/i18n/compounds';
import { formatDayOfYear, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { GapDeed, type MatrixDeeds } from './gap-deed';
import { HouseholdsLink, RecogniseLink, TrainLink } from './matrix-links';

/** What every row of a matrix is drawn with. */
export type RowPart = {
  locale: Locale;
  /** deeds done by one tap; without them each gap leads to the page where it is mended */
  deeds?: MatrixDeeds;
  /** rows can be ticked for the form of this id; `chosen` are ticked already */
  selection?: { form: string; chosen: ReadonlySet<string> };
  /** where the groups of a sub-association stand unfolded: they are left out here */
  groupsHref?: (unitId: string) => string;
  /** one looks for Digital Sub-associations: the way to them shows on a phone too */
  recognising?: boolean;
  /** when units were last reminded of what they lack */
  reminded?: ReadonlyMap<string, Day>;
};

/** A row with the rows of its groups, which are there once it is unfolded. */
export function Unfolding({ row, open, ...part }: RowPart & { row: MatrixRow; open: boolean }) {
  const t = useTranslations('coverage.matrix');
  return (
    <tbody>
      <tr {...(!row.covered && { className: 'gap' })}>
        <UnitName unit={row} selection={part.selection} />
        <Mark label={t('recognition')} state={row.recognition} />
        <Parts unit={row} />
        <td data-l={t('groups')} className="number">
          <Groups locale={part.locale} row={row} open={open} hrefOf={part.groupsHref} />
        </td>
        <Deeds unit={row} part={part} row={row} />
      </tr>
      {(part.groupsHref ? [] : row.groups).map((group) => (
        <tr key={group.unitId} className={group.covered ? 'below' : 'below gap'}>
          <UnitName unit={group} selection={part.selection} />
          <td className="none empty" />
          <Parts unit={group} />
          <td className="none" />
          <Deeds unit={group} part={part} />
        </tr>
      ))}
    </tbody>
  );
}

type GroupsProps = { locale: Locale; row: MatrixRow; open: boolean; hrefOf: RowPart['groupsHref'] };

/** How many of its groups count, which unfolds them, or leads to where they are. */
function Groups({ locale, row, open, hrefOf }: GroupsProps) {
  const t = useTranslations('coverage.matrix');
  if (row.groupsCount === 0)
    return (
      <>
        <span aria-hidden="true">–</span> <span className="sr-only">{t('noGroups')}</span>
      </>
    );
  const [covered, groups] = [row.groupsCovered, row.groupsCount].map((count) => formatNumber(locale, count));
  const words = t('groupsOf', { covered: covered ?? '', groups: groups ?? '' });
  if (row.groups.length === 0) return words;
  const said = (
    <>
      <Icon name="chevron-right" size={18} />
      {words} <span className="sr-only">{t('unfold', { name: row.name })}</span>
    </>
  );
  if (hrefOf)
    return (
      <Link href={hrefOf(row.unitId)} className="inline-flex min-h-11 min-w-11 items-center justify-end gap-1">
        {said}
      </Link>
    );
  return (
    <details className="unfold" open={open}>
      <summary>{said}</summary>
    </details>
  );
}

/** Its name, which leads to its record, behind its box where rows can be ticked. */
function UnitName({ unit, selection }: { unit: MatrixUnit; selection: RowPart['selection'] }) {
  const t = useTranslations('coverage.matrix');
  const place = unit.parentName ? `${unit.name}, ${unit.parentName}` : unit.name;
  return (
    <th scope="row" id={`unit-${unit.unitId}`}>
      {selection && (
        <label className="choice tick no-print">
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
        <IconSign
          name={unit.tied ? 'check' : 'cross'}
          label={t(unit.tied ? 'tied' : 'untied')}
          className={unit.tied ? 'text-rubber' : 'text-basalt'}
        />
      </td>
    </>
  );
}

type MarkProps = { label: string; state: MatrixMark };

/** On a phone rows are no table any more: the style says before each mark what it is of. */
const Mark = ({ label, state }: MarkProps) => (
  <td data-l={label} className="middle">
    <ModelSign state={state} />
  </td>
);

type DeedsProps = {
  unit: MatrixUnit;
  part: RowPart;
  /** of a sub-association, which can be recognised as well */
  row?: MatrixRow;
};

/** What mends its gap, a class there, when somebody was reminded of it, and the way to a Digital Sub-association. */
function Deeds({ unit, part, row }: DeedsProps) {
  const { gap, bare } = unit;
  const { recognising = false, deeds } = part;
  const reminded = gap && part.reminded?.get(unit.unitId);
  const [mends, recognises] = [gap?.remedy || gap?.mayTrain || bare || reminded, row?.recognise];
  if (!mends && !recognises) return <td className="none no-print" />;
  return (
    <td className={mends || recognising ? 'deed no-print' : 'deed no-print max-md:hidden'}>
      <div className="deeds">
        {gap && <GapDeed gap={gap} deeds={deeds} />}
        {gap?.mayTrain && <TrainLink gap={gap} />}
        {bare && <HouseholdsLink unit={unit} />}
        {row && recognises && (
          <span className={recognising ? '' : 'max-md:hidden'}>
            <RecogniseLink unit={row} />
          </span>
        )}
        {reminded && <Reminded locale={part.locale} day={reminded} />}
      </div>
    </td>
  );
}

function Reminded({ locale, day }: { locale: Locale; day: Day }) {
  const t = useTranslations('reminders');
  return <span className="text-ink-2 text-sm">{t('row', { day: formatDayOfYear(locale, day) })}</span>;
}
