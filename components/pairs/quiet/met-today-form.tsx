import { Form } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { TappedRow } from './tapped-row';

/** By which the button of a row sends it. */
export const MET_TODAY = { form: 'met-today', name: 'pairId' };

/** They met today, told with one tap in a row of a list: one form for all rows. */
export const MetTodayForm = ({ action }: { action: FormAction }) => (
  <Form id={MET_TODAY.form} action={action} concept="pairs">
    <TappedRow name={MET_TODAY.name} />
  </Form>
);
