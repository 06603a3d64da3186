// Imported before what logs: these tests make failures, and nobody wants to read of each.
process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
