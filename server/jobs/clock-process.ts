import { log } from '../log';
import { Clock } from './clock';
import { askedWorks, longWorks, pushWorks, works } from './work';

/** The clocks of one of the portal's processes, with their real work and nothing else. Says when they run; ends with its parent. */
for (const each of [works, askedWorks, longWorks, pushWorks]) new Clock({ works: each, log }).start();
process.on('disconnect', () => process.exit(0));
process.send?.('started');
