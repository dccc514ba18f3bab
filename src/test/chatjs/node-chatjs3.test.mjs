import { conversation } from './conversation.mjs';
import { nodeStage } from './lib/node-stage.mjs';
import { CHATJS_3 } from './lib/versions.mjs';

conversation({ name: 'ChatJS 3 in Node', openStage: nodeStage, chatjs: CHATJS_3 });
