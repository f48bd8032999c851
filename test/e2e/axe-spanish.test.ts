/** axe on every screen of the story, in Spanish on dark. */
import { tellWithAxe } from '#test/support/axe-story.ts';

tellWithAxe('es', 'dark');
