import type { IncomingMessage, ServerResponse } from 'node:http';

type Words = { status: number; title: string; en: string; vi: string };

/** Why a program that asks for open data is not answered: a name that stays, and a sentence in both languages. */
export const PROBLEMS = {
  'not-found': {
    status: 404,
    title: 'Not found',
    en: 'There is nothing at this address. /api/v1/openapi.json lists what there is.',
    vi: 'Không có gì ở địa chỉ này. /api/v1/openapi.json liệt kê những gì có.',
  },
  'unknown-parameter': {
    status: 400,
    title: 'Unknown parameter',
    en: 'This address does not take this parameter.',
    vi: 'Địa chỉ này không nhận tham số ấy.',
  },
  'given-twice': {
    status: 400,
    title: 'Parameter given twice',
    en: 'This parameter stands in the address more than once. Name one value.',
    vi: 'Tham số này có nhiều lần trong địa chỉ. Xin nêu một giá trị thôi.',
  },
  malformed: {
    status: 400,
    title: 'Malformed value',
    en: 'The value of this parameter cannot be read. Days are written 2026-10-31; the other values are listed in /api/v1/openapi.json.',
    vi: 'Không đọc được giá trị của tham số này. Ngày viết là 2026-10-31; các giá trị khác có trong /api/v1/openapi.json.',
  },
  'before-record': {
    status: 400,
    title: 'Before the campaign',
    en: 'There are no figures before 2025-08-01.',
    vi: 'Không có số liệu trước ngày 2025-08-01.',
  },
  'not-yet': {
    status: 400,
    title: 'A day to come',
    en: 'This day has not come yet in Viet Nam. Figures are told of days that have been.',
    vi: 'Ngày này chưa đến. Con số chỉ nói về những ngày đã qua và hôm nay.',
  },
  'day-and-stretch': {
    status: 400,
    title: 'A day and a stretch',
    en: 'Name either day, or from and to.',
    vi: 'Xin nêu day, hoặc from và to, không cùng lúc.',
  },
  backwards: {
    status: 400,
    title: 'The stretch ends before it begins',
    en: 'The last day lies before the first one.',
    vi: 'Ngày cuối đứng trước ngày đầu.',
  },
  'no-such-commune': {
    status: 400,
    title: 'No such commune',
    en: 'No commune or ward has this code. /api/v1/communes lists them.',
    vi: 'Không có xã, phường nào mang mã này. Danh sách có ở /api/v1/communes.',
  },
  'no-such-place-in-list': {
    status: 400,
    title: 'No such place in the list',
    en: 'This is no place in this list. Take it from links.next of the page before, with the same other parameters.',
    vi: 'Đây không phải là một chỗ trong danh sách. Xin lấy từ links.next của trang trước, giữ nguyên các tham số khác.',
  },
  'wrong-method': {
    status: 405,
    title: 'Only for reading',
    en: 'Open data can only be read: GET or HEAD.',
    vi: 'Dữ liệu mở chỉ để đọc: GET hoặc HEAD.',
  },
  'too-many': {
    status: 429,
    title: 'Too many requests',
    en: 'Too many questions have just come from this network. Wait as many seconds as Retry-After says.',
    vi: 'Từ mạng này vừa có quá nhiều câu hỏi. Xin đợi số giây ghi ở Retry-After.',
  },
  failed: {
    status: 500,
    title: 'Something broke here',
    en: 'The trouble is on our side. Please try again in a few minutes.',
    vi: 'Trục trặc là ở phía chúng tôi. Xin thử lại sau ít phút.',
  },
  busy: {
    status: 503,
    title: 'Busy',
    en: 'Too many ask at once. Ask again after as many seconds as Retry-After says.',
    vi: 'Đang có quá nhiều yêu cầu cùng lúc. Xin hỏi lại sau số giây ghi ở Retry-After.',
  },
  away: {
    status: 503,
    title: 'The database is away',
    en: 'The database is away for a moment, and no answer of before is kept. Ask again after as many seconds as Retry-After says.',
    vi: 'Cơ sở dữ liệu đang gián đoạn và chưa có câu trả lời cũ nào được giữ. Xin hỏi lại sau số giây ghi ở Retry-After.',
  },
} as const satisfies Record<string, Words>;

export type ProblemName = keyof typeof PROBLEMS;

export const PROBLEM_TYPE = 'application/problem+json';

/** A problem as RFC 9457 has it. */
export function problemOf(name: ProblemName, parameter?: string) {
  const { status, title, en, vi } = PROBLEMS[name];
  return {
    type: `urn:phu-nu-so-dong-nai:problem:${name}`,
    title,
    status,
    detail: en,
    detail_vi: vi,
    ...(parameter === undefined ? {} : { parameter }),
  };
}

type More = { parameter?: string; headers?: Record<string, string> };

/** Declines a question of a program. */
export function declineOpenly(
  request: IncomingMessage,
  response: ServerResponse,
  name: ProblemName,
  { parameter, headers = {} }: More = {},
): undefined {
  const body = Buffer.from(JSON.stringify(problemOf(name, parameter)));
  response.writeHead(PROBLEMS[name].status, {
    'Content-Type': PROBLEM_TYPE,
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
