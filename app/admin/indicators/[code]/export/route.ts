import { recordExport } from '@/domain/exports/commands';
import { exportRoute } from '../../../export-response';
import { indicatorColumns, priorityColumns, topicColumns } from './columns';
import { openIndicatorRows, openPriorityRows, openTopicRows } from './rows';

/**
 * The table of an indicator as its page shows it, with its day, its definition and the mark of a demonstration above; `by=topic`: people
 * trained by course and skill, place by place. Of priority groups what filed reports told.
 */
export const GET = async (request: Request, { params }: { params: Promise<{ code: string }> }) => {
  const { code } = await params;
  const common = { list: 'indicators', record: recordExport } as const;
  if (code === 'priority_groups_reached')
    return exportRoute({ ...common, open: openPriorityRows, columns: priorityColumns })(request);
  if (new URL(request.url).searchParams.get('by') === 'topic')
    return exportRoute({
      ...common,
      open: (viewer, query) => openTopicRows(viewer, code, query),
      columns: topicColumns,
    })(request);
  return exportRoute({
    ...common,
    open: (viewer, query) => openIndicatorRows(viewer, code, query),
    columns: indicatorColumns,
  })(request);
};
