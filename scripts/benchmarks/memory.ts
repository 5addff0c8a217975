import { readdirSync, readFileSync } from 'node:fs';

/** Follows the resident memory of a process and all its children; `peak` is in bytes. */
export function followMemory(pid: number): { peak: () => number; stop: () => void } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, residentWithChildren(pid));
  }, 50);
  return { peak: () => most, stop: () => clearInterval(timer) };
}

function residentWithChildren(pid: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').split(' ').filter(Boolean),
    );
    return children.reduce(
      (sum, child) => sum + residentWithChildren(Number(child)),
      Number(line?.[1] ?? 0) * 1024,
    );
  } catch {
    // It ended while we looked.
    return 0;
  }
}
