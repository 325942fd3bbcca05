import { readFileSync } from 'node:fs';
import { validate } from '@readme/openapi-parser';
import { describe, expect, test } from 'vitest';
import { locales } from '@/domain/locale';
import { datasetNames, datasets, fieldsOf, parameterNames } from './datasets';
import { answerShapes, type DocumentWords, documentOf } from './document';
import { examples } from './examples';

const wordsOf = (language: (typeof locales)[number]) => {
  const said = JSON.parse(readFileSync(`i18n/messages/${language}/open-data.json`, 'utf8'));
  return { language, ...said.api, ...said } as DocumentWords;
};

describe('the description of open data', () => {
  test('is OpenAPI 3.1 as a validator of others reads it, in both languages', async () => {
    for (const language of locales) {
      const document = JSON.parse(JSON.stringify(documentOf(wordsOf(language))));
      expect(await validate(document)).toMatchObject({ valid: true });
      expect(document.openapi).toBe('3.1.0');
      expect(document.servers).toEqual([{ url: '/api/v1' }]);
      expect(document.info.license).toEqual({ name: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' });
    }
  });

  test('is refused by the validator where it is wrong', async () => {
    const document = JSON.parse(JSON.stringify(documentOf(wordsOf('en'))));
    document.paths['/coverage'].get.parameters[0].in = 'nowhere';
    expect(await validate(document)).toMatchObject({ valid: false });
  });

  test('names every address with an example that is one, its problems, and every field in words', () => {
    const document = JSON.parse(JSON.stringify(documentOf(wordsOf('vi'))));
    expect(Object.keys(document.paths)).toHaveLength(datasetNames.length + 1);
    for (const name of datasetNames) {
      const path = name === 'snapshot' ? '/snapshots/{id}' : `/${name}`;
      const { responses, parameters } = document.paths[path].get;
      expect(answerShapes[name].safeParse(responses[200].content['application/json'].example).error).toBeUndefined();
      expect(datasets[name].row.strict().safeParse(examples[name]).error).toBeUndefined();
      for (const status of ['400', '405', '429', '500', '503'])
        expect(Object.keys(responses[status].content)).toEqual(['application/problem+json']);
      for (const parameter of parameters)
        expect(parameter.description ?? parameter.schema.description, path).toBeTruthy();
      const row = document.components.schemas[`${name.charAt(0).toUpperCase()}${name.slice(1)}Row`];
      for (const field of fieldsOf(name)) expect(row.properties[field].description, `${name}.${field}`).toBeTruthy();
    }
  });

  test('a field and a parameter have words in both languages, and no word is left that names none', () => {
    const fields = [...new Set([...datasetNames.flatMap(fieldsOf), 'licence', 'source'])].sort();
    for (const language of locales) {
      expect(Object.keys(wordsOf(language).fields).sort()).toEqual(fields);
      expect(Object.keys(wordsOf(language).parameters).sort()).toEqual([...parameterNames, 'id'].sort());
    }
  });
});
