import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { LikelyPair } from '@/domain/people/duplicate';

/** Pairs of records that may be one woman, why, and the two ways to settle each. */
export function DuplicateList({ pairs, notSame }: { pairs: readonly LikelyPair[]; notSame: FormAction }) {
  const t = useTranslations('people');
  return (
    <ul className="grid gap-4">
      {pairs.map(({ one, other, reasons }) => (
        <li key={`${one.id} ${other.id}`} className="rounded-control border border-rule bg-card p-[18px]">
          <ul>
            {[one, other].map((person) => (
              <li key={person.id}>
                <Person person={person} />
              </li>
            ))}
          </ul>
          <p className="mt-1 text-ink-2 text-sm">{reasons.map((reason) => t(`reason.${reason}`)).join(', ')}</p>
          <div className="mt-3 flex flex-wrap items-start gap-3">
            <ButtonLink as={Link} href={`/admin/people/${one.id}/merge?with=${other.id}`} compact>
              {t('duplicates.merge')}
              <span className="sr-only">{t('duplicates.pair', { one: one.name, other: other.name })}</span>
            </ButtonLink>
            <Form action={notSame} concept="people">
              <HiddenField name="oneId" value={one.id} />
              <HiddenField name="otherId" value={other.id} />
              <SubmitButton variant="secondary" compact>
                {t('duplicates.notSame')}
              </SubmitButton>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Person({ person: { id, name, birthYear, unitName: unit } }: { person: LikelyPair['one'] }) {
  const t = useTranslations('people.likely');
  return (
    <Link href={`/admin/people/${id}`} className="inline-flex min-h-11 items-center">
      {birthYear ? t('person', { name, year: String(birthYear), unit }) : t('personNoYear', { name, unit })}
    </Link>
  );
}
