import { known } from '@/app/address';
import { recordExport } from '@/domain/exports/commands';
import { openLessonRows } from '@/domain/exports/list-rows-queries';
import { lessonColumns } from '../../export-columns';
import { exportRoute } from '../../export-response';
import { askedOf } from '../asked';

export const GET = exportRoute({
  list: 'peer-lessons',
  open: (viewer, query) => openLessonRows(viewer, known(askedOf(query))),
  columns: lessonColumns,
  record: recordExport,
});
