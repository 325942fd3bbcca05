/** The deeds of a person (or of the portal itself) on a record. */
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
