import { useTranslations } from 'next-intl';
import type { KeptForm } from '@/components/ui/forms/kept-form';

/** Ids of a form's fields begin with what they are asked for: two forms may stand on one page. */
const idIn = (form: string, name: string) => `${form}-${name}`;

/** The values and sentences with which a public form comes back refused, field by field. */
export function useKeptWords(form: string, kept: KeptForm | null) {
  const t = useTranslations();
  const sentence = (key: string, label: string) => {
    const known = [`enrolments.errors.${key}`, `ui.errors.${key}`].find((name) => t.has(name));
    return t(known ?? 'ui.errors.unknown', { label });
  };
  const typed = (name: string) => kept?.values[name] ?? '';
  const errorsOf = (name: string, label: string) => kept?.fields?.[name]?.map((key) => sentence(key, label));
  return {
    typed,
    errorsOf,
    field: (name: string, label: string) => ({
      id: idIn(form, name),
      name,
      label,
      errors: errorsOf(name, label),
      defaultValue: typed(name),
    }),
  };
}

type ProblemsProps = {
  kept: KeptForm | null;
  /** labels of the fields in their order */
  labels: Record<string, string>;
  form: string;
};

/** Above the fields: what is wrong, each with the way to its field; and that nothing typed is lost. */
export function FormProblems({ kept, labels, form }: ProblemsProps) {
  const t = useTranslations();
  const { errorsOf } = useKeptWords(form, kept);
  if (!kept?.fields && !kept?.problem) return null;
  const known = [`enrolments.problems.${kept.problem}`, `ui.problems.${kept.problem}`].find((name) => t.has(name));
  const wrong = Object.keys(kept.fields ?? {});
  const named = Object.keys(labels).filter((name) => wrong.includes(name));
  const others = wrong.filter((name) => !(name in labels));
  return (
    <div role="alert" className="problem-box mb-5">
      <h2>{kept.problem ? t('enrolments.form.refused') : t('enrolments.form.wrong', { count: wrong.length })}</h2>
      {kept.problem && <p className="mt-1">{t(known ?? 'ui.problems.unknown')}</p>}
      {wrong.length > 0 && (
        <ul>
          {named.map((name) => (
            <li key={name}>
              <a href={`#${idIn(form, name)}`}>
                {t('ui.form.wrong', {
                  label: labels[name] ?? '',
                  sentence: errorsOf(name, labels[name] ?? '')?.join(' ') ?? '',
                })}
              </a>
            </li>
          ))}
          {others.map((name) => (
            <li key={name}>{errorsOf(name, name)?.join(' ')}</li>
          ))}
        </ul>
      )}
      <p>{t('ui.form.kept')}</p>
    </div>
  );
}
