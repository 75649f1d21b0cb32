import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type RequestedTransitionResponse, TransitionProblemResponse } from './transitions.dto.js';

/** Documents the answers to a demand that was not applied. */
export function AnswersRefusals(conflict: string, refusal: string): MethodDecorator {
  return applyDecorators(
    ApiResponse({ status: 409, type: TransitionProblemResponse, description: conflict }),
    ApiResponse({ status: 422, type: TransitionProblemResponse, description: refusal }),
  );
}

/** Answers a transition with 201 when it was applied and 202 when it awaits approval; any other answer keeps its status. */
export function withStatus<Answer extends object>(
  reply: FastifyReply,
  answer: Answer | RequestedTransitionResponse,
): Answer | RequestedTransitionResponse {
  if ('status' in answer) reply.status(answer.status === 'awaiting_approval' ? 202 : 201);
  return answer;
}
