import type { AuditVerb } from '@/domain/audit-draft';
import type { Day } from '@/domain/days/day';

/** Kinds of entries that are asked for together: who looked, who changed, who came in. */
export const auditKinds = {
  looks: ['read', 'exported'],
  changes: ['created', 'changed', 'ended'],
  access: ['signed-in', 'signed-out', 'refused'],
} as const satisfies Record<string, readonly AuditVerb[]>;
export type AuditKind = keyof typeof auditKinds;

/** The filters of the trail. */
export type AuditFilter = {
  /** done to her: to her record, to those merged into it, to her pairs, enrolments and certificates */
  personId?: string | undefined;
  /** done by this account */
  accountId?: string | undefined;
  /** done in this unit and those below it */
  unitId?: string | undefined;
  kind?: AuditKind | undefined;
  /** one of these; none is none */
  actions?: readonly string[] | undefined;
  from?: Day | undefined;
  /** the last day */
  to?: Day | undefined;
  /** the id of the last line of the page before */
  after?: string | undefined;
};

/** One line of the trail, as it is read: who did what to whom, when and where; `actor` is null for what the portal did itself. */
export type AuditRow = {
  id: string;
  at: Date;
  actor: { id: string; name: string } | null;
  verb: string;
  action: string;
  subjectType: string;
  /** whom or what it is about, where the viewer may know its name */
  subject: { id: string; name: string } | null;
  unitName: string | null;
  change: Record<string, unknown> | null;
};
