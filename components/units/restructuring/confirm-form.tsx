import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { ChangeKind } from '@/domain/units/restructuring/change';

type ConfirmFormProps = { action: FormAction; planId: string; digest: string; kind: ChangeKind; edit: string };

/** The second button: what was previewed, and nothing else, is carried out. */
export function ConfirmForm({ action, planId, digest, kind, edit }: ConfirmFormProps) {
  const t = useTranslations('units.preview');
  return (
    <Form action={action} concept="units">
      <HiddenField name="planId" value={planId} />
      <HiddenField name="digest" value={digest} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t(`confirm.${kind}`)}</SubmitButton>
        <ButtonLink as={Link} href={edit} icon="pencil">
          {t('edit')}
        </ButtonLink>
      </div>
    </Form>
  );
}
