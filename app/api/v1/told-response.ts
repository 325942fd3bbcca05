import 'server-only';
import { writeOpenText } from '@/domain/exports/sheet-writer';
import { env } from '@/domain/ground/env';
import { type Asked, addressOf, fieldsOf, OPEN_DATA } from '@/domain/open-data/datasets';
import { LICENCE, SOURCE } from '@/domain/open-data/licence';
import type { Question } from '@/domain/open-data/question';
import type { AnyRow } from '@/domain/open-data/reading/rows-queries';
import type { Told } from '@/domain/open-data/reading/told';
import { PROBLEM_TYPE, PROBLEMS, type ProblemName, problemOf } from '@/server/refusals/problem';

/** A page of rows as JSON or as a sheet, the same for whoever asks. */
export function toldResponse(question: Question, told: Told<AnyRow>): Promise<Response> | Response {
  const next = told.next === null ? null : addressTo(question, told.next);
  const link: Record<string, string> = next === null ? {} : { link: `<${next}>; rel="next"` };
  return question.format === 'csv' ? sheet(question, told, link) : json(question, told, next, link);
}

function addressTo({ name, id, ...asked }: Question, after: string | undefined): string {
  const said: Asked = Object.fromEntries(
    Object.entries({ ...asked, after }).filter(([, value]) => value !== undefined && value !== null),
  );
  return addressOf(name, said, id);
}

function json(question: Question, told: Told<AnyRow>, next: string | null, headers: Record<string, string>): Response {
  const { rows, day, from, to } = told;
  const meta = {
    dataset: question.name,
    day,
    from,
    to,
    language: question.language,
    demonstration: env.DEMO === 'on',
    licence: LICENCE,
    source: SOURCE,
    documentation: `${OPEN_DATA}/openapi.json`,
  };
  return Response.json({ data: rows, links: { self: addressTo(question, question.after), next }, meta }, { headers });
}

/** Licence and source stand in columns of their own: a line above the table would be a row to whoever reads it by program. */
async function sheet(question: Question, told: Told<AnyRow>, headers: Record<string, string>): Promise<Response> {
  const column = (heading: string, value: (row: AnyRow) => string | number | null) => ({ heading, width: 0, value });
  const text = writeOpenText<AnyRow>({
    name: question.name,
    titles: [],
    dividedBy: ',',
    columns: [
      ...fieldsOf(question.name).map((field) => column(field, (row) => cellOf(row[field]))),
      column('licence', () => LICENCE.id),
      column('source', () => SOURCE),
    ],
    rows: inTurn(told.rows),
  });
  return new Response(await new Response(text).arrayBuffer(), {
    headers: { ...headers, 'content-type': 'text/csv; charset=utf-8; header=present' },
  });
}

const cellOf = (value: AnyRow[string] | undefined): string | number | null => {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'boolean' ? String(value) : value;
};

async function* inTurn(rows: readonly AnyRow[]) {
  yield* rows;
}

/** Why there are no rows. */
export const problemResponse = (name: ProblemName, parameter?: string): Response =>
  Response.json(problemOf(name, parameter), {
    status: PROBLEMS[name].status,
    headers: { 'content-type': PROBLEM_TYPE },
  });
