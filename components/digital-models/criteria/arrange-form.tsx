import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Link } from '@/components/ui/link';
import type { Criterion, Edition } from '@/domain/digital-models/criteria/criteria';
import type { Locale } from '@/i18n/locales';

type ArrangeFormProps = { action: FormAction; edition: Edition; criterion: Criterion };

/** Moves a criterion up or down or takes it out; works without a script. */
export function ArrangeForm({ action, edition, criterion }: ArrangeFormProps) {
  const t = useTranslations('digital-models.checklists');
  const locale = useLocale() as Locale;
  const at = edition.criteria.findIndex(({ id }) => id === criterion.id);
  const label = criterion.label[locale];
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="listId" value={edition.id} />
      <HiddenField name="version" value={edition.version} />
      <HiddenField name="criterionId" value={criterion.id} />
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        {at > 0 && (
          <Button type="submit" compact name="step" value="up">
            {t('up')}
            <span className="sr-only"> {label}</span>
          </Button>
        )}
        {at < edition.criteria.length - 1 && (
          <Button type="submit" compact name="step" value="down">
            {t('down')}
            <span className="sr-only"> {label}</span>
          </Button>
        )}
        <Link
          href={`/admin/criteria/${edition.kind}?edit=${criterion.id}#edit`}
          className="inline-flex min-h-11 items-center px-2"
          aria-label={t('rewordOf', { label })}
        >
          {t('reword')}
        </Link>
        <Button type="submit" variant="text" compact name="step" value="remove">
          {t('remove')}
          <span className="sr-only"> {label}</span>
        </Button>
      </div>
    </Form>
  );
}
