import { z } from 'zod';
import { createDocument, type ZodOpenApiPathItemObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { type Locale, locales } from '@/domain/locale';
import {
  addressOf,
  type DatasetName,
  datasetNames,
  datasets,
  OPEN_DATA,
  parameterInputs,
  parametersOf,
} from './datasets';
import { examples } from './examples';
import { LICENCE, SOURCE } from './licence';

/** Words of a description, in one language. */
export type DocumentWords = {
  language: Locale;
  title: string;
  text: string;
  datasets: Record<DatasetName, { title: string; text: string }>;
  fields: Record<string, string>;
  parameters: Record<string, string>;
  answers: Record<'ok' | 'same' | 'bad' | 'missing' | 'method' | 'often' | 'failed' | 'away' | 'description', string>;
};

/** Raised with what is told; the first number with a promise that is broken. */
const VERSION = '1.0.0';

export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    detail_vi: z.string(),
    parameter: z.string().optional(),
  })
  .meta({ id: 'Problem' });

const links = z.object({ self: z.string(), next: z.string().nullable() }).meta({ id: 'Links' });
const meta = z
  .object({
    dataset: z.enum(datasetNames),
    day: z.iso.date().nullable(),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    language: z.enum(locales),
    demonstration: z.boolean(),
    licence: z.object({ id: z.string(), url: z.string() }),
    source: z.string(),
    documentation: z.string(),
  })
  .meta({ id: 'Meta' });

/** What an answer in JSON holds, of each dataset. */
export const answerShapes = Object.fromEntries(
  datasetNames.map((name) => [
    name,
    z
      .object({ data: z.array(datasets[name].row.meta({ id: `${nameOf(name)}Row` })), links, meta })
      .meta({ id: nameOf(name) }),
  ]),
) as unknown as Record<DatasetName, z.ZodObject>;

function nameOf(name: string) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The description of open data as programs read it (OpenAPI 3.1), in the words of a language. */
export function documentOf(words: DocumentWords) {
  const below = (address: string) => address.slice(OPEN_DATA.length);
  const paths = Object.fromEntries(
    datasetNames.map((name) => [below(decodeURI(addressOf(name, {}, '{id}'))), pathItem(name, words)]),
  );
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: words.title,
        description: words.text,
        version: VERSION,
        license: { name: LICENCE.id, url: LICENCE.url },
      },
      servers: [{ url: OPEN_DATA }],
      tags: datasetNames.map((name) => ({ name, description: words.datasets[name].title })),
      paths: { ...paths, '/openapi.json': ownPath(words) },
    },
    {
      override: ({ jsonSchema }) => {
        for (const [field, schema] of Object.entries(jsonSchema.properties ?? {})) {
          const description = words.fields[field];
          if (description && typeof schema === 'object' && !('$ref' in schema)) schema.description = description;
        }
      },
    },
  );
}

function pathItem(name: DatasetName, words: DocumentWords): ZodOpenApiPathItemObject {
  const taken = parametersOf(name).map((parameter) => {
    const input: z.ZodType = parameterInputs[parameter];
    return [parameter, input.optional().meta({ description: words.parameters[parameter] ?? '' })] as const;
  });
  const id = z.guid().meta({ description: words.parameters.id ?? '' });
  return {
    get: {
      operationId: name,
      summary: words.datasets[name].title,
      description: words.datasets[name].text,
      tags: [name],
      requestParams: {
        query: z.object(Object.fromEntries(taken)),
        ...(name === 'snapshot' ? { path: z.object({ id }) } : {}),
      },
      responses: responsesOf(name, words),
    },
  };
}

const headers = { ETag: { schema: { type: 'string' } }, Link: { schema: { type: 'string' } } } as const;
const retry = { 'Retry-After': { schema: { type: 'integer' } } } as const;

function responsesOf(name: DatasetName, { answers, language }: DocumentWords): ZodOpenApiResponsesObject {
  const example = {
    data: [examples[name]],
    links: { self: addressOf(name, {}, examples.articles.article), next: null },
    meta: {
      dataset: name,
      day: '2026-10-31',
      from: null,
      to: null,
      language,
      demonstration: true,
      licence: LICENCE,
      source: SOURCE,
      documentation: `${OPEN_DATA}/openapi.json`,
    },
  };
  return {
    200: {
      description: answers.ok,
      headers,
      content: { 'application/json': { schema: answerShapes[name], example }, 'text/csv': { schema: z.string() } },
    },
    304: { description: answers.same },
    400: declined(answers.bad),
    ...(name === 'snapshot' ? { 404: declined(answers.missing) } : {}),
    405: declined(answers.method),
    429: { ...declined(answers.often), headers: retry },
    500: declined(answers.failed),
    503: { ...declined(answers.away), headers: retry },
  };
}

const declined = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemShape } },
});

const ownPath = ({ answers, parameters }: DocumentWords): ZodOpenApiPathItemObject => ({
  get: {
    operationId: 'description',
    summary: answers.description,
    requestParams: {
      query: z.object({
        language: parameterInputs.language.optional().meta({ description: parameters.language ?? '' }),
      }),
    },
    responses: {
      200: { description: answers.description, content: { 'application/json': { schema: z.looseObject({}) } } },
      400: declined(answers.bad),
    },
  },
});
