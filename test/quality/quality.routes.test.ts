import assert from 'node:assert/strict';
import supertest from 'supertest';
import { qualityRoutes, readFigures, type Figures } from '#quality/index.ts';
import { smallApp, somebody } from '../support/web-app.ts';

const figures = readFigures();

async function pageOf(given: Figures, language: 'da' | 'en'): Promise<string> {
  const { app } = await smallApp([qualityRoutes({ figures: given })], { visitor: somebody([], language) });
  return (await supertest(app).get('/how-detection-works').set('Accept-Language', language)).text;
}

describe('The page that says how detection works', () => {
  it('is there for everybody who is signed in, whatever they may do', async () => {
    const { app } = await smallApp([qualityRoutes({ figures })], { visitor: somebody([], 'en') });
    const answer = await supertest(app).get('/how-detection-works');
    assert.equal(answer.status, 200);
    assert.match(answer.text, /It learns nothing from your files/);
  });

  it('sends a stranger to sign in', async () => {
    const { app } = await smallApp([qualityRoutes({ figures })]);
    assert.equal((await supertest(app).get('/how-detection-works')).status, 303);
  });

  for (const language of ['da', 'en'] as const) {
    it(`has words for every figure that the product ships (${language})`, async () => {
      const html = (await pageOf(figures, language)).replace(/^[^]*<main/, '');
      assert.deepEqual(
        html.match(/(?:quality|scan):[\w.-]+|(?:origin|set|type|kind|mark|language)\.[\w-]+/g),
        null,
      );
    });
  }

  it('shows what was measured', async () => {
    const html = await pageOf(
      {
        ...figures,
        identifiers: {
          ...figures.identifiers,
          types: [{ type: 'DK_CPR', wanted: 1000, found: 980, right: 931 }],
        },
      },
      'en',
    );
    assert.match(html, /93\.1%/);
    assert.match(html, /95%/);
  });

  it('says that other detectors run here than those that were measured', async () => {
    assert.match(await pageOf({ ...figures, detectors: '00000000' }, 'en'), /not the one that was measured/);
  });

  it('names the origin whose names are missed most often', async () => {
    const groups = [
      { origin: 'danish', gender: 'f' as const, wanted: 100, found: 99 },
      { origin: 'polish', gender: 'm' as const, wanted: 100, found: 61 },
    ];
    const html = await pageOf({ ...figures, names: { ...figures.names, groups } }, 'en');
    assert.match(html, /Polish is found least often, 61% of them whole/);
  });

  it('says which types have no figure yet', async () => {
    assert.match(await pageOf(figures, 'en'), /types and kinds of documents that are looked for/);
  });

  it('shows special categories and kinds of documents once they are measured', async () => {
    const html = await pageOf(
      {
        ...figures,
        categories: [{ type: 'HEALTH', language: 'da', wanted: 40, found: 38, right: 36 }],
        kinds: [{ kind: 'payslip', wanted: 40, found: 40, right: 39 }],
      },
      'en',
    );
    assert.match(html, /Sensitive and confidential data[^]*90%/);
    assert.match(html, /Kinds of documents[^]*97\.5%/);
  });
});
