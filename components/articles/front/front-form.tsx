import { Words } from '@/components/layout/words';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { FrontOrder, FrontSpot } from '@/domain/articles/front/front';
import type { Day } from '@/domain/days/day';
import { FrontLines } from './front-lines';
import { NewerOrder } from './newer-order';

/** By which whatever stands elsewhere on the page sends it. */
export const FRONT_FORM = 'front-order';

type FormProps = {
  action: FormAction;
  /** of the page, with the spot and what was looked for */
  address: string;
  spot: FrontSpot;
  order: FrontOrder;
  today: Day;
  /** what came later she does not know as she sends it */
  drawnAt: Date;
};

/** Which pieces stand first in a spot, in their order, each with its days. */
export function FrontForm({ action, address, spot, order, today, drawnAt }: FormProps) {
  return (
    <Words of={['front', 'articles.lines']}>
      <Form id={FRONT_FORM} action={action} concept="front" address={address} guarded>
        <HiddenField name="spot" value={spot} />
        <HiddenField name="version" value={order.version} />
        <HiddenField name="drawnAt" value={drawnAt.toISOString()} />
        {/* Enter in a field saves: without this it would press the first button that moves a line */}
        <button type="submit" hidden />
        <NewerOrder />
        <FrontLines lines={order.lines} today={today} />
      </Form>
    </Words>
  );
}
