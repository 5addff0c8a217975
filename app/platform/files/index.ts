export { writeFileDurably } from './durable.ts';
