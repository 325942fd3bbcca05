import { listAuditEntries } from '@/domain/audit/queries';
import type { Attempts } from '../attempt';

export function auditAttempts(): Attempts<'audit'> {
  return {
    'audit.see': async (viewer) => (await listAuditEntries(viewer, {})).entries.length > 0,
  };
}
