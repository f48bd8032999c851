import { modelSuite } from './model-suite.ts';

modelSuite(2_000);
