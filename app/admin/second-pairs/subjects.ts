import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { listAccountNames } from '@/domain/accounts/persons/person-queries';
import { listErasableNames } from '@/domain/consents/erasure/erasure-queries';
import { listFileNames } from '@/domain/imports/queries';
import type { SecondRequest } from '@/domain/second-pairs/second-pair';

/** Whom or what a request is about, in words of today and for this reader alone; null where she sees nothing of it. */
export type Subject = { name: string; href: string | null };

const idsIn = (requests: readonly SecondRequest[], key: string): string[] =>
  requests.flatMap(({ content }) => (typeof content[key] === 'string' ? [content[key]] : []));

/** The subjects of requests, by the id of the request. No request keeps a name: who may read it reads it in the record. */
export async function subjectsOf(viewer: Viewer, requests: readonly SecondRequest[]): Promise<Map<string, Subject>> {
  const [people, accounts, files] = await Promise.all([
    listErasableNames(viewer, idsIn(requests, 'personId')),
    listAccountNames(viewer, idsIn(requests, 'accountId')),
    listFileNames(viewer, idsIn(requests, 'batchId')),
  ]);
  const named = (names: ReadonlyMap<string, string>, id: unknown, path: (id: string) => string): Subject | null => {
    const name = typeof id === 'string' ? names.get(id) : undefined;
    return name ? { name, href: path(String(id)) } : null;
  };
  const subjects = requests.flatMap(({ id, action, content }): [string, Subject][] => {
    const found =
      (action === 'erasePerson' && named(people, content.personId, (of) => `/admin/people/${of}/own-data`)) ||
      named(accounts, content.accountId, (of) => `/admin/accounts/${of}`) ||
      named(files, content.batchId, (of) => `/admin/imports/${of}`) ||
      (typeof content.address === 'string' ? { name: content.address, href: null } : null);
    return found ? [[id, found]] : [];
  });
  return new Map(subjects);
}
