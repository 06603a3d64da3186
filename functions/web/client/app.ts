import { startComponents } from './components.ts';

startComponents();
