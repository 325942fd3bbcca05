import { workerRoute } from '@/app/(hall)/worker/worker-route';

export const dynamic = 'force-dynamic';

export const GET = workerRoute({
  source: 'app/(hall)/admin/peer-lessons/phone/worker/lesson-worker.ts',
  scope: '/admin/peer-lessons/phone',
});
