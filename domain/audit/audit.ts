/** What a person (or the portal itself) did to a record. */
export type AuditVerb = 'created' | 'changed' | 'ended' | 'read' | 'exported' | 'refused' | 'signed-in' | 'signed-out';

export type AuditDraft = {
  verb: AuditVerb;
  /** what was done, as the command is called: 'foundModel' */
  action: string;
  subjectType: string;
  subjectId?: string | null;
  unitId?: string | null;
  /** names of what changed and the values of what is not personal; of personal fields the names only */
  change?: Record<string, unknown>;
};

/** One line of the trail, as it is read: who did what, when and where; `actorName` is null for what the portal did itself. */
export type AuditRow = {
  id: string;
  at: Date;
  actorName: string | null;
  verb: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  unitName: string | null;
  change: Record<string, unknown> | null;
};
