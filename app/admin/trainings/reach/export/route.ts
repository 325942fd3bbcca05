import { recordExport } from '@/domain/exports/commands';
import { openTaughtRows } from '@/domain/exports/list-rows-queries';
import { taughtColumns } from '../../../export-columns';
import { exportRoute } from '../../../export-response';
import { askedOf } from '../asked';

export const GET = exportRoute({
  list: 'taught',
  open: (viewer, query) => openTaughtRows(viewer, askedOf(query)),
  columns: taughtColumns,
  record: recordExport,
});
