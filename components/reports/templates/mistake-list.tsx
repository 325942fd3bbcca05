import { useTranslations } from 'next-intl';
import type { Mistake } from '@/domain/reports/templates/template';

/** Each mistake in words, with the name of its field and what to do. */
export function MistakeList({ mistakes }: { mistakes: readonly Mistake[] }) {
  const t = useTranslations('reports.template.mistakes');
  return (
    <ul className="problem-box mb-4 list-disc pl-9">
      {mistakes.map((mistake) => (
        <li key={`${mistake.kind} ${mistake.field}`} className="break-words">
          {t(mistake.kind, partsOf(mistake))}
        </li>
      ))}
    </ul>
  );
}

/** As it is typed into a letter. */
const typed = (sign: '' | '#' | '/', name: string) => `{${sign}${name}}`;

const partsOf = ({ field, meant, inside }: Mistake) => ({
  field: typed('', field),
  plain: typed('', field),
  opening: typed('#', field),
  closing: typed('/', field),
  near: field,
  known: meant ? 'yes' : 'no',
  meant: typed('', meant ?? ''),
  inside: inside ? typed('#', inside) : 'none',
});
