import { requireViewer } from '@/server/session';

export default async function OverviewPage() {
  const viewer = await requireViewer();
  return <h1>{viewer.displayName}</h1>;
}
