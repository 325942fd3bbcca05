import { oneOf } from '@/app/address';
import { type MatrixLack, type MatrixSort, matrixLacks, matrixSorts } from '@/domain/coverage/matrix/matrix-view';
import { isId } from '@/domain/id';

type Query = Record<string, string | string[] | undefined>;

/** A page of an official shows no more than these at once. */
const UNITS_MAX = 500;

/** What the matrix of a commune shows: as of which day, in which order, narrowed by what, which sub-association is unfolded and which units are ticked. */
export type AskedMatrix = {
  on?: string | undefined;
  sort?: MatrixSort | undefined;
  lacks?: MatrixLack | undefined;
  open?: string | undefined;
  units?: string[] | undefined;
};

/** What an address asks for; a value that it should not hold is left out. */
export const askedOf = (query: Query): AskedMatrix => ({
  on: oneOf(query.on)?.slice(0, 40),
  sort: matrixSorts.find((each) => each === oneOf(query.sort)),
  lacks: matrixLacks.find((each) => each === oneOf(query.lacks)),
  open: [oneOf(query.open) ?? ''].find(isId),
  units: [query.units ?? []].flat().filter(isId).slice(0, UNITS_MAX),
});

/** The same as one text, as forms bring it along. */
export const textOf = ({ units = [], ...asked }: AskedMatrix): string =>
  new URLSearchParams([
    ...Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ...units.map((id) => ['units', id]),
  ] as [string, string][]).toString();

export const matrixPath = (communeId: string) => `/admin/coverage/${communeId}`;

/** The address of the matrix that shows this. */
export function addressOf(communeId: string, asked: AskedMatrix): string {
  const text = textOf(asked);
  return text ? `${matrixPath(communeId)}?${text}` : matrixPath(communeId);
}

/** The same where a sub-association stands unfolded. */
export const unfoldedPath = (communeId: string, unitId: string) =>
  `${addressOf(communeId, { open: unitId })}#unit-${unitId}`;

/** What was done last, as the address says it: at which unit, on which record, and what it moved. */
export const doneOf = (query: Query) => {
  const unitId = oneOf(query.at);
  return unitId ? { unitId, recordId: oneOf(query.record) ?? '', word: oneOf(query.moved) } : null;
};
