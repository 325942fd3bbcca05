import { partsAsked } from '@/app/address';
import { articleHref } from '@/components/articles/article-href';
import { today } from '@/domain/days/day';
import { type DatasetName, datasetNames } from '@/domain/open-data/datasets';
import { readQuestion } from '@/domain/open-data/question';
import { listPublishedRows } from '@/domain/open-data/reading/rows-queries';
import type { PageAddresses } from '@/domain/open-data/reading/told';
import { isLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { dependOnRows } from '../made-of';
import { openApiResponse } from '../open-api';
import { problemResponse, toldResponse } from '../told-response';

/** The same for everyone, kept until what it tells changes or the day turns; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const addresses: PageAddresses = {
  commune: (locale, slug) => hrefTo(locale, 'commune', { slug }),
  indicator: (locale, slug) => hrefTo(locale, 'indicator', { slug }),
  session: (locale, slug) => hrefTo(locale, 'session', { slug }),
  article: (locale, kind, slug) => articleHref(locale, { kind, slug }),
};

/** Open data: the front hands on what is asked as parts of the path, in one order (`server/front/open-data`). */
export async function GET(_request: Request, { params }: { params: Promise<{ asked: string[] }> }) {
  const { name, id, values } = readParts((await params).asked);
  if (name === 'openapi.json') return openApi(values);
  if (!name) return problemResponse('not-found');
  const question = readQuestion(name, id, values, today());
  if (!question.ok) return problemResponse(question.problem, question.detail?.parameter);
  await dependOnRows(question.value);
  const told = await listPublishedRows(question.value, addresses);
  if (!told) return problemResponse('not-found');
  return told.ok ? toldResponse(question.value, told.value) : problemResponse(told.problem, told.detail?.parameter);
}

function openApi({ language = 'vi', ...others }: Record<string, string>): Promise<Response> | Response {
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return problemResponse('unknown-parameter', stranger);
  return isLocale(language) ? openApiResponse(language) : problemResponse('malformed', 'language');
}

type Parts = { name: DatasetName | 'openapi.json' | null; id: string | undefined; values: Record<string, string> };

/** ["coverage", "level", "group"], or ["snapshots", "<id>", "language", "en"]. */
function readParts([first = '', ...rest]: string[]): Parts {
  const isOne = first === 'snapshots' && rest.length % 2 === 1;
  const [id, said] = isOne ? [rest[0], rest.slice(1)] : [undefined, rest];
  const values = partsAsked(said);
  if (isOne) return { name: 'snapshot', id, values };
  const name = first === 'openapi.json' ? first : datasetNames.find((each) => each === first && each !== 'snapshot');
  return { name: name ?? null, id, values };
}
