import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is said when the front itself declines: to people, in both languages, without a page of its own. */
const WORDS = {
  400: 'Địa chỉ này không đọc được.\nThis address cannot be read.',
  403: 'Yêu cầu này đến từ một trang khác nên không được nhận.\nThis request comes from another site and was not accepted.',
  405: 'Trang này không nhận cách gửi ấy.\nThis page does not take that kind of request.',
  413: 'Nội dung gửi lên quá lớn.\nWhat was sent is too large.',
  429: 'Đã hỏi quá nhiều địa chỉ không tồn tại. Xin thử lại sau ít phút.\nToo many addresses that do not exist. Please try again in a minute.',
  404: 'Không có tệp này.\nThere is no such file.',
} as const;

type Refusal = keyof typeof WORDS;

/** Declines a request with a plain sentence. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: Refusal,
  headers: Record<string, string> = {},
): undefined {
  const body = Buffer.from(`${WORDS[status]}\n`);
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Leads on to the name under which a page is known, for good. */
export function move(response: ServerResponse, to: string): undefined {
  response.writeHead(308, { Location: to, 'Content-Length': 0, 'Cache-Control': 'public, max-age=300' });
  response.end();
}

const SORRY = readFileSync(new URL('./still/sorry.html', import.meta.url), 'utf8');

/** The page for when there is no other: 500 when something broke, 503 when too many ask at once. */
export function sorry(
  request: IncomingMessage,
  response: ServerResponse,
  { id, status, retryAfter }: { id: string; status: 500 | 503; retryAfter?: number },
): undefined {
  const body = Buffer.from(SORRY.replaceAll('{id}', id));
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...(retryAfter ? { 'Retry-After': String(retryAfter) } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
