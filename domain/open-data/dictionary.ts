import { z } from 'zod';
import { type DatasetName, datasets } from './datasets';

/** How a dictionary names what a column may hold; `choice` has its values. */
export const fieldTypes = [
  'integer',
  'number',
  'percent',
  'string',
  'boolean',
  'day',
  'instant',
  'list',
  'page',
  'choice',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** A column as the schema of its rows has it: what it holds cannot be told otherwise than what is answered. */
export type Field = {
  name: string;
  type: FieldType;
  /** of a choice */
  values: string[];
  mayBeEmpty: boolean;
  /** told in such steps alone, as counts of persons are */
  step: number | null;
};

type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  maximum?: number;
  multipleOf?: number;
  anyOf?: Schema[];
};

/** The columns of a dataset, read from the schema that its rows are made by. */
export function dictionaryOf(name: DatasetName): Field[] {
  const { properties = {} } = z.toJSONSchema(datasets[name].row) as { properties?: Record<string, Schema> };
  return Object.entries(properties).map(([field, schema]) => {
    const told = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
    return {
      name: field,
      type: typeOf(told),
      values: told.enum ?? [],
      mayBeEmpty: schema.anyOf?.some(({ type }) => type === 'null') ?? false,
      step: told.multipleOf ?? null,
    };
  });
}

function typeOf({ type, format, pattern, enum: values, maximum }: Schema): FieldType {
  if (values) return 'choice';
  if (type === 'array') return 'list';
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'instant';
  if (pattern === '^\\/.*') return 'page';
  if (type === 'number' && maximum === 100) return 'percent';
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  return 'string';
}
