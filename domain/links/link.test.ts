import { expect, test } from 'vitest';
import { addressesIn, hostInput, isKnownHost, targetOf } from './link';

const own = 'https://phunuso.example.org';

test('a link is spelled in one way: a path where it leads to the portal itself, without what stands behind #', () => {
  expect(targetOf('/tin-tuc/a-b#cuoi', own)).toEqual({ address: '/tin-tuc/a-b', host: null });
  expect(targetOf('https://phunuso.example.org/tin-tuc?topic=x', own)).toEqual({
    address: '/tin-tuc?topic=x',
    host: null,
  });
  expect(targetOf('HTTPS://DichVuCong.gov.vn:443/a#b', own)).toEqual({
    address: 'https://dichvucong.gov.vn/a',
    host: 'dichvucong.gov.vn',
  });
});

test('the portal is itself by http and by https, at its own port alone', () => {
  expect(targetOf('http://phunuso.example.org/tin-tuc', own)).toEqual({ address: '/tin-tuc', host: null });
  expect(targetOf('https://127.0.0.1:3000/tin-tuc', 'http://127.0.0.1:3000')).toEqual({
    address: '/tin-tuc',
    host: null,
  });
  for (const [href, host] of [
    ['https://phunuso.example.org:8443/tin-tuc', 'phunuso.example.org:8443'],
    ['https://www.phunuso.example.org/tin-tuc', 'www.phunuso.example.org'],
  ] as const)
    expect(targetOf(href, own)).toEqual({ address: href, host });
});

test('a host at a port of its own is another one, which nobody may ask', () => {
  const target = targetOf('https://a.gov.vn:8443/x', own);
  expect(target).toEqual({ address: 'https://a.gov.vn:8443/x', host: 'a.gov.vn:8443' });
  expect(isKnownHost('a.gov.vn:8443', ['a.gov.vn'])).toBe(false);
});

test('an address is as long as it is spelled: Vietnamese letters take up to nine', () => {
  expect(targetOf(`https://a.gov.vn/${'ế'.repeat(220)}`, own)?.address).toHaveLength(1_997);
  for (const href of [`https://a.gov.vn/${'ế'.repeat(221)}`, `/tim-kiem?q=${'ế'.repeat(221)}`])
    expect(targetOf(href, own)).toBeNull();
});

test('what nobody could be asked about is no target: numbers, mailboxes, addresses with a password, and endless ones', () => {
  const refused = [
    'tel:113',
    'mailto:a@b.vn',
    'https://a:b@c.gov.vn/',
    'ftp://c.gov.vn/',
    `https://a.gov.vn/${'x'.repeat(2_000)}`,
  ];
  for (const href of refused) expect(targetOf(href, own), href).toBeNull();
});

test('words without marks lead to the addresses in them, by http or by the bare name of a Vietnamese host', () => {
  const words = 'Mở dichvucong.gov.vn/dang-ky, rồi xem (https://vneid.gov.vn/hoi-dap). Hay www.dongnai.gov.vn.';
  expect(addressesIn(words)).toEqual([
    'https://dichvucong.gov.vn/dang-ky',
    'https://vneid.gov.vn/hoi-dap',
    'https://www.dongnai.gov.vn',
  ]);
});

test('an e-mail address, a number, a sentence without a blank and an application are no addresses; of many in one text fifty are read', () => {
  for (const words of ['Viết cho chi.a@hoi.vn', 'Gọi 113. Đừng tin.', 'Xong.Vào app VNeID', 'tải ví.vna', 'https://'])
    expect(addressesIn(words), words).toEqual([]);
  const many = Array.from({ length: 80 }, (_, n) => `trang${n}.gov.vn`).join(' ');
  expect(addressesIn(many)).toHaveLength(50);
});

test('hosts of the government are known and those that were added, with what lies beneath; what only ends alike is not', () => {
  for (const host of ['gov.vn', 'dongnai.gov.vn', 'a.b.gov.vn', 'hoi.org.vn', 'tin.hoi.org.vn'])
    expect(isKnownHost(host, ['hoi.org.vn']), host).toBe(true);
  for (const host of ['xgov.vn', 'gov.vn.example.com', 'ahoi.org.vn', '10.0.0.1', 'localhost'])
    expect(isKnownHost(host, ['hoi.org.vn']), host).toBe(false);
});

test('a host is added by its name or an address of it, never by a number or a word', () => {
  const read = (host: string) => hostInput.safeParse({ host }).data?.host;
  expect([read('Hoi.org.vn'), read('https://hoi.org.vn/tin?x=1')]).toEqual(['hoi.org.vn', 'hoi.org.vn']);
  for (const wrong of ['10.0.0.1', 'localhost', '[::1]', 'a b.vn', 'vn', '', 'hoi.org.vn:8080'])
    expect(read(wrong), wrong).toBeUndefined();
});
