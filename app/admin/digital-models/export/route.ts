import { known } from '@/app/address';
import { recordExport } from '@/domain/exports/commands';
import { openModelRows } from '@/domain/exports/list-rows-queries';
import { modelColumns } from '../../export-columns';
import { exportRoute } from '../../export-response';
import { askedOf } from '../asked';

export const GET = exportRoute({
  list: 'digital-models',
  open: (viewer, query) => openModelRows(viewer, known(askedOf(query))),
  columns: modelColumns,
  record: recordExport,
});
