import { listenForCommands } from '#platform/control/index.ts';
import { createLog } from '#platform/log/index.ts';

// A process that listens on the control socket of the folder it is given until it is killed.
await listenForCommands(process.argv[2] ?? '', new Map(), createLog('error'));
process.stdout.write('listening\n');
