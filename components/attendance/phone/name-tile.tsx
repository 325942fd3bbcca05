import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import { type Mark, marks, type SaidMark, standingOf } from '@/domain/attendance/mark';
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
  const standing = standingOf(line);
  return (
    <article className="name-tile" data-standing={standing} aria-label={line.name}>
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 pb-1">
        <h3 className="font-bold font-sans text-[1.25rem] leading-[1.35]">{line.name}</h3>
        <p className="flex items-center gap-1.5 text-ink-2 text-sm">
          <Icon name={standing === 'unmarked' ? 'information' : line.waits ? 'clock' : 'check'} size={18} />
          {t(
            standing === 'unmarked'
              ? line.waits
                ? 'tile.takenBack'
                : 'tile.unmarked'
              : line.waits
                ? 'tile.waits'
                : 'tile.sent',
          )}
        </p>
      </div>
      {(line.need || !line.seated) && (
        <p className="pb-2 text-sm">{[line.need, line.seated ? null : t('tile.noSeat')].filter(Boolean).join(' · ')}</p>
      )}
      {line.conflict && (
        <p className="pb-2 font-semibold text-basalt">
          {t('tile.conflict')}{' '}
          {register ? (
            <a href={register} className="inline-flex min-h-11 items-center">
              {t('tile.settle')}
            </a>
          ) : (
            t('tile.settleLater')
          )}
        </p>
      )}
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
