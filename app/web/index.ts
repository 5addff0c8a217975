/**
 * Pages: what every room uses to show something. Web knows no feature. A room adds a page like this:
 *
 *   1. views/<room>/list.ejs: `<%- include('/layout/page-header', { header: { title } }) %>` and so on. `<%=` for every
 *      value, `<%-` for include only, no style= and no on*= (the CSP refuses them). A form starts with
 *      `<%- include('/layout/csrf') %>` and works without JavaScript; htmx sends the token by itself.
 *   2. views/<room>/words.da.json and words.en.json with the same keys; in the template `t('<room>:list.title')`. A key
 *      that is put together needs a note near it, so that the test of the words knows the family: `words: <room>:state.*`.
 *   3. app/<room>/list.presenter.ts: what the template may see, and nothing else; formatsOf(request) for numbers.
 *   4. app/<room>/list.routes.ts: export const listRoutes = (lists: Lists) => createRoutes()
 *        .get('lists:see', '/lists', async (request, response) =>
 *          page(request, response, 'lists/list', presentLists(await lists.all(), translatorOf(request))))
 *        .post('lists:change', '/lists', async (request, response) => {
 *          const form = readForm(request, newList);
 *          if (!form.ok) return page(request, response.status(422), 'lists/new', presentForm(form.form));
 *          await lists.add(form.values, signedInVisitor(request));
 *          notify(request, { kind: 'done', key: 'lists:added' });
 *          seeOther(response, '/lists');
 *        });
 *   5. boot gives the routes to createWebApp, and one NavigationItem when the page belongs in the navigation.
 *
 * A thing that is not this visitor's to see is `not-found`, as if it were missing: see doorkeeper in door.ts.
 */
export { createWebApp } from './app.ts';
export type { WebApp, WebAppOptions } from './app.ts';
export { categoryBadge, riskBadge } from './components/badge.ts';
export type { BadgeModel } from './components/badge.ts';
export { barChart } from './components/bar-chart.ts';
export type { Bar, BarChartModel } from './components/bar-chart.ts';
export { pagination } from './components/pagination.ts';
export type { PaginationModel } from './components/pagination.ts';
export type { TableCell, TableColumn, TableModel } from './components/table.ts';
export { trendChart } from './components/trend-chart.ts';
export type { TrendChartModel } from './components/trend-chart.ts';
export type { Door } from './door.ts';
export { emptyForm, fieldModel, readForm, refused, typedForm, WHOLE_FORM } from './form.ts';
export type { FieldError, FieldModel, FieldOptions, FormResult, FormState } from './form.ts';
export { createFormats } from './formats.ts';
export type { Formats } from './formats.ts';
export { languageOf, translatorIn, translatorOf } from './language.ts';
export { localPath } from './local-path.ts';
export type { NavigationItem } from './navigation.ts';
export { notify } from './notices.ts';
export type { Notice } from './notices.ts';
export { places } from './places.ts';
export { createRateLimit, rateLimits } from './rate-limit.ts';
export { seeOther } from './redirect.ts';
export { formatsOf, page } from './render.ts';
export type { PageModel } from './render.ts';
export { pathParameter, setVisitor, signedInVisitor, visitorOf } from './request.ts';
export { createRoutes } from './routes.ts';
export type { Handler, RouteEntry, Routes } from './routes.ts';
export type { Visitor } from './visitor.ts';
export { languages } from './words.ts';
export type { Language, Translate } from './words.ts';
export { WordedFailure } from './worded-failure.ts';
