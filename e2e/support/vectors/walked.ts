import { locales } from '../../../i18n/locales';
import type { Made } from '../../../test/factories/write';
import { samples } from '../page/pages';
import { formPages, recordPages } from '../stage/record-pages';
import type { Places, Records } from '../stage/stage';
import { isPage, pageFiles, placeOf } from './page-files';
import { TOPIC } from './papers';
import { VECTORS } from './vectors';

type Piece = { article: string; pages: string[] };
/** Everything that is written with vectors, by the addresses at which it is worked on and read. */
export type All = {
  picture: string;
  news: Piece & { secret: string };
  guide: Piece;
  alert: Piece;
  withdrawn: Piece;
  story: Piece;
  session: string;
  course: Made & { code: string };
  venue: Made;
  certificate: { page: string; record: string };
  report: string;
  slug: string;
  woman: Made;
  unit: Made;
  records: Records;
  places: Places;
};

const search = (path: string, question: string) => `${path}?${new URLSearchParams({ q: question })}`;
const lists = [
  '/tin-tuc',
  '/en/news',
  '/cau-chuyen',
  '/en/stories',
  '/cam-nang',
  '/en/guides',
  '/tap-huan',
  '/en/trainings',
];

/** Where anybody reads them, in a browser. */
export const publicPages = ({ news, guide, alert, withdrawn, story, session, course, certificate, slug }: All) => [
  ...['', '/ap-phich', '/giu-cho'].map((part) => `/tap-huan/${session}${part}`),
  ...[`/en/trainings/${session}`, `/en/trainings/${session}/poster`],
  ...[certificate.page, `/en/certificates/${certificate.page.split('/').at(-1)}`],
  ...[news, guide, alert, withdrawn, story].flatMap(({ pages }) => pages),
  news.secret,
  ...guide.pages.map((page) => (page.startsWith('/en/') ? `${page}/card` : `${page}/the`)),
  ...['/', '/en', ...lists],
  ...lists.map((list) => `${list}?topic=${/tap-huan|trainings/.test(list) ? course.code : TOPIC}`),
  ...[`/xa-phuong/${slug}`, `/en/communes/${slug}`],
  ...['vector', ...VECTORS.slice(0, 4)].map((question) => search('/tim-kiem', question)),
  search('/en/search', VECTORS[1]),
];

export const officialsPages = ({ picture, news, guide, alert, story, certificate, report, woman }: All) => [
  certificate.record,
  report,
  ...['own-data', 'passport'].map((part) => `/admin/people/${woman.id}/${part}`),
  ...[news, guide, alert, story].map(({ article }) => article),
  `${story.article}?lang=en`,
  `${story.article}/subject-person?q=img`,
  ...['edit', 'sounds'].map((part) => `${news.article}/${part}`),
  `${story.article}/versions?lang=vi`,
  ...['phone', 'card', 'found'].map((view) => `${news.article}/preview?as=${view}`),
  `/xem-truoc/bai/${news.article.split('/').at(-1)}`,
  ...['/admin', '/admin/articles', '/admin/articles?q=vector', '/admin/articles/ageing'],
  ...['/admin/pictures', '/admin/pictures?q=vector', picture, `${picture}?who=img`],
];

export const provincePages = ({ picture, guide, alert, withdrawn, story, unit, woman }: All) => [
  ...[withdrawn, story].map(({ article }) => article),
  `${story.article}/versions?lang=en`,
  ...[`${guide.article}/parts`, `${alert.article}/parts`, `${story.article}/picture`, `${story.article}/edit`],
  ...['/admin', '/admin/articles/ageing', '/admin/articles/rulings', '/admin/articles/links', '/admin/audit', picture],
  '/admin/articles/front?spot=list_stories',
  ...[`/admin/units/${unit.id}`, '/admin/people?q=img', `/admin/people/${woman.id}`],
];

/** Forms and records of those who bear such names, which are read without a browser: their parts are looked at all the same. */
export const readPages = ({ records, places, session, course, venue, slug }: All) => [
  ...pageFiles()
    .filter(
      (file) =>
        file.startsWith('app/admin/') &&
        isPage(file) &&
        !/\[|\/(reminders\/new|reports\/remind|units\/new)\//.test(file),
    )
    .map(placeOf),
  ...formPages.map((addressOf) => addressOf(places)),
  ...recordPages
    .map(([addressOf]) => addressOf(records, places))
    .filter((address) => !/\/(export|print|card)\b/.test(address)),
  ...['attendance', 'attendance/paper', 'outcomes', 'outcomes/report', 'messages'].map(
    (part) => `/admin/trainings/${records.held}/${part}`,
  ),
  ...['criteria', 'households', 'households/new', 'households/add', 'members', 'members/add'].map(
    (part) => `/admin/digital-models/${records.model}/${part}`,
  ),
  ...['memberships', 'networks', 'offices', 'skills'].map((part) => `/admin/people/${records.person}/${part}`),
  ...[`/admin/courses/${course.id}`, `/admin/courses/${course.id}/edit`, `/admin/venues/${venue.id}`],
  ...[`/admin/coverage/${places.commune.id}`, `/admin/spot-checks/${records.round}`],
  ...[
    '/admin/attendance',
    '/admin/peer-lessons/phone',
    '/admin/indicators/members',
    `/admin/indicators/women_guided/rows?unit=${places.commune.id}`,
    '/admin/criteria/digital_womens_club',
  ],
  ...[
    `/theo-doi?commune=${slug}`,
    `/en/follow?commune=${slug}`,
    `/bao-khi-co-lop?commune=${slug}`,
    '/do-phu',
    '/chi-so',
  ],
  ...samples.flatMap(({ href }) => locales.map((locale) => href[locale])),
  ...[`/en/trainings/${session}/keep-a-seat`, '/tap-huan?view=month', '/en/trainings?view=month'],
];

/** Sheets, papers and answers to the editor: of each its address, and what it says it is. */
export const files = ({ session, report, picture, woman, records }: All) => {
  const [hers, held] = [`/admin/people/${woman.id}`, `/admin/trainings/${records.held}`];
  const lists = ['people', 'units', 'trainings', 'pairs', 'digital-models', 'peer-lessons'];
  const editors = ['pages', 'cards', 'pictures'].map((of) => `/api/articles/${of}?q=vector`);
  return {
    'text/csv; charset=utf-8': lists.map((of) => `/admin/${of}/export?format=csv`),
    'application/pdf': [
      ...[`${hers}/own-data/export?format=pdf`, `${hers}/passport/print`, `${report}/file?format=pdf`],
      ...[
        `/tap-huan/${session}/ap-phich.pdf`,
        `${held}/attendance/sheet`,
        `/admin/certificates/${records.certificate}/print`,
      ],
    ],
    'image/jpeg': [`${picture}/print`],
    'application/json': [
      ...editors,
      `/api/units?${new URLSearchParams({ scope: 'for=people.record&level=sub_association', q: 'img' })}`,
      `${hers}/own-data/export?format=json`,
    ],
  };
};

/** What is told to programs, and the cards that are shown beside an address that is sent on. */
export const toldToPrograms = ({ slug, session, news, guide, alert, story }: All) => {
  const by = ['', `?commune=${slug}`, `?topic=${TOPIC}`];
  const calendars = ['/lich.ics', '/en/calendar.ics'];
  const pages = [...[guide, alert, story].flatMap((piece) => piece.pages), news.pages[0] ?? ''];
  const drawn = [...pages, `/tap-huan/${session}`, `/en/trainings/${session}`];
  return {
    feeds: ['/feed.xml', '/en/feed.xml'].flatMap((feed) => by.map((part) => feed + part)),
    calendars: calendars.flatMap((all) => [all, `${all}?session=${session}`]),
    data: locales.map((language) => `/api/v1/articles?language=${language}`),
    cards: [...drawn.flatMap((page) => cardsOf(page, 'png')), ...story.pages.flatMap((page) => cardsOf(page, 'jpg'))],
  };
};

const cardsOf = (page: string, format: 'png' | 'jpg') =>
  page.startsWith('/en/')
    ? ['wide', 'square'].map((shape) => `/en/cards/${shape}${page.slice(3)}.${format}`)
    : ['ngang', 'vuong'].map((shape) => `/the/${shape}${page}.${format}`);

/** Everything that is walked. */
export const walked = (all: All): string[] => [
  ...[publicPages, officialsPages, provincePages, readPages].flatMap((addressesOf) => addressesOf(all)),
  ...Object.values(files(all)).flat(),
  ...Object.values(toldToPrograms(all)).flat(),
];
