import { describe, expect, test } from 'vitest';
import { browserHead } from '@/test/servers/raw';
import { type Doorplate, headOf, readFields } from './head';

const OURS: Doorplate = { isOurs: (host) => host === 'portal.invalid', trustProxy: false };
const BEHIND_A_PROXY: Doorplate = { ...OURS, trustProxy: true };

const read = (text: string, doorplate = OURS) => {
  const head = headOf(Buffer.from(text, 'latin1'));
  return head && readFields(head.fields, doorplate);
};
const withFields = (...fields: string[]) =>
  `GET /tin-tuc HTTP/1.1\r\n${fields.map((field) => `${field}\r\n`).join('')}\r\n`;
const asked = (...fields: string[]) => withFields('Host: portal.invalid', ...fields);

describe('a head that asks for a page and no more', () => {
  test("is a browser's", () => {
    const text = browserHead('/tin-tuc/a-b', 'portal.invalid');
    expect(headOf(Buffer.from(text))?.target).toBe('/tin-tuc/a-b');
    expect(read(text)).toEqual({ br: true, gzip: true, session: false, reader: true, secret: false });
  });

  test.each([
    ['nothing but its host', asked(), {}],
    [
      'names in any letters, and values behind no space or many',
      withFields('hOST:portal.invalid', 'ACCEPT-encoding: \t gzip'),
      { gzip: true },
    ],
    ['a value with letters beyond ASCII', asked('X-Name: Th\xe1i'), {}],
    ['an empty value', asked('X-Empty:'), {}],
    ['the tag it has', asked('If-None-Match: "a_b-1-br"'), { has: 'a_b-1-br' }],
    ['the tag it has, weakened by a proxy', asked('If-None-Match: W/"ab-gz"'), { has: 'ab-gz' }],
    ['a tag and a time, of which the tag counts', asked('If-None-Match: "ab"', 'If-Modified-Since: x'), { has: 'ab' }],
    ['a cookie, which is for nobody to remember', asked('Cookie: a=b'), { secret: true }],
    ['a password, likewise', asked('Authorization: Basic eDp5'), { secret: true }],
    ['a session', asked('Cookie: a=b; next-auth.session-token=x'), { secret: true, session: true }],
    ['a session under https', asked('cookie: __Host-next-auth.session-token=x'), { secret: true, session: true }],
    [
      'whatever it claims of a proxy that is not there',
      asked('X-Forwarded-Host: evil.invalid', 'X-Forwarded-For: 1.1.1.1'),
      {},
    ],
  ])('may have %s', (_, text, found) => {
    expect(read(text)).toEqual({ br: false, gzip: false, session: false, reader: false, secret: false, ...found });
  });

  test('is read by a browser, but not by one that fetches ahead, nor by somebody who works here', () => {
    const browser = 'User-Agent: Mozilla/5.0 (Linux; Android 10)';
    expect(read(asked(browser))?.reader).toBe(true);
    expect(read(asked(browser, 'Sec-Purpose: prefetch'))?.reader).toBe(false);
    expect(read(asked(browser, 'Cookie: next-auth.session-token=x'))?.reader).toBe(false);
  });

  test('is asked under the name that a proxy of ours has seen', () => {
    expect(read(withFields('Host: inside', 'X-Forwarded-Host: portal.invalid'), BEHIND_A_PROXY)).not.toBeNull();
    expect(read(asked('X-Forwarded-Host: evil.invalid'), BEHIND_A_PROXY)).toBeNull();
    expect(
      read(asked('X-Forwarded-Host: portal.invalid', 'X-Forwarded-Host: portal.invalid'), BEHIND_A_PROXY),
    ).toBeNull();
  });
});

const MORE_THAN_THAT = [
  ['another method', asked().replace('GET', 'HEAD')],
  ['small letters', asked().replace('GET', 'get')],
  ['an older version', asked().replace('1.1', '1.0')],
  ['a newer version', asked().replace('1.1', '1.2')],
  ['two spaces', asked().replace(' HTTP', '  HTTP')],
  ['no target', asked().replace(' /tin-tuc', '')],
  ['an empty line before it', `\r\n${asked()}`],
  ['bare LF', asked().replaceAll('\r\n', '\n')],
  ['bare LF between fields', asked('A: 1\nB: 2')],
  ['bare CR in a value', asked('A: 1\rB: 2')],
  ['NUL in a value', asked('A: 1\0')],
  ['DEL in a value', asked('A: 1\x7f')],
  ['a folded line', asked('A: 1', ' 2')],
  ['a line that begins with a space', withFields(' Host: portal.invalid')],
  ['a space before the colon', asked('A : 1')],
  ['no colon', asked('A')],
  ['no name', asked(': 1')],
  ['a name that is none', asked('A(b): 1')],
  ['no host', withFields('A: 1')],
  ['two hosts', asked('Host: portal.invalid')],
  ['an empty host', withFields('Host:')],
  ['a host with a space behind', withFields('Host: portal.invalid ')],
  ['another host', withFields('Host: evil.invalid')],
  ['a body', asked('Content-Length: 1').concat('x')],
  ['a length, be it nought', asked('Content-Length: 0')],
  ['a body in chunks', asked('Transfer-Encoding: chunked')],
  ['a request behind it', asked() + asked()],
  ['half of a request behind it', `${asked()}GET /tin-tuc HTTP/1.1\r\n`],
  ['no end', asked().slice(0, -2)],
  ['a range', asked('Range: bytes=0-1')],
  ['a condition', asked('If-Match: "a"')],
  ['a range with a condition', asked('If-Range: "a"')],
  ['a time alone', asked('If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT')],
  ['two tags', asked('If-None-Match: "a", "b"')],
  ['any tag', asked('If-None-Match: *')],
  ['a tag said twice', asked('If-None-Match: "a"', 'If-None-Match: "b"')],
  ['an expectation', asked('Expect: 100-continue')],
  ['an upgrade', asked('Upgrade: websocket')],
  ['TE', asked('TE: trailers')],
  ['a trailer', asked('Trailer: A')],
  ['the wish to close', asked('Connection: close')],
  ['more than to keep open', asked('Connection: keep-alive, upgrade')],
  ['two wishes', asked('Connection: keep-alive', 'Connection: close')],
  ['weights', asked('Accept-Encoding: br;q=0, gzip')],
  ['encodings said twice', asked('Accept-Encoding: br', 'Accept-Encoding: gzip')],
  ['more than 4,096 bytes', asked(`A: ${'x'.repeat(4_096)}`)],
  ['a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['nothing', ''],
] as const;

describe('anything else is left to who reads whatever comes', () => {
  test.each(MORE_THAN_THAT)('%s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  test('all that came until now, as long as it is not whole', () => {
    const text = browserHead('/tin-tuc', 'portal.invalid');
    for (let length = 0; length < text.length; length++) expect(read(text.slice(0, length))).toBeNull();
    for (let start = 1; start < text.length; start++) expect(read(text.slice(start)), text.slice(start)).toBeNull();
  });
});
