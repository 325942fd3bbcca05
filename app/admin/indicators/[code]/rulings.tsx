import { RulingPanel } from '@/components/coverage/ruling-panel';
import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { lastAskedDay } from '@/domain/coverage/coverage';
import { listPublishedRulings } from '@/domain/coverage/rulings/ruling-queries';
import { today } from '@/domain/days/day';
import { ruleCoverage, withdrawRuling } from '../actions';

/** What the province decided to count as covered; whoever may decide for it finds the form. */
export async function Rulings({ viewer }: { viewer: Viewer }) {
  return (
    <div className="mt-10">
      <RulingPanel
        locale={viewer.locale}
        rulings={await listPublishedRulings()}
        today={today()}
        last={lastAskedDay()}
        actions={mayForProvince(viewer, 'coverage.rule') ? { rule: ruleCoverage, withdraw: withdrawRuling } : undefined}
      />
    </div>
  );
}
