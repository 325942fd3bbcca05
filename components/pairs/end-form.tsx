import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField, TextArea } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import type { PairRow } from '@/domain/pairs/pair';

/** Ends a pair, with why and what came of it. */
export function EndForm({ action, pair, today }: { action: FormAction; pair: PairRow; today: Day }) {
  const t = useTranslations('pairs.end');
  return (
    <Form action={action} concept="pairs">
      <HiddenField name="pairId" value={pair.id} />
      <HiddenField name="version" value={pair.version} />
      <DateField name="day" label={t('day')} hint={t('dayHint')} defaultValue={today} min={pair.from} />
      <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={300} />
      <TextArea name="outcome" label={t('outcome')} hint={t('outcomeHint')} rows={3} maxLength={1000} optional />
      <SubmitButton variant="danger">{t('send')}</SubmitButton>
    </Form>
  );
}
