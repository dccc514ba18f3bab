import { conversation } from './conversation.mjs';
import { NO_CHROMIUM, chromiumStage } from './lib/chromium-stage.mjs';
import { CHATJS_5 } from './lib/versions.mjs';

conversation({ name: 'ChatJS 5 in Chromium', openStage: chromiumStage, chatjs: CHATJS_5, skip: NO_CHROMIUM });
