'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether a script runs here: false on the server and while its page is taken over, so that both draw the same. */
export const useScripted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
