'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Option } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Notice } from '@/components/ui/notice';

/** Makes the address of a calendar of one's own; it is shown once, here, and nowhere else. */
export function FeedForm({ action, kinds }: { action: FormAction; kinds: Option[] }) {
  const t = useTranslations('calendar.feeds');
  return (
    <Form action={action} concept="calendar">
      <Made />
      <RadioGroup name="kind" label={t('what')} options={kinds} defaultValue={kinds[0]?.value ?? ''} />
      <SubmitButton icon="calendar">{t('make')}</SubmitButton>
    </Form>
  );
}

function Made() {
  const t = useTranslations('calendar.feeds');
  const router = useRouter();
  const { state } = useFormFacts();
  const address = state.status === 'done' ? state.said?.address : undefined;
  // The list of addresses beside the form knows of the new one at once.
  useEffect(() => {
    if (address) router.refresh();
  }, [address, router]);
  if (!address) return null;
  return (
    <Notice title={t('made')}>
      {t('madeLead')}
      <label className="mt-3 block font-semibold">
        {t('address')}
        <input
          className="control mt-1 text-ink"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <a href={address.replace(/^https?:/, 'webcal:')} className="mt-2 inline-flex min-h-11 items-center font-semibold">
        {t('open')}
      </a>
    </Notice>
  );
}
