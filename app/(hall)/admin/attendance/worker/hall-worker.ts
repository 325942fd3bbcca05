import { keepPage } from '@/app/(hall)/worker/page-keeper';
import { portal, sendUnseen } from '@/domain/attendance/phone/phone-courier';
import { APP, openStore } from '@/domain/attendance/phone/phone-store';
import { tellTabs } from '@/domain/phone/phone-tabs';

keepPage({
  page: '/admin/attendance',
  kept: 'hall-files-',
  later: /^\/admin\/attendance\/reader$/,
  app: APP,
  sendWhatIsLeft: async () => {
    const store = await openStore();
    await sendUnseen(store, portal).finally(() => store.close());
    tellTabs(APP);
  },
});
