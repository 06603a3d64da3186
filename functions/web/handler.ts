import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { serve } from './serve/serve.ts';
import { environmentWebDeps } from './web-deps.ts';

/** The deployed function of the pages. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  serve(event, environmentWebDeps());
