import { known } from '@/app/address';
import { recordExport } from '@/domain/exports/commands';
import type { MemberExportFilter } from '@/domain/exports/export';
import { countMemberRows, memberRows } from '@/domain/exports/member-rows-queries';
import { memberKinds } from '@/domain/imports/import';
import { memberColumns } from '../../export-columns';
import { exportRoute } from '../../export-response';

export const GET = exportRoute({
  list: 'people',
  open: async (viewer, { unit, q, kind, office, network, skill }) => {
    const filter: MemberExportFilter = known({
      unitId: unit || undefined,
      q: q?.slice(0, 100) || undefined,
      kind: kind === 'left' ? kind : memberKinds.find((each) => each === kind),
      office: office || undefined,
      network: network || undefined,
      skillId: skill || undefined,
    });
    return { total: await countMemberRows(viewer, filter), rows: (opening) => memberRows(viewer, filter, opening) };
  },
  columns: memberColumns,
  record: recordExport,
});
