import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { MemberToEnrol } from '@/domain/enrolments/participants/participant';

type FormProps = { action: FormAction; sessionId: string; members: readonly MemberToEnrol[] };

/** Members to tick, one or a whole group; those on the list already stand below, to be seen and not to be ticked. */
export function EnrolMembersForm({ action, sessionId, members }: FormProps) {
  const t = useTranslations('enrolments.enrol');
  const words = ({ name, birthYear }: MemberToEnrol) =>
    birthYear ? t('member', { name, year: String(birthYear) }) : name;
  const free = members.filter(({ enrolled }) => !enrolled);
  const listed = members.filter(({ enrolled }) => enrolled);
  return (
    <>
      {free.length > 0 && (
        <Form action={action} concept="enrolments">
          <HiddenField name="sessionId" value={sessionId} />
          <CheckboxGroup
            name="personIds[]"
            label={t('who')}
            hint={t('whoHint')}
            options={free.map((member) => ({ value: member.id, label: words(member), hint: member.unitName }))}
          />
          <SubmitButton className="mt-2">{t('send')}</SubmitButton>
        </Form>
      )}
      {listed.length > 0 && (
        <p className="mt-4 text-ink-2 text-sm">{t('listed', { names: listed.map(({ name }) => name).join(', ') })}</p>
      )}
    </>
  );
}
