import { buttonClass } from '@/components/ui/button';

/** Offered only where a script runs (`Copying` stands around it): without one the words beside it are selected by hand. */
export const CopyWords = ({ label }: { label: string }) => (
  <span data-off="" className="hidden flex-wrap items-center gap-x-3 [[data-copying]_&]:inline-flex">
    <button type="button" data-copy="" className={buttonClass({ compact: true })}>
      {label}
    </button>
    <span role="status" className="text-sm" />
  </span>
);
