/**
 * What a reader's browser says of itself: the fourteen fields of Chrome on a phone, behind a proxy with https.
 * @param {string} host
 * @returns {[name: string, value: string][]}
 */
export const browserFields = (host) => [
  ['Host', host],
  ['Connection', 'keep-alive'],
  ['sec-ch-ua', '"Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"'],
  ['sec-ch-ua-mobile', '?1'],
  ['sec-ch-ua-platform', '"Android"'],
  ['Upgrade-Insecure-Requests', '1'],
  [
    'User-Agent',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  ],
  [
    'Accept',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
  ],
  ['Sec-Fetch-Site', 'same-origin'],
  ['Sec-Fetch-Mode', 'navigate'],
  ['Sec-Fetch-User', '?1'],
  ['Sec-Fetch-Dest', 'document'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Accept-Language', 'vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7'],
];

/**
 * @typedef {object} Asked
 * @property {string} path
 * @property {string} host as the portal is known: with its port
 * @property {string} [method]
 * @property {Record<string, string>} [fields] more of the head, or other values for what a browser says
 * @property {URLSearchParams} [form] what is sent
 */

/**
 * The bytes of a request as a browser would send it.
 * @param {Asked} asked
 */
export function requestOf({ path, host, method = 'GET', fields = {}, form }) {
  const body = form?.toString() ?? '';
  const sent = form
    ? { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(Buffer.byteLength(body)) }
    : {};
  const head = new Map([...browserFields(host), ...Object.entries({ ...sent, ...fields })]);
  const lines = [...head].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines}\r\n${body}`);
}
