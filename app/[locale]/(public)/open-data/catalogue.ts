import { absolute } from '@/app/metadata';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import {
  addressOf,
  type DatasetName,
  datasetNames,
  type Format,
  formats,
  LIMIT,
  OPEN_DATA,
  parametersOf,
} from '@/domain/open-data/datasets';
import { LICENCE, SOURCE } from '@/domain/open-data/licence';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type Worded = { title: string; description: string; of: (key: string) => string };

/** Where each term is from: written out, so that nobody has to fetch a context to read it. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const iri = (id: string) => ({ '@id': id });
const dateOf = (day: Day) => ({ '@value': day, '@type': 'xsd:date' });
const media: Record<Format, string> = { json: 'application/json', csv: 'text/csv' };
const fileTypes: Record<Format, string> = { json: 'JSON', csv: 'CSV' };
const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const languages: Record<Locale, string> = { vi: `${AUTHORITY}/language/VIE`, en: `${AUTHORITY}/language/ENG` };

/** Datasets that have an address of their own; what one snapshot said is one of the filed figures. */
export const listedDatasets = datasetNames.filter((name) => name !== 'snapshot');

const said = (locale: Locale, text: string) => ({ '@value': text, '@language': locale });
const home = (locale: Locale) => absolute(hrefTo(locale, 'openData'));
const publisherId = () => `${absolute('/')}#publisher`;

/** The rows of a dataset in one format, of today. */
function distributionOf(locale: Locale, name: DatasetName, format: Format, { of }: Worded) {
  const url = absolute(addressOf(name, { language: locale, format, limit: LIMIT.most }));
  return {
    '@id': url,
    '@type': 'dcat:Distribution',
    'dct:title': said(locale, `${of(`datasets.${name}.title`)} (${fileTypes[format]})`),
    'dcat:accessURL': iri(url),
    'dcat:downloadURL': iri(url),
    'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${media[format]}`),
    'dct:format': iri(`${AUTHORITY}/file-type/${fileTypes[format]}`),
    'dct:license': iri(LICENCE.url),
  };
}

/** What of it lies in time: of datasets that can be asked for by day. */
const temporalOf = (name: DatasetName, day: Day) =>
  parametersOf(name).some((each) => each === 'day' || each === 'from') && {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': dateOf(FIRST_DAY),
      'dcat:endDate': dateOf(day),
    },
  };

const datasetIn = (locale: Locale, day: Day, name: DatasetName, words: Worded) => ({
  '@id': `${home(locale)}#${name}`,
  '@type': 'dcat:Dataset',
  'dct:identifier': name,
  'dct:title': said(locale, words.of(`datasets.${name}.title`)),
  'dct:description': said(locale, words.of(`datasets.${name}.text`)),
  'dct:publisher': iri(publisherId()),
  'dct:license': iri(LICENCE.url),
  'dct:language': iri(languages[locale]),
  'dct:spatial': { '@type': 'dct:Location', 'skos:prefLabel': said('vi', 'Đồng Nai, Việt Nam') },
  ...temporalOf(name, day),
  'dct:accrualPeriodicity': iri(`${AUTHORITY}/frequency/CONT`),
  'dct:modified': dateOf(day),
  'dcat:landingPage': iri(home(locale)),
  'dcat:distribution': formats.map((format) => distributionOf(locale, name, format, words)),
});

/** The catalogue of open data as other catalogues read it (DCAT 3, with what DCAT-AP asks for). */
export function catalogueOf(locale: Locale, day: Day, words: Worded): object {
  const [title, licence] = [said(locale, words.title), iri(LICENCE.url)];
  return {
    '@context': CONTEXT,
    '@id': home(locale),
    '@type': 'dcat:Catalog',
    'dct:title': title,
    'dct:description': said(locale, words.description),
    'dct:publisher': {
      '@id': publisherId(),
      '@type': 'foaf:Agent',
      'foaf:name': SOURCE,
      'foaf:homepage': iri(absolute('/')),
    },
    'dct:license': licence,
    'dct:language': iri(languages[locale]),
    'dct:modified': dateOf(day),
    'foaf:homepage': iri(home(locale)),
    'dcat:service': {
      '@id': absolute(OPEN_DATA),
      '@type': 'dcat:DataService',
      'dct:title': title,
      'dcat:endpointURL': iri(absolute(OPEN_DATA)),
      'dcat:endpointDescription': iri(absolute(`${OPEN_DATA}/openapi.json`)),
      'dct:license': licence,
    },
    'dcat:dataset': listedDatasets.map((name) => datasetIn(locale, day, name, words)),
  };
}
