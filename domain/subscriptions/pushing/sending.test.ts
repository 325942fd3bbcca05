import { expect, test } from 'vitest';
import { type Device, Sending } from './sending';

const [SLOW, FINE] = ['https://slow.example.org', 'https://fine.example.org'];

const devices = (count: number, origin: string): Device[] =>
  Array.from({ length: count }, (_, at) => ({
    roundId: origin,
    deviceId: `${at}`,
    tries: 1,
    message: {
      reach: { endpoint: `${origin}/${at}`, p256dh: '', auth: '' },
      locale: 'vi',
      follows: [],
      article: {
        told: 'vi',
        foundIn: 'vi',
        number: 1,
        kind: 'news',
        slug: '',
        title: '',
        summary: '',
        demo: false,
        until: null,
      },
    },
  }));

test('who waits behind a push service that answers slowly makes room for what is more urgent, and is told after it', async () => {
  const unclaimed = devices(12, SLOW);
  const told: string[] = [];
  let [begun, answer] = [0, () => {}];
  const answered = new Promise<void>((now) => {
    answer = now;
  });
  const sending = new Sending({
    turn: 20,
    mayGoOn: async () => true,
    claim: async () => unclaimed.splice(0),
    send: async ({ reach }) => {
      const { origin } = new URL(reach.endpoint);
      if (++begun === 1) unclaimed.push(...devices(4, FINE));
      if (origin === SLOW) await answered;
      told.push(origin);
      if (told.length === 4) answer();
      return 'sent';
    },
    settle: async (settled) => {
      const back = settled.filter(({ outcome }) => outcome !== 'sent').map(({ deviceId }) => deviceId);
      unclaimed.push(...devices(12, SLOW).filter(({ deviceId }) => back.includes(deviceId)));
    },
  });
  expect(await sending.run()).toBe(16);
  expect(told).toEqual([...Array(4).fill(FINE), ...Array(12).fill(SLOW)]);
});
