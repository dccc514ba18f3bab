import { CHATJS_3 } from './lib/versions.mjs';
import { printedPages } from './printed.mjs';

printedPages({ name: 'ChatJS 3', chatjs: CHATJS_3 });
