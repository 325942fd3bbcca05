'use client';

import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Notice } from '@/components/ui/notice';

/** Opens the sensitive fields when asked to, and only then: they are not in the page before. */
export function RevealForm({ action, personId }: { action: FormAction; personId: string }) {
  const t = useTranslations('consents.sensitive');
  return (
    <Form action={action} concept="consents">
      <HiddenField name="personId" value={personId} />
      <p className="mb-3 text-ink-2">{t('readHint')}</p>
      <SubmitButton>{t('read')}</SubmitButton>
      <Opened />
    </Form>
  );
}

/** Groups and kinds are named; ethnicity and religion stand in her own words. */
const WORDS: Record<string, 'groups' | 'kinds'> = { priority_groups: 'groups', disability: 'kinds' };
const SHUT = ['key-missing', 'unreadable'] as const;

function Opened() {
  const t = useTranslations('consents.sensitive');
  const { state } = useFormFacts();
  const said = state.status === 'done' ? state.said : undefined;
  if (!said) return null;
  const wordsOf = (field: string, text: string) => {
    const shut = SHUT.find((each) => text === `!${each}`);
    if (shut) return t(`shut.${shut}`);
    const values = text.split('\n');
    const list = WORDS[field];
    return values.map((value) => (list ? t(`${list}.${value}`) : value)).join(', ');
  };
  return (
    <div className="mt-6">
      <Notice tone="information" title={t('opened')} />
      <DefinitionList
        entries={Object.entries(said).map(([field, text]) => ({
          term: t(`fields.${field}`),
          value: wordsOf(field, text),
        }))}
      />
    </div>
  );
}
