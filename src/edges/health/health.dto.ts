export class LivenessResponse {
  /** Always `alive`: the process runs and answers. */
  status: 'alive';
}

export class ReadinessResponse {
  /** Always `ready`: the database answers and has every migration. */
  status: 'ready';
}
