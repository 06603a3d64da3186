import { chooseFilePage } from './choose-file.ts';
import { chooseLinesPage } from './choose-lines.ts';
import { recordingPage } from './recording.ts';

export const bankPages = {
  bankFile: chooseFilePage,
  bankLines: chooseLinesPage,
  bankRecording: recordingPage,
};
