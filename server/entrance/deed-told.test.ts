import { get } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { openFront } from '@/test/servers/front';
import { withoutDeed } from './deed-told';

let open: Awaited<ReturnType<typeof openFront>>;
afterEach(() => open?.close());

const opened = (site: string, mode = 'navigate') => ({ 'sec-fetch-mode': mode, 'sec-fetch-site': site });

/** `fetch` of Node says of itself what it likes: a browser is played by hand. */
const ledTo = (path: string, headers: Record<string, string>) =>
  new Promise<unknown[]>((resolve, reject) => {
    get(open.origin + path, { headers: { host: 'portal.invalid', ...headers } }, (answer) => {
      const { location, 'cache-control': keeping } = answer.resume().headers;
      resolve([answer.statusCode, location, keeping]);
    }).on('error', reject);
  });

const drawn = () => openFront(async (_, response) => void response.end('x'));

describe('what a page tells of a deed', () => {
  test.each(['cross-site', 'same-site', 'none'])(
    'is told to nobody who comes by a link or an address (%s): she is led to the page without it, this once',
    async (site) => {
      open = await drawn();
      const plain = (to: string) => [303, to, 'private, no-store'];
      expect(await ledTo('/admin/accounts/a?said=disabled', opened(site))).toEqual(plain('/admin/accounts/a'));
      expect(await ledTo('/admin/reports/remind?period=b&sent=9-9-0-0', opened(site))).toEqual(
        plain('/admin/reports/remind?period=b'),
      );
      expect(await ledTo('/the-hoi-vien?said=lost&part=card', opened(site))).toEqual(plain('/the-hoi-vien?part=card'));
      expect(open.asked).toEqual([]);
    },
  );

  test('is told to whoever the portal leads on, by a form with or without a script, and by a browser that says nothing of itself', async () => {
    open = await drawn();
    const path = '/admin/accounts/a?said=disabled';
    for (const headers of [opened('same-origin'), opened('same-origin', 'cors'), {}])
      expect((await ledTo(path, headers))[0], JSON.stringify(headers)).toBe(200);
    expect(open.asked.map(({ url }) => url)).toEqual([path, path, path]);
  });

  test('is left to who comes back from a provider, and no page leads on to itself', async () => {
    open = await drawn();
    for (const path of ['/dang-nhap?said=left', '/dang-nhap?said=left-provider', '/admin/people?q=said', '/admin'])
      expect((await ledTo(path, opened('cross-site')))[0], path).toBe(200);
  });
});

test.each([
  ['/admin/a?said=x&said=y', '/admin/a'],
  ['/admin/a?q=%C4%90%E1%BA%B7ng+Lan&said=x', '/admin/a?q=%C4%90%E1%BA%B7ng+Lan'],
  ['/dang-nhap?said=left&said=renewed', '/dang-nhap'],
  ['/admin/a?saids=x', '/admin/a?saids=x'],
  ['/admin/a?q=a?said=b', '/admin/a?q=a?said=b'],
])('%s is %s without its deed', (address, plain) => {
  expect(withoutDeed(address)).toBe(plain);
  expect(withoutDeed(plain)).toBe(plain);
});
