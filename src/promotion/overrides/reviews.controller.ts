import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import { CloseReviewRequest, ListReviewsQuery, ReviewPage, ReviewResponse } from './reviews.dto.js';
import { ReviewsService } from './reviews.service.js';

@ApiTags('transitions')
@Controller('api/v1/reviews')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  /**
   * Lists the reviews of what passed the gates in an emergency, newest first.
   * @throws {404} The model that is asked for does not exist.
   */
  @Get()
  @MayLag()
  @Requires('registry:read', { named: 'model', otherwise: 'anywhere' })
  listReviews(@Query() query: ListReviewsQuery, @CurrentCaller() caller: Caller): Promise<ReviewPage> {
    return this.reviews.listReviews(query, caller);
  }

  /**
   * Answers one review.
   * @throws {404} The review does not exist.
   */
  @Get(':id')
  @Requires('registry:read', { idOf: 'review' })
  getReview(@IdParam() id: string): Promise<ReviewResponse> {
    return this.reviews.getReview(id);
  }

  /**
   * Closes a review, which another person does than whoever passed the gates, and no service.
   * @throws {403} The caller passed the gates, or is a service.
   * @throws {404} The review does not exist.
   * @throws {409} It was closed already.
   */
  @Post(':id/close')
  @HttpCode(200)
  @Requires('transition:decide', { idOf: 'review' })
  closeReview(
    @IdParam() id: string,
    @Body() request: CloseReviewRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ReviewResponse> {
    return this.reviews.closeReview(id, request, caller);
  }
}
