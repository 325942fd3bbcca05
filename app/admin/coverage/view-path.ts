import { type CoverageView, viewQuery } from '@/domain/coverage/view/view';

export const coveragePath = '/admin/coverage';

/** The address that a view of coverage is opened by, at the page or at what lies below it. */
export function viewPath(view: CoverageView, below = ''): string {
  const query = new URLSearchParams(viewQuery(view)).toString();
  return `${coveragePath}${below}${query && `?${query}`}`;
}
