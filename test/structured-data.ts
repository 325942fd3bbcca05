/** What search engines must, or like to, be told of each type, by schema.org and Google's guides of 2026; "a.b" is a field within. */
const told: Record<string, readonly string[]> = {
  NewsArticle:
    'headline description image datePublished dateModified inLanguage url mainEntityOfPage author.name author.url publisher.name publisher.url'.split(
      ' ',
    ),
  HowTo: 'name description image inLanguage url datePublished dateModified publisher.name publisher.url step'.split(
    ' ',
  ),
  HowToStep: 'position name text url'.split(' '),
  Event:
    'name description image startDate endDate eventStatus eventAttendanceMode inLanguage url location organizer.name organizer.url'.split(
      ' ',
    ),
  Dataset:
    'name description url inLanguage license isAccessibleForFree creator.name temporalCoverage spatialCoverage'.split(
      ' ',
    ),
  BreadcrumbList: ['itemListElement'],
};

const ADDRESSES = /^(url|image|@id|contentUrl|license|mainEntityOfPage|target|logo|sameAs)$/;
const INSTANTS = /^(datePublished|dateModified|startDate|endDate|validFrom|doorTime)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** A series of figures covers days, and a fair of several days has no hour. */
const OF_DAYS = ['Dataset', 'Event'];

const isToldIn = (data: unknown, [first = '', ...rest]: string[]): boolean => {
  if (first === '') return listOf(data).length > 0;
  const values = listOf(data).flatMap((each) => (isData(each) ? listOf(each[first]) : []));
  return values.length > 0 && (rest.length === 0 || isToldIn(values, rest));
};

/** What is wrong with one field's value, wherever it stands. */
function faultOf(name: string, value: unknown, type: unknown): string | null {
  if (value === null || value === '' || (typeof value === 'string' && value.trim() === '')) return 'is empty';
  if (typeof value !== 'string') return null;
  if (ADDRESSES.test(name) && !/^https?:\/\/[^/\s]+/.test(value)) return `is no whole address: ${value}`;
  if (INSTANTS.test(name) && !INSTANT.test(value) && !(OF_DAYS.includes(String(type)) && DAY.test(value)))
    return `is no instant with its zone: ${value}`;
  return null;
}

/** What is wrong with a way home: its steps are numbered, named, and lead somewhere, but for the last one. */
function stepsWrong({ itemListElement }: Data): string[] {
  const steps = listOf(itemListElement).filter(isData);
  if (steps.length < 2) return ['BreadcrumbList has no way'];
  return steps.flatMap((step, at) => [
    ...(step.position === at + 1 && step.name ? [] : [`step ${at + 1} has no place or name`]),
    ...(step.item || at === steps.length - 1 ? [] : [`step ${at + 1} leads nowhere`]),
  ]);
}

function faultsWithin(data: Data, path: string): string[] {
  const type = data['@type'];
  return Object.entries(data).flatMap(([name, value]) =>
    listOf(value).flatMap((each) => {
      if (isData(each)) return faultsIn(each, `${path}.${name}`);
      const fault = faultOf(name, each, type);
      return fault ? [`${path}.${name} ${fault}`] : [];
    }),
  );
}

/** What search engines would miss or misread in a page's structured data: missing fields, empty ones, parts of addresses, hours of no zone. */
export function faultsIn(data: Data, path = String(data['@type'])): string[] {
  const type = String(data['@type']);
  const missing = (told[type] ?? []).filter((field) => !isToldIn(data, field.split('.')));
  return [
    ...missing.map((field) => `${path} does not tell its ${field}`),
    ...(type === 'BreadcrumbList' ? stepsWrong(data) : []),
    ...faultsWithin(data, path),
  ];
}
