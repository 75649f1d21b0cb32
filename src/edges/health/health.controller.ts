import { Controller, Get, Header } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../../platform/access/requires.decorator.js';
import { LivenessResponse, ReadinessResponse } from './health.dto.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.js';

@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly metrics: Metrics,
  ) {}

  /** Answers as long as the process runs; restart it when this stops. */
  @Get('livez')
  @Public()
  getLiveness(): LivenessResponse {
    return { status: 'alive' };
  }

  /** Answers whether requests can be served: the database is there and has every migration. */
  @Get('readyz')
  @Public()
  getReadiness(): Promise<ReadinessResponse> {
    return this.health.checkReadiness();
  }

  /** Answers the service's measurements in the text format of Prometheus. */
  @Get('metrics')
  @Requires('registry:read')
  @ApiProduces('text/plain')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  getMetrics(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
