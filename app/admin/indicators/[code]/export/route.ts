import { recordExport } from '@/domain/exports/commands';
import { exportRoute } from '../../../export-response';
import { indicatorColumns } from './columns';
import { openIndicatorRows } from './rows';

/** The table of an indicator as its page shows it, with its day, its definition and the mark of a demonstration above. */
export const GET = async (request: Request, { params }: { params: Promise<{ code: string }> }) => {
  const { code } = await params;
  return exportRoute({
    list: 'indicators',
    open: (viewer, query) => openIndicatorRows(viewer, code, query),
    columns: indicatorColumns,
    record: recordExport,
  })(request);
};
