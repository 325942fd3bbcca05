import { workerRoute } from '@/app/(hall)/worker/worker-route';

export const dynamic = 'force-dynamic';

export const GET = workerRoute({
  source: 'app/(hall)/admin/attendance/worker/hall-worker.ts',
  scope: '/admin/attendance',
});
