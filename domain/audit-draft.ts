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

/**
 * What opens a door of the database (0270): the entry of the trail that says who reads what, and a key that is known to the request alone
 * which wrote it.
 */
export type Opening = { entryId: string; key: Uint8Array<ArrayBuffer> };
