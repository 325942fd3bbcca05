import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FrontOrder, FrontSpot } from '@/domain/articles/front/front';
import type { Day } from '@/domain/days/day';
import { FrontLines } from './front-lines';
import { NewerOrder } from './newer-order';

/** By which whatever stands elsewhere on the page sends it. */
export const FRONT_FORM = 'front-order';

type FormProps = { action: FormAction; spot: FrontSpot; order: FrontOrder; today: Day };

/** Which pieces stand first in a spot, in their order, each with its days. */
export function FrontForm({ action, spot, order, today }: FormProps) {
  const t = useTranslations('front');
  return (
    <Words of={['front', 'articles.lines']}>
      <Form id={FRONT_FORM} action={action} concept="front" guarded>
        <HiddenField name="spot" value={spot} />
        <HiddenField name="version" value={order.version} />
        {/* Enter in a field saves: without this it would press the first button that moves a line */}
        <button type="submit" hidden />
        <NewerOrder />
        <FrontLines lines={order.lines} today={today} />
        {order.lines.length > 0 && <SubmitButton>{t('save')}</SubmitButton>}
      </Form>
    </Words>
  );
}
