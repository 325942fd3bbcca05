import 'server-only';
import { createHash } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { isFromElsewhere, seeOther } from '@/app/forms/ways-on';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import {
  type ExportList,
  exportRight,
  type NumberedExport,
  type OpenedExport,
  type RecordExport,
  type SheetFormat,
  sheetFormats,
} from '@/domain/exports/export';
import { type SheetColumn, writeSheet } from '@/domain/exports/sheet-writer';
import { formatDay } from '@/i18n/format';
import { getViewer } from '@/server/sign-in/session';
import type { ColumnWords } from './export-columns';

type Query = Record<string, string | undefined>;

/** A list that waits for a second person: whoever asks is led to where it waits. */
const waits: ReadonlySet<string> = new Set(['second-asked', 'already-asked']);

/** What a list is narrowed by, told apart and not told: a request for it names nobody who was sought. */
const digestOf = (query: Query) =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');

type Export<Row> = {
  list: ExportList;
  /** reads what the address of the list asks for, and begins to read the rows; null where there is no such list for her */
  open: (viewer: Viewer, query: Query) => Promise<OpenedExport<Row> | NumberedExport<Row> | null>;
  columns: (words: ColumnWords, query: Query) => SheetColumn<Row>[];
  record: RecordExport;
};

const types: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** What a browser fetches before anybody asked for it leaves no line in the trail, and brings no names; the click then asks in earnest. */
const isAhead = ({ headers }: Request) =>
  /prefetch|prerender|preview/i.test(headers.get('sec-purpose') ?? headers.get('purpose') ?? '');

/**
 * Where such a link leads: to the page on which the file is asked for. Null for the portal's own, which stays a link: it reads what she may read
 * and works without a script (0280).
 */
export const backFromElsewhere = (request: Request): Response | null =>
  isAhead(request)
    ? notYet()
    : isFromElsewhere(request) || request.headers.get('sec-fetch-site') === 'same-site'
      ? seeOther(new URL(request.url).pathname.replace(/\/(export|print|bad-rows|file|sheet)$/, ''))
      : null;

/** No browser keeps such an answer for the click. */
const notYet = () => new Response(null, { status: 503, headers: { 'cache-control': 'private, no-store' } });

/** `GET /admin/<list>/export?format=xlsx|csv&…`: the list as its page shows it with the same address, as a file. */
export const exportRoute =
  <Row>({ list, open, columns, record }: Export<Row>) =>
  async (request: Request): Promise<Response> => {
    const { format: asked, ...query } = Object.fromEntries(new URL(request.url).searchParams) as Query;
    const viewer = await getViewer();
    const format = sheetFormats.find((each) => each === asked);
    if (!viewer || !format || !mayAnywhere(viewer, exportRight[list])) return new Response(null, { status: 404 });
    const back = backFromElsewhere(request);
    if (back) return back;
    const opened = await open(viewer, query);
    if (!opened) return new Response(null, { status: 404 });
    const { total, rows, sessionId, titles = [] } = opened;
    const narrowedBy = Object.keys(query).filter((name) => query[name] && /^[a-z]{1,12}$/.test(name));
    const recorded = await record(viewer, { list, format, total, narrowedBy, sessionId, asked: digestOf(query) });
    const locale = viewer.locale;
    const [t, all] = await Promise.all([
      getTranslations({ locale, namespace: 'exports' }),
      getTranslations({ locale }),
    ]);
    if (!recorded.ok) {
      if (recorded.problem === 'not-found') return new Response(null, { status: 404 });
      if (waits.has(recorded.problem)) return seeOther('/admin/second-pairs?said=asked-list');
      return said(t(`problems.${recorded.problem}` as 'problems.too-often', (recorded.detail ?? {}) as never));
    }
    const day = today();
    const words: ColumnWords = {
      locale,
      heading: (name) => t(`columns.${name}` as 'columns.name'),
      words: all as never,
    };
    const body = writeSheet(format, {
      titles: [t(`titles.${list}`), t('taken', { day: formatDay(locale, day), name: viewer.displayName }), ...titles],
      name: t(`titles.${list}`),
      columns: columns(words, query),
      rows: typeof rows === 'function' ? rows(recorded.value.opening) : rows,
      unveil: recorded.value.unveil,
    });
    return download(body, types[format], `${t(`files.${list}`)}-${day}.${format}`);
  };

/** A file for her alone: never kept on the way. */
export const download = (body: BodyInit, type: string, name: string) =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });

const said = (words: string) =>
  new Response(words, {
    status: 429,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  });
