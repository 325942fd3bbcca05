'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonVariant, buttonClass } from '../button';
import { Icon, type IconName } from '../icon';

type SubmitButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  compact?: boolean;
  icon?: IconName;
  className?: string;
  /** for a form that can be sent in more than one way */
  name?: string;
  value?: string;
};

/** Sends the form it stands in. While that lasts it says so, keeps its width and sends nothing twice. */
export function SubmitButton({
  children,
  variant = 'primary',
  compact = false,
  icon,
  className = '',
  name,
  value,
}: SubmitButtonProps) {
  const t = useTranslations('ui.form');
  const { pending, data } = useFormStatus();
  const busy = pending && (!name || data.get(name) === value);
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={buttonClass({ variant, compact, className })}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      <span className="button-words">
        <span {...(busy && { 'data-off': '', 'aria-hidden': true })}>
          {icon && <Icon name={icon} />}
          {children}
        </span>
        <span role="status" {...(!busy && { 'data-off': '', 'aria-hidden': true })}>
          <Icon name="clock" />
          {t('sending')}
        </span>
      </span>
    </button>
  );
}
