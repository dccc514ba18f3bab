import { conversation } from './conversation.mjs';
import { nodeStage } from './lib/node-stage.mjs';
import { CHATJS_5 } from './lib/versions.mjs';

conversation({ name: 'ChatJS 5 in Node', openStage: nodeStage, chatjs: CHATJS_5 });
