import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { env } from '@/domain/ground/env';

/** Words of the front itself when it declines: to people, in both languages, without a page of its own. */
const WORDS = {
  400: 'Địa chỉ hoặc nội dung gửi lên không đọc được.\nThe address, or what was sent to it, cannot be read.',
  403: 'Yêu cầu này đến từ một trang khác nên không được nhận.\nThis request comes from another site and was not accepted.',
  408: 'Nội dung gửi lên mất quá nhiều thời gian, nên chưa được nhận. Xin gửi lại khi sóng tốt hơn.\nWhat was sent took too long to arrive and was not accepted. Please send it again when the signal is better.',
  405: 'Trang này không nhận cách gửi ấy.\nThis page does not take that kind of request.',
  413: 'Nội dung gửi lên quá lớn hoặc có quá nhiều ô.\nWhat was sent is too large, or has too many fields.',
  421: 'Cổng thông tin không có ở địa chỉ này.\nThe portal is not found under this address.',
  429: 'Từ mạng này vừa có quá nhiều yêu cầu. Xin đợi một phút rồi thử lại.\nToo many requests have just come from this network. Please wait a minute and try again.',
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

/** Leads on for this once. */
export function leadOn(response: ServerResponse, to: string): undefined {
  response.writeHead(303, { Location: to, 'Content-Length': 0, 'Cache-Control': 'private, no-store' });
  response.end();
}

const FRAME = readFileSync(join(process.cwd(), 'server/refusals/sorry.html'), 'utf8');
const DEMO_MARK = '<span class="mark">Dữ liệu minh họa · Demonstration data</span>';

type Sorry = { id: string; language: 'vi' | 'en'; title: string; main: string };

/** A page that needs neither Next nor the database, dressed like the others. `title` and `main` are HTML. */
export const sorryPage = ({ id, language, title, main }: Sorry): string => {
  const parts: Record<string, string> = { id, title, main, mark: env.DEMO === 'on' ? DEMO_MARK : '' };
  return FRAME.replace('lang="vi"', `lang="${language}"`).replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
};

const FAILED = `
<h1>Xin lỗi, trang này tạm&nbsp;thời chưa mở được</h1>
      <p>Trục trặc là ở phía chúng tôi, chị không làm gì sai cả. Xin chị chờ ít phút rồi mở lại, hoặc về trang chủ để xem nội dung khác.</p>
      <p><a class="button" href="/">Về trang chủ</a></p>
      <section lang="en">
        <h2>Sorry, this page cannot be shown just now</h2>
        <p>The trouble is on our side; you did nothing wrong. Please try again in a few minutes, or go to the home page.</p>
        <p><a href="/en">To the home page</a></p>
      </section>`;

/** The page for when there is no other: 500 when something broke, 503 when too many ask at once. */
export function sorry(
  request: IncomingMessage,
  response: ServerResponse,
  { id, status, retryAfter }: { id: string; status: 500 | 503; retryAfter?: number },
): undefined {
  const body = Buffer.from(sorryPage({ id, language: 'vi', title: 'Xin lỗi, trang chưa mở được', main: FAILED }));
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...(retryAfter ? { 'Retry-After': String(retryAfter) } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
