import { useTranslations } from 'next-intl';
import { modelIcons } from '@/components/ui/icon-paths';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ModelMark, ModelMarkKey, type ModelStanding } from './model-mark';
import type { ChartWords } from './tile-words';

export type MatrixRow = {
  key: string;
  name: string;
  href?: string;
  standings: Partial<Record<ModelKind, ModelStanding>>;
  /** How many groups the unit has; leave out where there are none to count. */
  groups?: number;
  /** Something that the target counts is missing here. */
  gap?: boolean;
};

type ModelMatrixProps = {
  locale: Locale;
  caption: string;
  kinds?: readonly ModelKind[];
  rows: readonly MatrixRow[];
};

const usualKinds = ['digital_sub_association', 'digital_family', 'one_plus_one_instructor'] as const;

/** Which unit has which model, one mark a cell; narrow enough for a phone. */
export function ModelMatrix({ locale, caption, kinds = usualKinds, rows }: ModelMatrixProps) {
  const t = useTranslations('charts') as ChartWords;
  const counted = rows.some(({ groups }) => groups !== undefined);
  const standings = (['active', 'planned', 'paused', 'none'] as const).filter(
    (standing) => standing !== 'paused' || rows.some((row) => Object.values(row.standings).includes('paused')),
  );
  return (
    <>
      <ModelMarkKey standings={standings} />
      <table className="mt-2 w-full border-collapse text-[1.0625rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-[0.9375rem] text-ink-2 leading-[1.3] min-[700px]:text-base [&>th]:border-ink [&>th]:border-b-2 [&>th]:px-1 min-[700px]:[&>th]:px-1.5 [&>th]:py-2 [&>th]:align-bottom [&>th]:font-semibold">
            <th scope="col" className="text-left">
              {t('level.unit')}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="text-center">
                <KindIcon kind={kind} />
                {t(`kindShort.${kind}`)}
              </th>
            ))}
            {counted && (
              <th scope="col" className="text-right">
                {t('level.group')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, href, standings: own, groups, gap }) => (
            <tr
              key={key}
              className={`[&>*]:h-12 [&>*]:border-rule [&>*]:border-b [&>*]:px-1 min-[700px]:[&>*]:px-1.5 ${gap ? 'bg-[#FBEBDD]' : ''}`}
            >
              <th scope="row" className="text-left font-semibold leading-[1.35]">
                {href ? (
                  <a href={href} className="inline-flex min-h-11 items-center underline underline-offset-[.22em]">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </th>
              {kinds.map((kind) => (
                <td key={kind} className="text-center">
                  <ModelMark standing={own[kind] ?? 'none'} />
                </td>
              ))}
              {counted && (
                <td className="text-right tabular-nums">{groups === undefined ? '–' : formatNumber(locale, groups)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function KindIcon({ kind }: { kind: ModelKind }) {
  return (
    <svg
      viewBox={`0 0 ${modelIcons.grid} ${modelIcons.grid}`}
      width="28"
      height="28"
      fill="none"
      stroke="currentColor"
      strokeWidth={modelIcons.stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="mx-auto mb-0.5"
    >
      <path d={modelIcons.paths[kind]} />
    </svg>
  );
}
