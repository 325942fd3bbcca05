import jsonld, { type Options } from 'jsonld';
import { describe, expect, test } from 'vitest';
import { today } from '@/domain/days/day';
import { LICENCE } from '@/domain/open-data/licence';
import en from '@/i18n/messages/en/open-data.json';
import vi from '@/i18n/messages/vi/open-data.json';
import { catalogueOf, listedDatasets } from './catalogue';

type Node = Record<
  string,
  { '@value'?: string; '@id'?: string; '@type'?: string | string[]; '@language'?: string }[]
> & {
  '@type'?: string[];
};

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
/** What its types do not know yet: whatever would be dropped is an error. */
const SAFE: Options.Expand & { safe: true } = { safe: true };
const words = { vi, en };

/** The catalogue as a machine reads it: a term that nothing stands behind would be refused, not dropped. */
async function readBack(locale: 'vi' | 'en'): Promise<Node> {
  const said = words[locale];
  const of = (key: string) =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], said) as string;
  const told = catalogueOf(locale, today(), { title: said.page.title, description: said.page.lead, of });
  const [catalogue] = (await jsonld.expand(JSON.parse(JSON.stringify(told)), SAFE)) as unknown as Node[];
  return catalogue as Node;
}
const all = (node: Node, term: string) => (node[term] ?? []) as unknown as Node[];

describe.each(['vi', 'en'] as const)('the catalogue of open data in %s, read as linked data', (locale) => {
  test('is a DCAT catalogue with all that DCAT-AP asks of one', async () => {
    const catalogue = await readBack(locale);
    expect(catalogue['@type']).toEqual([`${DCAT}Catalog`]);
    for (const term of ['title', 'description', 'publisher', 'license', 'modified', 'language'])
      expect(catalogue[DCT + term], term).toHaveLength(1);
    expect(catalogue[`${DCT}title`]?.[0]?.['@language']).toBe(locale);
    const [publisher] = all(catalogue, `${DCT}publisher`);
    expect(publisher?.['http://xmlns.com/foaf/0.1/name']).toHaveLength(1);
    const [service] = all(catalogue, `${DCAT}service`);
    expect(service?.[`${DCAT}endpointURL`]?.[0]?.['@id']).toMatch(/^https?:\/\/.*\/api\/v1$/);
  });

  test('names every dataset with its licence, place, days and both of its files', async () => {
    const datasets = all(await readBack(locale), `${DCAT}dataset`);
    expect(datasets.map((each) => each[`${DCT}identifier`]?.[0]?.['@value'])).toEqual(listedDatasets);
    for (const dataset of datasets) {
      expect(dataset['@type']).toEqual([`${DCAT}Dataset`]);
      for (const term of ['title', 'description', 'publisher', 'license', 'spatial', 'modified', 'accrualPeriodicity'])
        expect(dataset[DCT + term], term).toHaveLength(1);
      expect(dataset[`${DCT}modified`]?.[0]).toMatchObject({
        '@value': today(),
        '@type': 'http://www.w3.org/2001/XMLSchema#date',
      });
      const files = all(dataset, `${DCAT}distribution`);
      expect(files.map((file) => file[`${DCAT}mediaType`]?.[0]?.['@id']?.split('media-types/')[1])).toEqual([
        'application/json',
        'text/csv',
      ]);
      for (const file of files) {
        expect(file[`${DCAT}accessURL`]?.[0]?.['@id']).toMatch(/^https?:\/\//);
        expect(file[`${DCAT}downloadURL`]).toEqual(file[`${DCAT}accessURL`]);
        expect(file[`${DCT}license`]?.[0]?.['@id']).toBe(LICENCE.url);
      }
    }
    const coverage = datasets.find((each) => each[`${DCT}identifier`]?.[0]?.['@value'] === 'coverage');
    const [days] = all(coverage as Node, `${DCT}temporal`);
    expect(days?.[`${DCAT}startDate`]?.[0]?.['@value']).toBe('2025-08-01');
  });
});
