import { type KeyboardEvent, useEffect, useId, useRef } from 'react';

type PanelFieldProps = {
  label: string;
  value: string;
  onTyped: (words: string) => void;
  onEnter?: () => void;
  hint?: string;
  wrong?: string | null;
  placeholder?: string;
  first?: boolean;
  narrow?: boolean;
};

/** A field of a panel; the `first` has the cursor, its words marked. `wrong` says in place of the hint why they were refused. */
export function PanelField({
  label,
  value,
  onTyped,
  onEnter,
  hint,
  wrong,
  placeholder,
  first,
  narrow,
}: PanelFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!first) return;
    field.current?.focus();
    field.current?.select();
  }, [first]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
  };
  const said = wrong ?? hint;
  return (
    <div className={narrow ? 'w-40' : 'min-w-[min(100%,16rem)] flex-1'}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        className="control"
        value={value}
        placeholder={placeholder}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={said && `${id}-said`}
        aria-invalid={wrong ? true : undefined}
      />
      {said && (
        <p id={`${id}-said`} className={wrong ? 'field-error' : 'field-hint mt-1'} role={wrong ? 'alert' : undefined}>
          {said}
        </p>
      )}
    </div>
  );
}
