import { recordExport } from '@/domain/exports/commands';
import { openUnitRows } from '@/domain/exports/list-rows-queries';
import { unitLevels } from '@/domain/units/unit';
import { known } from '../../digital-models/host-choices';
import { unitColumns } from '../../export-columns';
import { exportRoute } from '../../export-response';

export const GET = exportRoute({
  list: 'units',
  open: (viewer, { under, level, q, closed }) =>
    openUnitRows(
      viewer,
      known({
        under: under || undefined,
        level: unitLevels.find((each) => each === level),
        q: q?.slice(0, 100) || undefined,
        closed: closed ? true : undefined,
      }),
    ),
  columns: unitColumns,
  record: recordExport,
});
