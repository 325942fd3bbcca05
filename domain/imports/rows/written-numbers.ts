/** A number as a cell of a sheet had it: which row, which place in it. */
export type WrittenNumber = { no: number; place: number; written: string };

/** Rows as they stood in the sheet: their masked cells, with the numbers that a door handed out. */
export function withNumbers<Row extends { no: number; cells: string[] }>(
  rows: readonly Row[],
  numbers: readonly WrittenNumber[],
): Row[] {
  const written = new Map(numbers.map((number) => [`${number.no} ${number.place}`, number.written]));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => written.get(`${row.no} ${at}`) ?? cell),
  }));
}
