import { recordExport } from '@/domain/exports/commands';
import { openReachRows } from '@/domain/exports/list-rows-queries';
import { reachColumns } from '../../../export-columns';
import { exportRoute } from '../../../export-response';
import { askedOf } from '../asked';

export const GET = exportRoute({
  list: 'reach',
  open: (viewer, query) => openReachRows(viewer, askedOf(query)),
  columns: reachColumns,
  record: recordExport,
});
