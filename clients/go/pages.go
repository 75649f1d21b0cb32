package stagegate

import (
	"context"
	"iter"

	"github.com/stagegate-registry/stagegate/clients/go/api"
)

// Pages iterates over the items of a list, page after page: fetch answers one page and the cursor of the next, nil
// after the last. The iteration ends at the first error.
func Pages[T any](fetch func(cursor *string) ([]T, *string, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var cursor *string
		for {
			items, next, err := fetch(cursor)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if next == nil {
				return
			}
			cursor = next
		}
	}
}

// Models iterates over the models that params ask for; nil asks for all.
func (c *Client) Models(ctx context.Context, params *api.ListModelsParams) iter.Seq2[api.ModelResponse, error] {
	asked := orEmpty(params)
	return Pages(func(cursor *string) ([]api.ModelResponse, *string, error) {
		asked.Cursor = cursor
		page, err := c.ListModelsWithResponse(ctx, &asked)
		if err != nil {
			return nil, nil, err
		}
		return page.JSON200.Items, page.JSON200.NextCursor, nil
	})
}

// Versions iterates over the versions of a model.
func (c *Client) Versions(ctx context.Context, model string, params *api.ListVersionsParams) iter.Seq2[api.VersionResponse, error] {
	asked := orEmpty(params)
	return Pages(func(cursor *string) ([]api.VersionResponse, *string, error) {
		asked.Cursor = cursor
		page, err := c.ListVersionsWithResponse(ctx, model, &asked)
		if err != nil {
			return nil, nil, err
		}
		return page.JSON200.Items, page.JSON200.NextCursor, nil
	})
}

// Evaluations iterates over the evaluations of a version.
func (c *Client) Evaluations(ctx context.Context, model string, version int, params *api.ListEvaluationsParams) iter.Seq2[api.EvaluationResponse, error] {
	asked := orEmpty(params)
	return Pages(func(cursor *string) ([]api.EvaluationResponse, *string, error) {
		asked.Cursor = cursor
		page, err := c.ListEvaluationsWithResponse(ctx, model, version, &asked)
		if err != nil {
			return nil, nil, err
		}
		return page.JSON200.Items, page.JSON200.NextCursor, nil
	})
}

// ModelTransitions iterates over the transitions of a model, refusals included.
func (c *Client) ModelTransitions(ctx context.Context, model string, params *api.ListModelTransitionsParams) iter.Seq2[api.TransitionResponse, error] {
	asked := orEmpty(params)
	return Pages(func(cursor *string) ([]api.TransitionResponse, *string, error) {
		asked.Cursor = cursor
		page, err := c.ListModelTransitionsWithResponse(ctx, model, &asked)
		if err != nil {
			return nil, nil, err
		}
		return page.JSON200.Items, page.JSON200.NextCursor, nil
	})
}

// Transitions iterates over the transitions of all models; with status awaiting_approval, what waits for a reviewer.
func (c *Client) Transitions(ctx context.Context, params *api.ListTransitionsParams) iter.Seq2[api.TransitionResponse, error] {
	asked := orEmpty(params)
	return Pages(func(cursor *string) ([]api.TransitionResponse, *string, error) {
		asked.Cursor = cursor
		page, err := c.ListTransitionsWithResponse(ctx, &asked)
		if err != nil {
			return nil, nil, err
		}
		return page.JSON200.Items, page.JSON200.NextCursor, nil
	})
}

// AuditEvents iterates over the audit record.
func (c *Client) AuditEvents(ctx context.Context, params *api.ListAuditEventsParams) iter.Seq2[api.AuditEventResponse, error] {
	asked := orEmpty(params)
	return Pages(func(cursor *string) ([]api.AuditEventResponse, *string, error) {
		asked.Cursor = cursor
		page, err := c.ListAuditEventsWithResponse(ctx, &asked)
		if err != nil {
			return nil, nil, err
		}
		return page.JSON200.Items, page.JSON200.NextCursor, nil
	})
}

// orEmpty copies params, so that every iteration starts at the first page and the caller's stay as they are.
func orEmpty[T any](params *T) T {
	if params == nil {
		var none T
		return none
	}
	return *params
}
