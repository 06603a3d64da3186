import { auditPackDownload } from './audit-pack-download.ts';
import { auditPackFile, auditPackJob } from './audit-pack-job.ts';
import { auditPackPage } from './audit-pack-page.ts';
import { memberUpdateDownload } from './member-update-download.ts';
import { memberUpdatePage } from './member-update-page.ts';
import { openDataDownload, transparencyDownload } from './open-data-downloads.ts';
import { openDataPage } from './open-data-page.ts';
import { statementDownload } from './statement-download.ts';
import { statementListPage } from './statement-list.ts';
import { statementPage } from './statement-page.ts';
import { versionsPage } from './versions-page.ts';

export const statementPages = {
  statementList: statementListPage,
  statement: statementPage,
  statementDownload,
  versions: versionsPage,
  auditPack: auditPackPage,
  auditPackDownload,
  auditPackJob,
  auditPackFile,
  openData: openDataPage,
  openDataDownload,
  transparencyDownload,
  memberUpdate: memberUpdatePage,
  memberUpdateDownload,
};
