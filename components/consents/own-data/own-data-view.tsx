import { useTranslations } from 'next-intl';
import type { OwnSection } from './own-data-words';

/** All that is held on her, section by section; what is empty says so, since that too is an answer. */
export function OwnDataView({ sections }: { sections: readonly OwnSection[] }) {
  const t = useTranslations('own-data');
  const empty = sections.filter(({ lines }) => lines.length === 0).map(({ key }) => t(`sections.${key}`).toLowerCase());
  return (
    <div className="max-w-4xl print:max-w-none">
      {sections
        .filter(({ lines }) => lines.length > 0)
        .map(({ key, lines }) => (
          <section key={key} id={key} className="border-rule border-t py-5">
            <h2 className="mb-2">{t(`sections.${key}`)}</h2>
            <ul className="grid gap-2">
              {lines.map(({ text, below = [] }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none moves
                <li key={at} className="break-words">
                  {text}
                  {below.map((line) => (
                    <span key={line} className="block pl-4 text-ink-2">
                      {line}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      {empty.length > 0 && (
        <p className="border-rule border-t py-5 text-ink-2">{t('nothing', { sections: empty.join(', ') })}</p>
      )}
    </div>
  );
}
