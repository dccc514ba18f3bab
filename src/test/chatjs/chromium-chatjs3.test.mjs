import { conversation } from './conversation.mjs';
import { NO_CHROMIUM, chromiumStage } from './lib/chromium-stage.mjs';
import { CHATJS_3 } from './lib/versions.mjs';

conversation({ name: 'ChatJS 3 in Chromium', openStage: chromiumStage, chatjs: CHATJS_3, skip: NO_CHROMIUM });
