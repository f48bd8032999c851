import { openWebKit } from './open-webkit.ts';
import { tellStory } from './tell-story.ts';

tellStory('WebKitGTK', openWebKit);
