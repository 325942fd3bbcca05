import { z } from 'zod';
import { coverageLevels, FIRST_DAY } from '@/domain/coverage/coverage';
import { isDay } from '@/domain/days/day';
import { type Locale, locales } from '@/domain/locale';
import { articleRow, communeRow, coverageRow, filedFigureRow, indicatorRow, sessionRow, snapshotRow } from './rows';

/** Where open data are found; a raised number is another promise. */
export const OPEN_DATA = '/api/v1';

export const formats = ['json', 'csv'] as const;
export type Format = (typeof formats)[number];

export const LIMIT = { usual: 100, most: 500 } as const;

const day = z.iso.date().refine(isDay);

/** Each thing that can be asked for, in the order in which an address says it. Its values are words that need no escape. */
export const parameterInputs = {
  day: day.meta({ example: '2026-10-31' }),
  from: day.meta({ example: FIRST_DAY }),
  to: day.meta({ example: '2026-10-31' }),
  commune: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80)
    .meta({ example: '26380' }),
  level: z.enum(coverageLevels),
  language: z.enum(locales).default('vi'),
  format: z.enum(formats).default('json'),
  after: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
    .max(120),
  limit: z.coerce.number().int().min(1).max(LIMIT.most).default(LIMIT.usual),
} as const;
export type ParameterName = keyof typeof parameterInputs;
export const parameterNames = Object.keys(parameterInputs) as ParameterName[];

/** What every list of rows takes. */
const LIST = ['language', 'format', 'after', 'limit'] as const satisfies ParameterName[];

type Dataset = { row: z.ZodObject; narrowed: readonly ParameterName[]; ofOne?: true };

/** Every dataset by its name; `ofOne`: what an id in the address names has rows of its own. */
export const datasets = {
  communes: { row: communeRow, narrowed: ['day'] },
  coverage: { row: coverageRow, narrowed: ['day', 'from', 'to', 'commune', 'level'] },
  indicators: { row: indicatorRow, narrowed: ['day', 'commune'] },
  sessions: { row: sessionRow, narrowed: ['from', 'to', 'commune'] },
  articles: { row: articleRow, narrowed: ['commune'] },
  snapshots: { row: snapshotRow, narrowed: ['commune'] },
  snapshot: { row: filedFigureRow, narrowed: [], ofOne: true },
} as const satisfies Record<string, Dataset>;
export type DatasetName = keyof typeof datasets;
export const datasetNames = Object.keys(datasets) as DatasetName[];

/** What can be asked of a dataset, in the order of addresses. */
export const parametersOf = (name: DatasetName): ParameterName[] =>
  parameterNames.filter((each) => [...datasets[name].narrowed, ...LIST].some((taken) => taken === each));

/** The fields of its rows, in the order of its columns. */
export const fieldsOf = (name: DatasetName): string[] => Object.keys(datasets[name].row.shape);

/** The path of a dataset; of one snapshot by its id. */
export const pathOf = (name: DatasetName, id = ''): string =>
  name === 'snapshot' ? `${OPEN_DATA}/snapshots/${id}` : `${OPEN_DATA}/${name}`;

/** Values as an address holds them. */
export type Asked = Partial<Record<ParameterName, string | number | undefined>>;

const USUAL: Asked = { language: 'vi' satisfies Locale, format: 'json' satisfies Format, limit: LIMIT.usual };

/** The one address of a question: in the order of parameters, and without what goes without saying. */
export function addressOf(name: DatasetName, asked: Asked = {}, id?: string): string {
  const said = parametersOf(name).flatMap((parameter) => {
    const value = asked[parameter];
    return value === undefined || value === USUAL[parameter] ? [] : [[parameter, String(value)]];
  });
  return pathOf(name, id) + (said.length > 0 ? `?${new URLSearchParams(said)}` : '');
}
