/** What some work costs this thread, in milliseconds of processor time: a busy machine does not change it. */
export async function ownTime(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
