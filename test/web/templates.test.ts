import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { productViews, testViews } from '../support/web-app.ts';
import { filesEnding } from '../support/web-files.ts';

const templates = [productViews, testViews].flatMap((folder) => filesEnding(folder, '.ejs'));

/** Where a pattern stands in the templates, as "file: what stands there". */
function places(pattern: RegExp): string[] {
  return templates.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => `${file}: ${match[0]}`),
  );
}

describe('The templates', () => {
  it('are found at all', () => {
    assert.ok(templates.length > 20);
  });

  it('write without escaping only what they include', () => {
    assert.deepEqual(places(/<%-(?!\s*include\()[^%]*/g), []);
  });

  it('include one thing a tag', () => {
    // A second expression after the include would be written without escaping as well.
    const more = places(/<%-[\s\S]*?%>/g).filter(
      (place) => !isOneCall(place.replace(/^[^<]*<%-\s*|\s*-?%>$/g, '')),
    );
    assert.deepEqual(more, []);
  });

  it('have no inline styles, which the content security policy would drop', () => {
    assert.deepEqual(places(/\sstyle\s*=|<style/gi), []);
  });

  it('have no inline scripts and no handlers in attributes', () => {
    assert.deepEqual(places(/\son[a-z]+\s*=|<script(?![^>]*\ssrc=)|javascript:|hx-on|js:/gi), []);
  });

  it('load nothing from elsewhere', () => {
    assert.deepEqual(places(/(?:src|href|action)="(?:https?:)?\/\/[^"]*/gi), []);
  });

  it('give every POST form its token', () => {
    const forms = places(/<form[^>]*method="post"[\s\S]*?<\/form>/gi);
    assert.ok(forms.length > 0);
    assert.deepEqual(
      forms.filter((form) => !form.includes("include('/layout/csrf')")),
      [],
    );
  });
});

/** Whether the first bracket that opens is closed by the very last character. */
function isOneCall(code: string): boolean {
  let depth = 0;
  for (const [index, character] of code.split('').entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ')' && depth === 0) return index === code.length - 1;
  }
  return false;
}
