import { known } from '@/app/address';
import { recordExport } from '@/domain/exports/commands';
import { openUnitRows } from '@/domain/exports/list-rows-queries';
import { unitColumns } from '../../export-columns';
import { exportRoute } from '../../export-response';
import { askedOf } from '../asked';

export const GET = exportRoute({
  list: 'units',
  open: (viewer, query) => openUnitRows(viewer, known(askedOf(query))),
  columns: unitColumns,
  record: recordExport,
});
