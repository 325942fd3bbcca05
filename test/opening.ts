import type { Viewer } from '@/domain/access/viewer';
import type { AuditDraft, Opening } from '@/domain/audit-draft';
import { beginOpening } from '@/domain/opening-writes';
import { transaction } from '@/prisma/client';

type Asked = { row?: string; rows?: number; subjectId?: string | null; change?: AuditDraft['change'] };

/** An opening as the portal begins it, whoever it names: for one row that is looked at, or for so many as its entry says. */
export const openingOf = (
  by: string | null,
  action: string,
  { row, rows, subjectId = null, change }: Asked = {},
): Promise<Opening> => {
  const told = { ...change, ...(rows === undefined ? {} : { rows }) };
  const draft = { verb: 'read', action, subjectType: 'person', subjectId, change: told } as const;
  const viewer = by === null ? null : { accountId: by };
  return transaction((tx) => beginOpening(tx, viewer, draft, row ?? null));
};

/** The opening of a list of members as long as any test's. */
export const openList = ({ accountId }: Pick<Viewer, 'accountId'>): Promise<Opening> =>
  openingOf(accountId, 'exportPeople', { rows: 5_000 });
