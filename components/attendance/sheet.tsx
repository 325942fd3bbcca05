import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from '@/components/ui/icon';

type SheetProps = { title: string; close: string; onClose: () => void; children: ReactNode };

/** A sheet over the hall; the browser keeps the focus in it and closes it by Escape. */
export function Sheet({ title, close, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog ref={sheet} className="hall-sheet" aria-labelledby={id} onClose={onClose}>
      <div className="flex items-center justify-between gap-3 pb-3">
        <h2 id={id}>{title}</h2>
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
