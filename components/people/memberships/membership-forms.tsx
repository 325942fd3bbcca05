import { useTranslations } from 'next-intl';
import { EndingFields } from '@/components/ui/days/last-day-field';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Day } from '@/domain/days/day';
import { lastDayOffered } from '@/domain/days/ending';
import { membershipKinds } from '@/domain/people/person';
import type { MembershipRow } from '@/domain/people/record';
import { HandoverLink } from '../handover-link';

type OfOne = { action: FormAction; personId: string; today: Day };

/** Ends one membership after its last day. */
export function EndMembershipForm({ action, personId, membership, today }: OfOne & { membership: MembershipRow }) {
  const t = useTranslations('people.membership');
  return (
    <Form action={action} concept="people">
      <HandoverLink personId={personId}>{t('handover')}</HandoverLink>
      <HiddenField name="personId" value={personId} />
      <HiddenField name="membershipId" value={membership.id} />
      <HiddenField name="version" value={membership.version} />
      <EndingFields
        label={t('lastDay')}
        never={t('never')}
        defaultValue={lastDayOffered(membership.from, today)}
        min={membership.from}
        max={today}
      />
      <TextField name="reason" label={t('endReason')} hint={t('endReasonHint')} maxLength={200} autoComplete="off" />
      <SubmitButton variant="danger">{t('endSend')}</SubmitButton>
    </Form>
  );
}

/** Moves one membership within the commune, or to another kind. */
export function MoveMembershipForm({
  action,
  personId,
  membership,
  place,
  today,
}: OfOne & { membership: MembershipRow; place: UnitQuestion }) {
  const t = useTranslations('people.membership');
  return (
    <Form action={action} concept="people">
      <HandoverLink personId={personId}>{t('handover')}</HandoverLink>
      <HiddenField name="personId" value={personId} />
      <HiddenField name="membershipId" value={membership.id} />
      <HiddenField name="version" value={membership.version} />
      <UnitField name="unitId" label={t('moveUnit')} question={place} />
      <KindField defaultValue={membership.kind} />
      <DateField
        name="day"
        label={t('moveDay')}
        hint={t('moveHint')}
        defaultValue={today}
        min={membership.from}
        max={today}
      />
      <TextField name="reason" label={t('moveReason')} maxLength={200} autoComplete="off" optional />
      <SubmitButton>{t('moveSend')}</SubmitButton>
    </Form>
  );
}

/** A further membership. */
export function StartMembershipForm({ action, personId, place, today }: OfOne & { place: UnitQuestion }) {
  const t = useTranslations('people.membership');
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <UnitField name="unitId" label={t('startUnit')} question={place} />
      <KindField defaultValue="member" />
      <DateField name="from" label={t('moveDay')} defaultValue={today} max={today} />
      <SubmitButton variant="secondary">{t('startSend')}</SubmitButton>
    </Form>
  );
}

function KindField({ defaultValue }: { defaultValue: string }) {
  const t = useTranslations('people');
  const options = membershipKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  return <SelectField name="kind" label={t('new.kind')} options={options} defaultValue={defaultValue} />;
}
