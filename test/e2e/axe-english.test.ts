/** axe on every screen of the story, in English on light. */
import { tellWithAxe } from '#test/support/axe-story.ts';

tellWithAxe('en', 'light');
