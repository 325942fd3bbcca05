// What a build ends with, in a process of its own: the command stays for as long as the portal runs, and would keep what this takes of memory.
import { ROOT } from '../ground/settings.mjs';
import { compileServer } from '../portal/compile.mjs';
import { makeSmallest } from '../portal/smallest.mjs';

await Promise.all([compileServer(), makeSmallest(ROOT)]);
