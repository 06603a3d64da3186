import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { FundingStack } from './funding-stack.ts';

const app = new App();
new FundingStack(app, 'CommunitySafetyFunding');
Validations.of(app).addPlugins(new AwsSolutionsChecks());
