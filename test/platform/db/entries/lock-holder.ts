import { takeInstanceLock } from '#platform/db/index.ts';

// A process that holds the instance lock of the folder it is given until it is killed.
await takeInstanceLock(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
