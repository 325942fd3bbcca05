import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import { type Mark, marks, type SaidMark, shownMarkOf } from '@/domain/attendance/mark';
import type { RollLine } from '@/domain/attendance/roster/roll';

const icons: Record<Mark, IconName> = { present: 'check', late: 'clock', absent: 'cross' };

type NameTileProps = {
  line: RollLine;
  /** where a contradiction is settled; null without signal */
  register: string | null;
  onSay: (mark: SaidMark) => void;
};

/** One woman: what is said of her is set, never switched; tapping the same again changes nothing. */
export function NameTile({ line, register, onSay }: NameTileProps) {
  const t = useTranslations('attendance.hall');
  return (
    <article className="name-tile" data-mark={shownMarkOf(line)} aria-label={line.name}>
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 pb-1">
        <h3 className="font-bold font-sans text-[1.25rem] leading-[1.35]">{line.name}</h3>
        <ShownMark line={line} />
      </div>
      {(line.need || !line.seated) && (
        <p className="pb-2 text-sm">{[line.need, line.seated ? null : t('tile.noSeat')].filter(Boolean).join(' · ')}</p>
      )}
      {line.conflict && <Conflict register={register} />}
      <fieldset className="mark-choice">
        <legend className="sr-only">{line.name}</legend>
        {marks.map((mark) => (
          <button
            key={mark}
            type="button"
            data-mark={mark}
            aria-pressed={line.mark === mark}
            onClick={() => line.mark !== mark && onSay(mark)}
          >
            <Icon name={icons[mark]} size={19} />
            {t(`mark.${mark}`)}
          </button>
        ))}
      </fieldset>
      {line.mark && (
        <button
          type="button"
          className="mt-1 inline-flex min-h-12 items-center gap-1.5 text-ink-2 text-sm underline"
          onClick={() => onSay('taken_back')}
        >
          {t('tile.takeBack')}
          <span className="sr-only"> {line.name}</span>
        </button>
      )}
    </article>
  );
}

/** Whether she is marked, and whether the portal has it. */
function ShownMark({ line }: { line: RollLine }) {
  const t = useTranslations('attendance.hall.tile');
  const unmarked = shownMarkOf(line) === 'unmarked';
  const waiting = unmarked ? 'takenBack' : 'waits';
  const settled = unmarked ? 'unmarked' : 'sent';
  return (
    <p className="flex items-center gap-1.5 text-ink-2 text-sm">
      <Icon name={unmarked ? 'information' : line.waits ? 'clock' : 'check'} size={18} />
      {t(line.waits ? waiting : settled)}
    </p>
  );
}

/** Two phones say different things: settled on a page of the portal, which needs signal. */
function Conflict({ register }: Pick<NameTileProps, 'register'>) {
  const t = useTranslations('attendance.hall.tile');
  return (
    <p className="pb-2 font-semibold text-basalt">
      {t('conflict')}{' '}
      {register ? (
        <a href={register} className="inline-flex min-h-11 items-center">
          {t('settle')}
        </a>
      ) : (
        t('settleLater')
      )}
    </p>
  );
}
