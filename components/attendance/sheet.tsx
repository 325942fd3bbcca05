import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from '@/components/ui/icon';

type SheetProps = {
  title: string;
  /** what must stay in sight although the sheet covers it */
  note?: string | undefined;
  close: string;
  onClose: () => void;
  children: ReactNode;
};

/** A sheet over the hall; the browser keeps the focus in it and closes it by Escape. */
export function Sheet({ title, note, close, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog ref={sheet} className="hall-sheet" aria-labelledby={id} onClose={onClose}>
      <div className="flex items-center justify-between gap-3 pb-3">
        <div>
          <h2 id={id}>{title}</h2>
          {note && <p className="font-semibold text-sm">{note}</p>}
        </div>
        <button
          type="button"
          className="grid size-12 flex-none place-items-center"
          aria-label={close}
          onClick={() => sheet.current?.close()}
        >
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
