import { recordExport } from '@/domain/exports/commands';
import { openSessionRows } from '@/domain/exports/list-rows-queries';
import { sessionColumns } from '../../export-columns';
import { exportRoute } from '../../export-response';
import { askedOf } from '../asked';

export const GET = exportRoute({
  list: 'trainings',
  open: (viewer, query) => openSessionRows(viewer, askedOf(query)),
  columns: sessionColumns,
  record: recordExport,
});
