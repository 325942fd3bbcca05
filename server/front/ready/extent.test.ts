import { describe, expect, test } from 'vitest';
import { browserHead } from '@/test/servers/raw';
import { extentOf } from './extent';

const plain = (...more: string[]) => browserHead('/tin-tuc?a=1', 'portal.invalid', more);
const extent = (text: string) => extentOf(Buffer.from(text, 'latin1'));

describe('where a request ends', () => {
  test.each([
    ['a GET', plain(), ''],
    ['the head of a page', plain().replace('GET', 'HEAD'), ''],
    ['a form with its body', plain('Content-Length: 3').replace('GET', 'POST'), 'a=1'],
    ['a form without one', plain().replace('GET', 'POST'), ''],
    ['a GET with a length of nought', plain('content-length:0'), ''],
    ['what a page is not asked with', plain('Range: bytes=0-1', 'If-None-Match: "a", "b"', 'Cookie: a=b'), ''],
  ])('is known of %s', (_, head, body) => {
    expect(extent(head + body)).toBe(head.length + body.length);
    expect(extent(head), 'before its body has come').toBe(head.length + body.length);
    expect(extent(`${head}${body}GET /`), 'with the next one behind it').toBe(head.length + body.length);
  });

  test.each([
    ['a body in chunks', plain('Transfer-Encoding: chunked')],
    ['both lengths', plain('Transfer-Encoding: chunked', 'Content-Length: 3')],
    ['two lengths', plain('Content-Length: 3', 'Content-Length: 3')],
    ['a list of lengths', plain('Content-Length: 3, 3')],
    ['a length with a sign', plain('Content-Length: +3')],
    ['a length in other numbers', plain('Content-Length: 0x3')],
    ['no length where one is named', plain('Content-Length:')],
    ['more bytes than anybody sends', plain('Content-Length: 1234567890')],
    ['an upgrade', plain('Upgrade: h2c')],
    ['an expectation', plain('Expect: 100-continue')],
    ['a trailer', plain('Trailer: A')],
    ['the wish to close', plain().replace('keep-alive', 'close')],
    ['two wishes', plain('Connection: close')],
    ['no host', plain().replace('Host', 'X')],
    ['two hosts', plain('Host: portal.invalid')],
    ['another method', plain().replace('GET', 'CONNECT')],
    ['an older version', plain().replace('1.1', '1.0')],
    ['a target beyond ASCII', plain().replace('/tin-tuc', '/tin-t\xfac')],
    ['bare LF', plain().replaceAll('\r\n', '\n')],
    ['a folded line', plain('A: 1', ' 2')],
    ['a space before the colon', plain('Content-Length : 3')],
    ['NUL', plain('A: \0')],
    ['bare CR', plain('A: 1\rContent-Length: 3')],
    ['a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a head that Node refuses for its length', plain(`A: ${'x'.repeat(16_384)}`)],
  ])('is not said of %s', (_, text) => {
    expect(extent(text)).toBeUndefined();
  });

  test('is not said before the head is whole', () => {
    const text = plain('Content-Length: 3');
    for (let length = 0; length < text.length; length++) expect(extent(text.slice(0, length))).toBeUndefined();
  });
});
