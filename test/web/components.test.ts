import assert from 'node:assert/strict';
import { barChart, pagination, trendChart } from '#web/index.ts';
import { navigationFor } from '#web/navigation.ts';
import { demoNavigation } from '../support/web-demo.ts';
import { somebody } from '../support/web-app.ts';

describe('Pagination', () => {
  const shape = (page: number, pages: number) =>
    pagination(page, pages, String).steps.map((step) =>
      step.kind === 'gap' ? '…' : step.current ? `[${step.page}]` : step.page,
    );

  it('shows the ends and the surroundings of the current page', () => {
    assert.deepEqual(shape(6, 19), [1, '…', 5, '[6]', 7, '…', 19]);
  });

  it('has no gap where no page is left out', () => {
    assert.deepEqual(shape(2, 3), [1, '[2]', 3]);
  });

  it('takes a page outside as the nearest', () => {
    assert.deepEqual(shape(99, 3), [1, 2, '[3]']);
  });

  it('has nothing before the first page and nothing after the last', () => {
    const only = pagination(1, 0, String);
    assert.equal(only.previous, undefined);
    assert.equal(only.next, undefined);
  });
});

describe('A bar chart', () => {
  const widths = (values: number[]) =>
    barChart(
      '',
      values.map((value) => ({ label: '', text: '', value })),
    ).bars.map((bar) => bar.width);

  it('measures by the longest bar', () => {
    assert.deepEqual(widths([200, 50]), ['100%', '25%']);
  });

  it('shows a small value, but none for nothing', () => {
    assert.deepEqual(widths([100_000, 1, 0]), ['100%', '1%', '0%']);
  });

  it('of nothing but nothing divides by nothing', () => {
    assert.deepEqual(widths([0, 0]), ['0%', '0%']);
  });
});

describe('A trend chart', () => {
  it('stands its columns on the ground and keeps them within the box', () => {
    const { columns } = trendChart(
      '',
      [10, 5, 0].map((value) => ({ label: '', text: '', value })),
    );
    assert.deepEqual(
      columns.map(({ y, height }) => [y, height]),
      [
        [0, 40],
        [20, 20],
        [40, 0],
      ],
    );
    assert.ok(columns.every(({ x, width }) => x >= 0 && x + width <= 100));
  });
});

describe('The navigation', () => {
  const shown = (permissions: string[], path: string) =>
    navigationFor(demoNavigation, somebody(permissions), path);

  it('leaves out what the visitor may not enter', () => {
    assert.equal(
      shown([], '/').some((entry) => entry.href === '/people'),
      false,
    );
    assert.equal(
      shown(['people:see'], '/').some((entry) => entry.href === '/people'),
      true,
    );
  });

  it('marks the entry that the page lies under, and only that', () => {
    assert.deepEqual(
      shown([], '/files/7')
        .filter((entry) => entry.current)
        .map((entry) => entry.href),
      ['/files'],
    );
    assert.deepEqual(
      shown([], '/filesystem').filter((entry) => entry.current),
      [],
    );
  });

  it('is empty for a stranger', () => {
    assert.deepEqual(navigationFor(demoNavigation, undefined, '/'), []);
  });
});
