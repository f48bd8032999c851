import { openFirefox } from './open-firefox.ts';
import { tellStory } from './tell-story.ts';

tellStory('Firefox', openFirefox);
