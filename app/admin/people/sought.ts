import 'server-only';
import type { SoughtPeople } from '@/components/accounts/person-choice';
import type { Viewer } from '@/domain/access/viewer';
import { listPeople } from '@/domain/people/list-queries';

/** As many as one looks through; more words of the name make the list shorter. */
const FOUND_MAX = 10;

/** Records within her reach that the words may mean, without the one that is chosen already. */
export async function seekPeople(viewer: Viewer, q: string | undefined, without?: string): Promise<SoughtPeople> {
  if (!q) return { q, people: [], more: false };
  const { people } = await listPeople(viewer, { q });
  const found = people.filter(({ id }) => id !== without);
  return { q, people: found.slice(0, FOUND_MAX), more: found.length > FOUND_MAX };
}
