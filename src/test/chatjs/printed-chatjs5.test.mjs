import { CHATJS_5 } from './lib/versions.mjs';
import { printedPages } from './printed.mjs';

printedPages({ name: 'ChatJS 5', chatjs: CHATJS_5 });
