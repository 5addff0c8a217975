/**
 * Works on several items at a time and gives the results in the items' order. At most `window` items are under way or
 * waiting for a slower one before them, so memory is bounded however long the list is.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  window: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const under: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Its failure is met when its turn comes; until then nobody listens.
    result.catch(() => undefined);
    under.push(result);
    const first = under.length >= window ? under.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const result of under) yield await result;
}
