import { type Day, today } from '@/domain/days/day';
import { nameBag } from '@/domain/people/name';
import { type ColumnField, type MemberKind, type Reason, reason, type SheetColumns } from './import';
import { findUnit, type UnitNames, type UnitPlace } from './rows/unit-names';
import { readBirthYear, readDayCell, readKind, readName, readPhone } from './sheets/cell-values';

const ADDRESS_MAX = 300;

/** A row as it was understood. Null means that nothing is said, which changes nothing. */
export type Draft = {
  no: number;
  name: string;
  bag: string;
  birthYear: number | null;
  phone: string | null;
  address: string | null;
  unit: UnitPlace | null;
  kind: MemberKind | null;
  joinedOn: Day | null;
  reasons: Reason[];
};

/** Reads the cells of one row; what cannot be read stands in `reasons`. */
export function draftOf(row: { no: number; cells: readonly string[] }, columns: SheetColumns, units: UnitNames): Draft {
  const cell = (field: ColumnField): string => {
    const at = columns.fields.indexOf(field);
    return at < 0 ? '' : (row.cells[at] ?? '').trim();
  };
  const reasons: Reason[] = [];
  const read = <Value>(text: string, reader: (text: string) => Value | null, wrong: string): Value | null => {
    const value = text ? reader(text) : null;
    if (text && value === null) reasons.push(reason(wrong, text));
    return value;
  };
  const written = cell('fullName') || [cell('surname'), cell('givenName')].filter(Boolean).join(' ');
  if (!written) reasons.push(reason('no-name'));
  const name = read(written, readName, 'not-a-name') ?? '';
  const joinedOn = read(cell('joinedOn'), readDayCell, 'not-a-day');
  if (joinedOn && joinedOn > today()) reasons.push(reason('day-ahead', cell('joinedOn')));
  const found = findUnit(units, {
    unit: cell('unit'),
    subAssociation: cell('subAssociation'),
    group: cell('group'),
  });
  if ('reason' in found) reasons.push(found.reason);
  return {
    no: row.no,
    name,
    bag: nameBag(name),
    birthYear: read(cell('birth'), readBirthYear, 'not-a-birth'),
    phone: read(cell('phone'), readPhone, 'not-a-phone'),
    address: cell('address').slice(0, ADDRESS_MAX) || null,
    unit: 'unit' in found ? found.unit : null,
    kind: read(cell('kind'), readKind, 'kind-unknown'),
    joinedOn,
    reasons,
  };
}
