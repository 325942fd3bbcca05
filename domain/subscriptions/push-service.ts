/** Hosts of the push services of Chrome, Firefox, Edge and Safari; "*." stands for any host below one. */
const KNOWN = ['fcm.googleapis.com', '*.push.services.mozilla.com', '*.notify.windows.com', 'web.push.apple.com'];

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** What the portal is told of push services: their hosts where it is not to be the known ones, and whether this machine may be one. */
export type Services = { hosts?: string | undefined; loopback: boolean };

/** Whether a device's address belongs to a push service that the portal speaks to: by https, at its own port, with nobody's name in it. */
export function isOfPushService(endpoint: string, { hosts, loopback }: Services): boolean {
  const url = urlOf(endpoint);
  if (!url || url.username || url.password || url.hash) return false;
  if (loopback && LOOPBACK.includes(url.hostname)) return true;
  if (url.protocol !== 'https:' || url.port) return false;
  return hostsOf(hosts).some((host) => matches(url.hostname, host));
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function hostsOf(said: string | undefined): string[] {
  const hosts = (said ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return hosts.length > 0 ? hosts : KNOWN;
}

/** "*.example.org" is any host below it, and not itself. */
const matches = (hostname: string, host: string) =>
  host.startsWith('*.') ? hostname.endsWith(host.slice(1)) && hostname.length > host.length - 1 : hostname === host;
