import { describe, expect, test } from 'vitest';
import { isOfPushService } from './push-service';

const known = { loopback: false };

describe('an address of a device', () => {
  test('belongs to the push service of a known browser', () => {
    for (const endpoint of [
      'https://fcm.googleapis.com/fcm/send/abc:def',
      'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
      'https://wns2-sg2p.notify.windows.com/w/?token=BQYA',
      'https://web.push.apple.com/QGuQ',
    ])
      expect(isOfPushService(endpoint, known), endpoint).toBe(true);
  });

  test('of any other host, of this machine or the network around it, by http, at another port or in a name’s disguise is none', () => {
    for (const endpoint of [
      'http://fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com:8443/fcm/send/abc',
      'https://fcm.googleapis.com@127.0.0.1/fcm/send/abc',
      'https://someone:word@fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com.evil.example/x',
      'https://evilpush.services.mozilla.com/x',
      'https://push.services.mozilla.com/x',
      'https://notify.windows.com.evil.example/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://10.0.0.7/x',
      'https://169.254.169.254/latest/meta-data',
      'https://localhost/x',
      'https://0x7f000001/x',
      'file:///etc/passwd',
      'https://',
      '',
    ])
      expect(isOfPushService(endpoint, known), endpoint).toBe(false);
  });

  test('is judged by the hosts that the portal is told, and this machine only where a test says so', () => {
    const told = { hosts: 'push.example.org, *.other.example', loopback: false };
    expect(isOfPushService('https://push.example.org/x', told)).toBe(true);
    expect(isOfPushService('https://a.other.example/x', told)).toBe(true);
    expect(isOfPushService('https://fcm.googleapis.com/x', told)).toBe(false);
    expect(isOfPushService('http://127.0.0.1:4000/x', told)).toBe(false);
    expect(isOfPushService('http://127.0.0.1:4000/x', { loopback: true })).toBe(true);
    expect(isOfPushService('http://10.0.0.7:4000/x', { loopback: true })).toBe(false);
  });
});
