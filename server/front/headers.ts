import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FieldLines } from '../still/store/send';
import { OPEN_FIELDS } from './open-data/open-data';
import { FIRST_WORDS_SOURCE } from './portal-script';

type Policy = Record<string, string>;

/** Only what lies on this portal, and no script or style inside the page. */
const STRICT: Policy = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'form-action': "'self'",
};

const policy = (changes: Policy = {}) =>
  Object.entries({ ...STRICT, ...changes })
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** Public pages and files: the script of the portal, and the few words that stand in the page. */
export const STILL_POLICY = policy({ 'script-src': `'self' ${FIRST_WORDS_SOURCE}` });

/** The app that takes attendance in the hall: the one page with a camera, a worker of its own and a compiled reader of codes. */
const isHall = (path: string) => /^\/admin\/attendance(?:[/?]|$)/.test(path);

/** The app for lessons among women: a page with a worker of its own, and no camera. */
const isNotes = (path: string) => /^\/admin\/peer-lessons\/phone(?:[/?]|$)/.test(path);

/**
 * The admin area: Next's scripts by this answer's nonce. Style attributes are allowed because charts (recharts) and
 * React put sizes and colours there; style elements need the nonce, so nothing injected can restyle a page.
 */
export const adminPolicy = (nonce: string, path = '') =>
  policy({
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isHall(path) ? " 'wasm-unsafe-eval'" : ''}`,
    ...(isHall(path) || isNotes(path) ? { 'worker-src': "'self'" } : {}),
    'style-src': `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
  });

/**
 * Only with STILL_PAGES=off, for comparing: Next keeps these pages, with inline scripts that differ from page to page,
 * so neither a nonce nor a hash can name them. Still same origin only.
 */
export const NEXT_POLICY = policy({
  'script-src': "'self' 'unsafe-inline'",
  'style-src': "'self' 'unsafe-inline'",
});

/** Development: React and the dev tools use eval, inline styles and a web socket. Never in production. */
export const DEVELOPMENT_POLICY = policy({
  'script-src': "'self' 'unsafe-inline' 'unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self' ws:",
});

export const newNonce = () => randomBytes(16).toString('base64');

const FIXED = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-DNS-Prefetch-Control', 'off'],
] as const;

const NOTHING = 'microphone=(), geolocation=(), payment=(), usb=()';
/** Scanning a ticket at the door is the one use of a camera. */
const permissions = (path: string) => `camera=${isHall(path) ? '(self)' : '()'}, ${NOTHING}`;

/** What documents alone heed: of styles, letters and pictures no browser reads it. */
const OF_DOCUMENTS = [
  'X-Frame-Options',
  'Cross-Origin-Opener-Policy',
  'X-DNS-Prefetch-Control',
  'Permissions-Policy',
  'Content-Security-Policy',
];

/** Can it be no document, whatever it is taken for (`nosniff`)? A drawing can be one, and a script a worker, which heeds a policy. */
const isPart = (contentType: string) => /^(text\/css|font\/|image\/(?!svg))/.test(contentType);

type Setting = {
  path: string;
  https: boolean;
  policy: string;
  /** Open data: pages of other sites may read it. */
  open?: boolean;
  /** Is it only a part of pages (`isPart`)? */
  part?: boolean;
};

/** What every answer carries for safety. */
export const safeFields = ({ path, https, policy, open = false, part = false }: Setting): FieldLines => {
  const all: FieldLines = [
    ...(open ? [...FIXED.filter(([name]) => !OPEN_FIELDS.some(([other]) => other === name)), ...OPEN_FIELDS] : FIXED),
    ['Permissions-Policy', permissions(path)],
    ['Content-Security-Policy', policy],
    ...(https ? [['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] as const] : []),
  ];
  return part ? all.filter(([name]) => !OF_DOCUMENTS.includes(name)) : all;
};

/** Puts what every answer carries on this one, before anybody else writes to it. */
export function secure(response: ServerResponse, { id, ...setting }: Setting & { id: string }): void {
  for (const [name, value] of safeFields(setting)) response.setHeader(name, value);
  response.setHeader('X-Request-Id', id);
}

/** Lets pages of the portal itself, and no others, show this one in a frame. */
export function frameHere(response: ServerResponse): void {
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.setHeader('Content-Security-Policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
}

/** Takes what documents alone heed from the answer with content of this type, and says whether it is but a part of pages. */
export function leaveAsPart(response: ServerResponse, contentType: string): boolean {
  const part = isPart(contentType);
  if (part) for (const name of OF_DOCUMENTS) response.removeHeader(name);
  return part;
}
