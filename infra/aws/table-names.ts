import { type TableName, tables } from '../../functions/store/tables.ts';

const isTableName = (key: string): key is TableName => key in tables;

export const tableNames = Object.keys(tables).filter(isTableName);
