import { recordExport } from '@/domain/exports/commands';
import { openParticipantRows } from '@/domain/exports/participant-rows-queries';
import { participantColumns } from '../../../../export-columns';
import { exportRoute } from '../../../../export-response';

/** The list at the door, on paper: who has a seat, who waits, in order of arrival. */
export const GET = async (request: Request, { params }: { params: Promise<{ sessionId: string }> }) => {
  const { sessionId } = await params;
  return exportRoute({
    list: 'participants',
    open: (viewer) => openParticipantRows(viewer, sessionId),
    columns: participantColumns,
    record: recordExport,
  })(request);
};
