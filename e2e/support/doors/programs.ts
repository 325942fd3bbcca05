import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { hrefTo } from '../../../i18n/routes';
import { formsOf } from '../page/forms';
import { pageFiles } from '../vectors/page-files';
import type { Known } from './ground';

type Ask = (http: APIRequestContext, known: Known) => Promise<APIResponse>;

const post =
  (path: string, data: (known: Known) => unknown): Ask =>
  (http, known) =>
    http.post(path, { data: data(known) });
const get =
  (path: (known: Known) => string): Ask =>
  (http, known) =>
    http.get(path(known));

/** Her phone, which she is told of when she opens it there. */
async function deviceOf(http: APIRequestContext, of: 'attendance' | 'peer-lessons'): Promise<string> {
  const opened = await http.post(`/api/${of}/phone`, { data: { known: [] } });
  return ((await opened.json()) as { deviceId: string }).deviceId;
}

const hall: Record<string, Ask> = {
  'POST attendance/phone': post('/api/attendance/phone', () => ({ known: [] })),
  'GET attendance/sessions': get(() => '/api/attendance/sessions'),
  'POST attendance/rosters': async (http, { records }) => {
    const deviceId = await deviceOf(http, 'attendance');
    return http.post('/api/attendance/rosters', { data: { deviceId, sessionIds: [records.session, records.held] } });
  },
  'POST attendance/deliveries': async (http, { records }) => {
    const deviceId = await deviceOf(http, 'attendance');
    const said = { sessionId: records.held, enrolmentId: randomUUID(), mark: 'present', markedAt: Date.now() };
    return http.post('/api/attendance/deliveries', {
      data: { deviceId, clock: Date.now(), taps: [{ sequence: 1, ...said }] },
    });
  },
  'POST peer-lessons/phone': post('/api/peer-lessons/phone', () => ({ known: [] })),
  'GET peer-lessons/places': get(() => '/api/peer-lessons/places'),
  'POST peer-lessons/near': post('/api/peer-lessons/near', ({ unit }) => ({ unitId: unit })),
  'POST peer-lessons/deliveries': async (http, { records }) => {
    const deviceId = await deviceOf(http, 'peer-lessons');
    const entry = { kind: 'undoing', sequence: 1, lessonId: records.lesson };
    return http.post('/api/peer-lessons/deliveries', { data: { deviceId, entries: [entry] } });
  },
};

const desk: Record<string, Ask> = {
  'GET units': get(
    ({ mark }) => `/api/units?${new URLSearchParams({ scope: 'for=people.record&level=sub_association', q: mark })}`,
  ),
  'GET articles/pages': get(({ mark }) => `/api/articles/pages?q=${mark}`),
  'GET articles/cards': get(({ mark }) => `/api/articles/cards?q=${mark}`),
  'GET articles/pictures': get(() => '/api/articles/pictures?q='),
  'GET articles/presence': get(({ records }) => `/api/articles/presence?article=${records.article}`),
  'POST articles/presence': post('/api/articles/presence', ({ records }) => ({
    articleId: records.article,
    left: false,
  })),
  'POST articles/phone': post('/api/articles/phone', () => ({ known: [] })),
  'POST uploads': post('/api/uploads', () => ({ sha256: 'a'.repeat(64), size: 5 })),
};

/** The public form of a page as it stands there, with the wording that it names, in the name of a woman whose number is hidden. */
const filled =
  (page: (known: Known) => string, path: string, phone: string): Ask =>
  async (http, known) => {
    const [{ fields } = { fields: {} }] = await formsOf({ http }, [page(known)]);
    const her = {
      name: `Chị ${known.mark}`,
      phone,
      consent: 'yes',
      homepage: '',
      companionName: '',
      companionPhone: '',
    };
    const typed = Object.entries(her).filter(([name]) => Object.hasOwn(fields, name));
    return http.post(path, { form: { ...fields, ...Object.fromEntries(typed) } });
  };

const anybody: Record<string, Ask> = {
  'POST enrolments': filled(({ slug }) => hrefTo('vi', 'signUp', { slug }), '/api/enrolments', '0934567812'),
  'POST topic-waits': filled(() => hrefTo('vi', 'topicWait'), '/api/topic-waits', '0355554443'),
  'POST tickets': (http, { records: { offered } }) =>
    http.post('/api/tickets', { form: { ticket: offered, locale: 'vi', do: 'decline' } }),
  'POST member-cards': async (http, { records: { card } }) => {
    await http.get(hrefTo('vi', 'memberCardLink', { slug: card }));
    return http.post('/api/member-cards', { form: { language: 'vi', do: 'open', password: '481516' } });
  },
  'GET v1/[...asked]': get(() => '/api/v1/sessions'),
};

/** What is answered here names no woman and reads no record of one. */
export const NOT_OF_WOMEN: [route: RegExp, why: string][] = [
  [/^(GET|POST) auth\//, 'signing in and out of an account'],
  [/^POST (second-step|passkeys|password-resets|invitation)/, 'of an account, by its own secret'],
  [/^(GET|POST|PUT|DELETE) subscriptions/, 'of a device that nobody is known by'],
  [/^POST reports$/, 'a file is hashed and dropped'],
  [/^(GET|PATCH|DELETE) uploads\/\[uploadId]/, 'a file on its way, of the account that sends it'],
];

export const programs: Readonly<Record<string, Ask>> = { ...hall, ...desk, ...anybody };

/** Everything below /api that answers, as the files say it: `POST attendance/rosters`. */
export const programsOfBuild = (): string[] =>
  pageFiles()
    .filter((file) => file.startsWith('app/api/'))
    .flatMap((file) => {
      const place = file.replace(/^app\/api\/|\/route\.ts$/g, '');
      const methods = [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:^export (?:const|async function)|\bas) (GET|POST|PUT|PATCH|DELETE)\b/gm,
        ),
      ];
      return methods.map(([, method]) => `${method} ${place}`);
    });
