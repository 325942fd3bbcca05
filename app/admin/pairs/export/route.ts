import { known } from '@/app/address';
import { recordExport } from '@/domain/exports/commands';
import { openPairRows } from '@/domain/exports/list-rows-queries';
import { pairColumns } from '../../export-columns';
import { exportRoute } from '../../export-response';
import { askedOf } from '../asked';

export const GET = exportRoute({
  list: 'pairs',
  open: (viewer, query) => openPairRows(viewer, known(askedOf(query))),
  columns: pairColumns,
  record: recordExport,
});
