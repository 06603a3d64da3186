import { startComponents } from './components.ts';
import { warnBeforeTheEnd } from './idle.ts';
import { goOnWhileWorking } from './refresh.ts';

startComponents();
warnBeforeTheEnd();
goOnWhileWorking();
