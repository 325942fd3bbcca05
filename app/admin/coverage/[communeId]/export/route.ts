import { askedDay } from '@/domain/coverage/coverage';
import { recordExport } from '@/domain/exports/commands';
import { openMatrixRows } from '@/domain/exports/list-rows-queries';
import { matrixColumns } from '../../../export-columns';
import { exportRoute } from '../../../export-response';
import { askedOf } from '../asked';
import { queryOf } from '../query';

/** The ticked units of a matrix, or all that it shows, as a sheet. */
export const GET = async (request: Request, { params }: { params: Promise<{ communeId: string }> }) => {
  const { communeId } = await params;
  const { on, ...asked } = askedOf(queryOf(request));
  return exportRoute({
    list: 'matrix',
    open: (viewer) => openMatrixRows(viewer, { communeId, day: askedDay(on).day, ...asked }),
    columns: matrixColumns,
    record: recordExport,
  })(request);
};
