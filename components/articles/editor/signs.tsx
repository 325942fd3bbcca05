import { useTranslations } from 'next-intl';

const signs = [
  ['heading', '## …'],
  ['strong', '**…**'],
  ['list', '- …'],
  ['quote', '> …'],
  ['link', '[…](/mo-hinh)'],
  ['card', '[[/xa-phuong/long-hung]]'],
] as const;

/** For whoever writes without the editor, be there a script or none: how the few signs are written that make a text more than paragraphs. */
export function Signs() {
  const t = useTranslations('articles.form.signs');
  return (
    <details className="mt-1">
      <summary className="py-2 font-semibold">{t('title')}</summary>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 py-2">
        {signs.map(([name, sign]) => (
          <div key={name} className="flex items-baseline gap-2">
            <dt className="text-ink-2">{t(name)}</dt>
            <dd>
              <code className="rounded-badge bg-card px-1.5 py-0.5">{sign.replace('…', t(name))}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
