import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SentForm } from '../entrance/body-kept';
import { sorryPage } from '../refusals/refuse';

/** Seconds after which it is worth asking again: by then the portal has found a database that is back. */
const RETRY_AFTER = 5;

type Away = {
  id: string;
  /** path and query as the reader knows them */
  asked: string;
  /** what she sent, if she did */
  form: SentForm | null;
  /** `interrupted`: whoever was answering ended meanwhile, and nobody knows whether what was sent has been recorded */
  because?: 'away' | 'interrupted';
};

const AWAY = {
  vi: {
    title: 'Cổng thông tin tạm thời chưa trả lời được',
    lead: 'Cơ sở dữ liệu của cổng đang gián đoạn trong chốc lát. Chị không làm gì sai cả; cổng sẽ tự kết nối lại. Nếu trước đó đã đăng nhập thì chị vẫn đang đăng nhập.',
    open: 'Mở lại trang này',
    kept: 'Những gì chị vừa nhập vẫn còn đây',
    send: 'Cổng chưa ghi nhận được nội dung này. Chị chờ vài giây rồi bấm nút “Gửi lại” ở trang này. Xin đừng đóng trang.',
    file: 'Riêng tệp đính kèm thì trình duyệt không giữ lại: sau khi gửi, chị chọn lại tệp.',
    password: 'Mật khẩu (vì an toàn, chị nhập lại)',
  },
  en: {
    title: 'The portal cannot answer just now',
    lead: 'Its database is away for a moment. You did nothing wrong; the portal reconnects by itself. If you were signed in before, you still are.',
    open: 'Open this page again',
    kept: 'What you typed is still here',
    send: 'The portal could not record it yet. Wait a few seconds, then press “Send again” on this page. Please do not close it.',
    file: 'Only the attached file is not kept by the browser: choose it again after sending.',
    password: 'Password (for safety, type it again)',
  },
} as const;

const INTERRUPTED = {
  vi: {
    ...AWAY.vi,
    title: 'Cổng thông tin vừa bị ngắt giữa chừng',
    lead: 'Một phần của cổng vừa dừng đột ngột và đang tự khởi động lại. Chị không làm gì sai cả. Nếu trước đó đã đăng nhập thì chị vẫn đang đăng nhập.',
    send: 'Cổng không biết chắc nội dung này đã được ghi nhận hay chưa. Chị mở cổng ở một thẻ khác để xem trước; nếu chưa có thì bấm nút “Gửi lại”. Xin đừng đóng trang này.',
  },
  en: {
    ...AWAY.en,
    title: 'The portal was interrupted just now',
    lead: 'A part of it stopped suddenly and is starting again by itself. You did nothing wrong. If you were signed in before, you still are.',
    send: 'It is not certain whether the portal has recorded it. Look in another tab first; if it is not there, press “Send again”. Please do not close this page.',
  },
} as const;

const WORDS = { away: AWAY, interrupted: INTERRUPTED };

type Words = { [Name in keyof (typeof AWAY)['vi']]: string };

/**
 * Answers 503 where the database is away, or whoever was answering ended, and says when to come back; whoever sent a form
 * gets it back to send again.
 */
export function sendAway(request: IncomingMessage, response: ServerResponse, away: Away): undefined {
  const { id, asked, form, because = 'away' } = away;
  // nothing that was to be said before leaves with it: no cookie taken away, no address with a reason in it
  for (const name of response.getHeaderNames()) if (NEXT_SAID.test(name)) response.removeHeader(name);
  const languages = speaksEnglish(asked, form) ? (['en', 'vi'] as const) : (['vi', 'en'] as const);
  const [first, second] = [WORDS[because][languages[0]], WORDS[because][languages[1]]];
  const main = `
      <h1>${first.title}</h1>
      <p>${first.lead}</p>
      ${form ? '' : `<p><a class="button" href="${escaped(asked)}">${first.open}</a></p>`}
      ${form ? keptOf(form, asked, first, second) : ''}
      <section lang="${languages[1]}">
        <h2>${second.title}</h2>
        <p>${second.lead}</p>
        ${form ? keptWords(form, second) : `<p><a href="${escaped(asked)}">${second.open}</a></p>`}
      </section>`;
  const body = Buffer.from(sorryPage({ id, language: languages[0], title: first.title, main }));
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'Retry-After': String(RETRY_AFTER),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The language of the page she is on: a form without scripts goes to an address of its own, and says where it stood. */
const speaksEnglish = (asked: string, form: SentForm | null) =>
  /^\/en(\/|\?|$)|[?&]language=en\b/.test(asked) ||
  (form?.fields.some(([name, value]) => name === 'locale' && value === 'en') ?? false);

/** An answer to an action that the page itself shows is left as it is, and says that the database is away. */
export function markAway(response: ServerResponse): void {
  response.statusCode = 503;
  response.setHeader('Retry-After', String(RETRY_AFTER));
}

const NEXT_SAID =
  /^(set-cookie|location|refresh|etag|link|vary|content-.*(type|length|encoding|disposition)|transfer-encoding|x-nextjs-.*|x-action-.*)$/;

const keptWords = (form: SentForm, words: Words) =>
  `<p><b>${words.kept}.</b> ${words.send}</p>${form.hasFile ? `<p>${words.file}</p>` : ''}`;

function keptOf(form: SentForm, asked: string, first: Words, second: Words): string {
  const fields = form.fields.map(([name, value]) =>
    /password/i.test(name)
      ? `<label>${first.password} · ${second.password}
          <input type="password" name="${escaped(name)}" required autocomplete="current-password" /></label>`
      : `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}" />`,
  );
  return `${keptWords(form, first)}
      <form method="post" action="${escaped(asked)}" enctype="${escaped(form.type)}" accept-charset="utf-8">
        ${fields.join('\n        ')}
        <button class="button" type="submit">Gửi lại · Send again</button>
      </form>`;
}

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
};
const escaped = (text: string) => text.replace(/[&<>"\r\n]/g, (sign) => SIGNS[sign] ?? sign);
