import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parsePushKeys } from '@/domain/ground/push-pair';
import type { PushMessage } from '@/domain/subscriptions/pushing/push';
import { makePushKeys } from '@/scripts/ground/settings.mjs';
import { makeDevice, openPushService } from '@/test/servers/push-service';
import { PushSender } from './push-sender';

type Shown = { title: string; options: { body: string; lang: string; tag: string; data: object } };
type Handler = (event: object) => void;

let service: Awaited<ReturnType<typeof openPushService>>;
beforeEach(async () => {
  service = await openPushService((device) => ({ status: device === 'gone' ? 410 : 201 }));
});
afterEach(() => service.close());

const article = {
  told: 'vi',
  foundIn: 'vi',
  number: 12,
  kind: 'news',
  slug: 'long-hung',
  demo: false,
  until: null,
} as const;
const words = { title: 'Chị em Long Hưng', summary: 'Một chị biết, một chị học.' };
const messageTo = ({ reach }: ReturnType<typeof makeDevice>): PushMessage => ({
  reach,
  locale: 'vi',
  follows: ['1'],
  article: { ...article, ...words },
});

function openSender(loopback: boolean): PushSender {
  const keys = parsePushKeys(makePushKeys());
  if (!keys) throw new Error('no pair of keys');
  return new PushSender({ keys, subject: 'mailto:hoi@example.org', services: { loopback } });
}

/** The worker of a browser: it is handed a push and a tap, and says what it draws and opens. */
function makeBrowser() {
  const handlers: Record<string, Handler> = {};
  const [shown, opened]: [Shown[], string[]] = [[], []];
  const self = {
    location: { origin: 'https://phunuso.example.org' },
    registration: {
      showNotification: async (title: string, options: Shown['options']) => void shown.push({ title, options }),
    },
    clients: { matchAll: async () => [], openWindow: async (href: string) => void opened.push(href) },
    addEventListener: (name: string, handler: Handler) => {
      handlers[name] = handler;
    },
  };
  runInContext(readFileSync('public/subscriptions-worker.js', 'utf8'), createContext({ self, URL }));
  const hand = async (name: string, event: object) => {
    const waited: Promise<unknown>[] = [];
    handlers[name]?.({ ...event, waitUntil: (work: Promise<unknown>) => waited.push(work) });
    await Promise.all(waited);
  };
  return { shown, opened, hand };
}

test('what a device is sent is opened by its keys alone, shows the title of the piece, and a tap leads to its page', async () => {
  const [device, neighbour] = [makeDevice(service.origin, 'hers'), makeDevice(service.origin, 'theirs')];
  expect(await openSender(true).send(messageTo(device))).toBe('sent');
  const [received] = service.received;
  if (!received) throw new Error('nothing came');
  expect(() => neighbour.open(received.body)).toThrow();
  const browser = makeBrowser();
  await browser.hand('push', { data: { json: () => device.open(received.body) } });
  const [{ title, options } = { title: '', options: { body: '', lang: '', tag: '', data: {} } }] = browser.shown;
  expect({ title, ...options }).toMatchObject({ title: words.title, body: words.summary, lang: 'vi', tag: 'b12' });
  await browser.hand('notificationclick', { action: '', notification: { close: () => {}, data: options.data } });
  expect(browser.opened).toEqual(['https://phunuso.example.org/tin-tuc/long-hung']);
});

test('words that would run somewhere are shown as words, and a tap leads to no address but one of the portal', async () => {
  const device = makeDevice(service.origin, 'hers');
  const title = '<img src=x onerror=ran=true>"\'>{x}';
  const summary = 'javascript:ran=true https://evil.example \u0000 </script><script>ran=true</script>';
  const slug = '//evil.example/javascript:ran=true';
  const told = { ...messageTo(device), article: { ...article, title, summary, slug } };
  expect(await openSender(true).send(told)).toBe('sent');
  const browser = makeBrowser();
  await browser.hand('push', { data: { json: () => device.open(service.received[0]?.body ?? Buffer.alloc(0)) } });
  const [shown] = browser.shown;
  expect([shown?.title, shown?.options.body]).toEqual([title, summary.replace(/\s+/g, ' ')]);
  const tap = { action: '', notification: { close: () => {}, data: shown?.options.data } };
  await browser.hand('notificationclick', tap);
  expect(browser.opened.map((href) => new URL(href).origin)).toEqual(['https://phunuso.example.org']);
});

test('a device that is no more is told as gone, and in production this machine is sent nothing', async () => {
  expect(await openSender(true).send(messageTo(makeDevice(service.origin, 'gone')))).toBe('gone');
  expect(service.received).toHaveLength(1);
  expect(await openSender(false).send(messageTo(makeDevice(service.origin, 'hers')))).toBe('refused');
  expect(service.received).toHaveLength(1);
});
