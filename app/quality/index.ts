export { readFigures, type Figures } from './figures.ts';
export { qualityRoutes } from './quality.routes.ts';
