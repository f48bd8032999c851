import { openChromium } from './open-chromium.ts';
import { tellStory } from './tell-story.ts';

tellStory('Chromium', openChromium);
