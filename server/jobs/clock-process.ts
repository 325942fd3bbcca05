import { log } from '../log';
import { Clock } from './clock';
import { works } from './work';

/** The clock of one of the portal's processes, with its real work and nothing else. Says when it runs; ends with its parent. */
new Clock({ works, log }).start();
process.on('disconnect', () => process.exit(0));
process.send?.('started');
