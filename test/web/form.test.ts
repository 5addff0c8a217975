import assert from 'node:assert/strict';
import request from 'supertest';
import { z } from 'zod';
import { createRoutes, emptyForm, fieldModel, readForm, refused } from '#web/index.ts';
import type { FormResult } from '#web/index.ts';
import { demoRoutes } from '../support/web-demo.ts';
import { smallApp, tokenIn } from '../support/web-app.ts';

const schema = z.object({
  name: z.string().min(2),
  mail: z.email(),
  password: z.string().min(12, 'demo:saved'),
  floor: z.coerce.number().max(9),
  slip: z.string().min(30),
});

async function read(fields: Record<string, string>): Promise<FormResult<z.output<typeof schema>>> {
  const results: FormResult<z.output<typeof schema>>[] = [];
  const routes = demoRoutes().post('public', '/read', (request, response) => {
    results.push(readForm(request, schema, ['slip']));
    response.end();
  });
  const agent = request.agent((await smallApp([routes])).app);
  const _csrf = tokenIn((await agent.get('/demo/form')).text);
  await agent
    .post('/read')
    .type('form')
    .send({ ...fields, _csrf });
  const result = results[0];
  assert.ok(result);
  return result;
}

const right = {
  name: 'Bo',
  mail: 'bo@example.com',
  password: 'lang og hemmelig',
  floor: '3',
  slip: 's'.repeat(30),
};

describe('A form', () => {
  it('gives its values as the schema makes them', async () => {
    const result = await read(right);
    assert.ok(result.ok);
    assert.equal(result.values.floor, 3);
  });

  it('names what is wrong by keys, each field once', async () => {
    const result = await read({ ...right, name: '', mail: 'bo', floor: '12' });
    assert.ok(!result.ok);
    assert.deepEqual(result.form.errors, {
      name: { key: 'layout:form.required' },
      mail: { key: 'layout:form.email' },
      floor: { key: 'layout:form.too-big', values: { count: 9 } },
    });
  });

  it('takes the words of the schema when they are a key', async () => {
    const result = await read({ ...right, password: 'short' });
    assert.ok(!result.ok);
    assert.deepEqual(result.form.errors['password'], { key: 'demo:saved' });
  });

  it('gives back what was typed, but no secrets', async () => {
    const result = await read({ ...right, mail: 'bo' });
    assert.ok(!result.ok);
    assert.deepEqual(result.form.values, { name: 'Bo', mail: 'bo', floor: '3' });
  });

  it('is shown again with what was typed and the errors beside their fields', async () => {
    const agent = request.agent((await smallApp([demoRoutes()])).app);
    const _csrf = tokenIn((await agent.get('/demo/form')).text);
    const answer = await agent
      .post('/demo/form')
      .type('form')
      .send({ _csrf, name: '<Bo>', mail: 'bo', role: 'staff', password: 'kort' });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /value="&lt;Bo&gt;"/);
    assert.match(answer.text, /id="field-mail-error"/);
    assert.match(answer.text, /aria-describedby="field-mail-error"/);
    assert.doesNotMatch(answer.text, /kort"/);
  });

  it('can be refused by a service with a word for one field', async () => {
    const shown: unknown[] = [];
    const routes = createRoutes().get('public', '/', (request, response) => {
      shown.push(refused(request, 'name', { key: 'demo:saved' }));
      response.end();
    });
    await request((await smallApp([routes])).app).get('/');
    assert.deepEqual(shown, [{ values: {}, errors: { name: { key: 'demo:saved' } } }]);
  });

  it('never puts a password into its field', () => {
    const form = { values: { secret: 'hemmelig' }, errors: {} };
    const field = fieldModel((key) => key, form, { name: 'secret', label: 'Secret', type: 'password' });
    assert.equal(field.value, '');
  });
});

describe('A select', () => {
  const choice = (value: string) => ({ value, label: value });
  const select = (values: string[]) =>
    fieldModel(String, emptyForm, {
      name: 'whose',
      label: 'Whose',
      type: 'select',
      required: true,
      choices: values.map(choice),
    });

  it('with an empty choice may be sent with it, whatever browsers think of required fields', () => {
    assert.equal(select(['', 'somebody']).mustBeFilled, false);
  });

  it('without an empty choice must be filled in when it is required', () => {
    assert.equal(select(['one', 'two']).mustBeFilled, true);
  });
});
