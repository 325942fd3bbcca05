import { keepPage } from '@/app/(hall)/worker/page-keeper';
import { portal, sendUnseen } from '@/domain/peer-lessons/phone/lesson-courier';
import { APP, openLessons } from '@/domain/peer-lessons/phone/lesson-memory';
import { tellTabs } from '@/domain/phone/phone-tabs';

keepPage({
  page: '/admin/peer-lessons/phone',
  kept: 'lesson-files-',
  app: APP,
  sendWhatIsLeft: async () => {
    const memory = await openLessons();
    await sendUnseen(memory, portal).finally(() => memory.close());
    tellTabs(APP);
  },
});
