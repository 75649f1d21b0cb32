import { Module } from '@nestjs/common';
import { ConsoleController, ConsoleSettingsController } from './console.controller.js';
import { ConsoleService } from './console.service.js';

@Module({
  controllers: [ConsoleController, ConsoleSettingsController],
  providers: [ConsoleService],
})
export class ConsoleModule {}
