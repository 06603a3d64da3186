import { startComponents } from './components.ts';
import { warnBeforeTheEnd } from './idle.ts';
import { refreshWhileWorking } from './refresh.ts';

startComponents();
warnBeforeTheEnd();
refreshWhileWorking();
