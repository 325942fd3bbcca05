import { useTranslations } from 'next-intl';
import { EndingFields } from '@/components/ui/days/last-day-field';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Option } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { UnitField } from '@/components/units/choice/unit-field';
import type { Day } from '@/domain/days/day';
import { lastDayOffered } from '@/domain/days/ending';
import type { NetworkOption } from '@/domain/people/memberships/network';
import { networkKinds } from '@/domain/people/person';
import type { NetworkRow } from '@/domain/people/record';

type OfOne = { action: FormAction; personId: string; today: Day };

/** Puts her into a network that stands. */
export function JoinNetworkForm({ action, personId, networks, today }: OfOne & { networks: readonly NetworkOption[] }) {
  const t = useTranslations('people');
  const options = networkKinds.flatMap((kind) => {
    const ofKind = networks.filter((network) => network.kind === kind);
    if (ofKind.length === 0) return [];
    const named = ofKind.map(({ id, name, unitName }) => ({
      value: id,
      label: t('networks.option', { name, unit: unitName }),
    }));
    return [{ label: t(`network.${kind}`), options: named }];
  });
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <SelectField name="networkId" label={t('networks.which')} options={options} />
      <DateField name="from" label={t('networks.from')} defaultValue={today} max={today} />
      <SubmitButton>{t('networks.joinSend')}</SubmitButton>
    </Form>
  );
}

/** Makes a network with her as its first member. */
export function CreateNetworkForm({ action, personId, units, today }: OfOne & { units: readonly Option[] }) {
  const t = useTranslations('people');
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <SelectField
        name="kind"
        label={t('networks.kind')}
        options={networkKinds.map((kind) => ({ value: kind, label: t(`network.${kind}`) }))}
      />
      <UnitField name="unitId" label={t('networks.unit')} question={{ scope: '', few: units, chosen: units[0] }} />
      <TextField name="name" label={t('networks.name')} maxLength={120} autoComplete="off" />
      <DateField name="from" label={t('networks.from')} defaultValue={today} max={today} />
      <SubmitButton variant="secondary">{t('networks.createSend')}</SubmitButton>
    </Form>
  );
}

/** Ends her part in a network. */
export function LeaveNetworkForm({ action, personId, network, today }: OfOne & { network: NetworkRow }) {
  const t = useTranslations('people.networks');
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <HiddenField name="networkMemberId" value={network.id} />
      <EndingFields
        label={t('lastDay')}
        never={t('never')}
        defaultValue={lastDayOffered(network.from, today)}
        min={network.from}
        max={today}
      />
      <SubmitButton variant="danger" compact>
        {t('leaveSend')}
      </SubmitButton>
    </Form>
  );
}
