import { pathOf, READS } from '../entrance/visit';

/** The rooms of the signed-in area (app/admin), by which its pages are told apart. */
export const rooms = [
  'accounts',
  'articles',
  'attendance',
  'audit',
  'boundaries',
  'certificates',
  'condition',
  'courses',
  'coverage',
  'criteria',
  'digital-models',
  'imports',
  'indicators',
  'invitation',
  'jobs',
  'media',
  'messages',
  'overview',
  'pairs',
  'peer-lessons',
  'people',
  'pictures',
  'reminders',
  'reports',
  'second-pairs',
  'spot-checks',
  'targets',
  'trainings',
  'units',
  'venues',
] as const;
const known = new Set<string>(rooms);

/**
 * The kind of a request, one of a few dozen whatever is asked: "public", "asked" (a question hangs on it), "form", "admin/people", "sign-in",
 * "open-data", "api", "file", "health". Never an address.
 */
export function kindOf(method: string | undefined, asked: string): string {
  const path = pathOf(asked);
  if (path === '/healthz' || path === '/readyz') return 'health';
  if (path.startsWith('/api/v1/')) return 'open-data';
  if (path.startsWith('/api/auth/')) return 'sign-in';
  if (path.startsWith('/api/')) return 'api';
  if (!READS.has(method ?? 'GET')) return 'form';
  if (path === '/admin') return 'admin/overview';
  if (path.startsWith('/admin/')) {
    const [, , room = ''] = path.split('/', 3);
    return `admin/${known.has(room) ? room : 'other'}`;
  }
  if (/\.[a-z0-9]{1,5}$/i.test(path)) return 'file';
  return asked.includes('?') ? 'asked' : 'public';
}

/** 2 of 204, as text: "2xx". What was cut off before it began has none. */
export const classOf = (status: number) => (status >= 100 && status < 600 ? `${Math.floor(status / 100)}xx` : 'none');
