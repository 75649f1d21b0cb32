// The census-income story: two promotions, a version the gates refuse, and a rollback. It needs a running service:
//
//	STAGEGATE_URL=http://127.0.0.1:3000 STAGEGATE_TOKEN=… STAGEGATE_REVIEWER_TOKEN=… go run ./example
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/stagegate-registry/stagegate/clients/go"
	"github.com/stagegate-registry/stagegate/clients/go/api"
)

var files = filepath.Join("..", "..", "examples", "census-income")

func main() {
	if err := story(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func story(ctx context.Context) error {
	url := os.Getenv("STAGEGATE_URL")
	registry, err := stagegate.New(url, os.Getenv("STAGEGATE_TOKEN"))
	if err != nil {
		return err
	}
	reviewer, err := stagegate.New(url, os.Getenv("STAGEGATE_REVIEWER_TOKEN"))
	if err != nil {
		return err
	}
	model := fmt.Sprintf("census-income-go-%d", time.Now().UnixMilli())
	if err := load(ctx, registry, model); err != nil {
		return err
	}
	for _, version := range []int{1, 2} {
		if err := promote(ctx, registry, reviewer, model, version); err != nil {
			return err
		}
	}
	if err := beRefused(ctx, registry, model, 3); err != nil {
		return err
	}
	back, err := registry.RollbackModelWithResponse(ctx, model, nil, api.RollbackRequest{Reason: "Complaints about version 2"})
	if err != nil {
		return err
	}
	fmt.Printf("rolled back to version %v\n", back.JSON201.Version)

	if err := measure(ctx, registry, model, 3); err != nil {
		return err
	}

	events := 0
	for event, err := range registry.AuditEvents(ctx, &api.ListAuditEventsParams{Model: &model, Limit: stagegate.Ptr(10)}) {
		if err != nil {
			return err
		}
		if event.Action == "transition.refused" {
			fmt.Printf("the record says that %s was refused version %v\n", event.Actor, *event.Version)
		}
		events++
	}
	if events <= 10 {
		return fmt.Errorf("%d events fit on one page", events)
	}
	return nil
}

// load registers the model, its policy, and three versions with their evaluations.
func load(ctx context.Context, registry *stagegate.Client, model string) error {
	created := api.CreateModelRequest{Name: model, Description: stagegate.Ptr("Does a person earn more than 50,000 USD?")}
	if _, err := registry.CreateModelWithResponse(ctx, nil, created); err != nil {
		return err
	}
	if _, err := registry.CreateModelWithResponse(ctx, nil, created); !stagegate.HasCode(err, stagegate.CodeModelExists) {
		return fmt.Errorf("a second model of one name: %w", err)
	}
	if err := changeOnce(ctx, registry, model); err != nil {
		return err
	}
	policy, err := read[api.GatePolicyDocument]("policy.json")
	if err != nil {
		return err
	}
	if _, err := registry.SetGatePolicyWithResponse(ctx, model, nil, policy); err != nil {
		return err
	}
	for _, file := range []string{"v1.json", "v2.json", "v3.json"} {
		candidate, err := read[api.RegisterVersionRequest]("versions", file)
		if err != nil {
			return err
		}
		registered, err := registry.RegisterVersionWithResponse(ctx, model, nil, candidate)
		if err != nil {
			return err
		}
		evaluation, err := read[api.SubmitEvaluationRequest]("evaluations", file)
		if err != nil {
			return err
		}
		version := registered.JSON201.Version
		if _, err := registry.SubmitEvaluationWithResponse(ctx, model, version, nil, evaluation); err != nil {
			return err
		}
	}
	return nil
}

// changeOnce gives the model an owner, and sees a change that does not know of it refused.
func changeOnce(ctx context.Context, registry *stagegate.Client, model string) error {
	found, err := registry.GetModelWithResponse(ctx, model, nil)
	if err != nil {
		return err
	}
	known := &api.UpdateModelParams{IfMatch: stagegate.Ptr(found.HTTPResponse.Header.Get("ETag"))}
	if _, err := registry.UpdateModelWithResponse(ctx, model, known, api.UpdateModelRequest{Owner: stagegate.Ptr("risk")}); err != nil {
		return err
	}
	_, err = registry.UpdateModelWithResponse(ctx, model, known, api.UpdateModelRequest{Owner: stagegate.Ptr("sales")})
	if !stagegate.HasCode(err, "PRECONDITION_FAILED") {
		return fmt.Errorf("a change of what was changed since: %w", err)
	}
	return nil
}

// promote takes a version to Staging and, with the reviewer's approval, to Production.
func promote(ctx context.Context, registry, reviewer *stagegate.Client, model string, version int) error {
	report, err := registry.CheckGatesWithResponse(ctx, model, version, nil, api.CheckGatesRequest{ToStage: api.GatedStageProduction})
	if err != nil {
		return err
	}
	if _, err := registry.RequestTransitionWithResponse(ctx, model, version, nil, api.RequestTransitionRequest{ToStage: api.StageStaging}); err != nil {
		return err
	}
	requested, err := registry.RequestTransitionWithResponse(ctx, model, version, nil, api.RequestTransitionRequest{ToStage: api.StageProduction})
	if err != nil {
		return err
	}
	decided, err := reviewer.DecideTransitionWithResponse(ctx, requested.JSON202.ID, nil, api.DecideTransitionRequest{Decision: api.ApprovalDecisionApprove})
	if err != nil {
		return err
	}
	fmt.Printf("version %d: the gates say %s, the promotion is %s\n", version, report.JSON200.Verdict, decided.JSON201.Status)
	return nil
}

// beRefused asks for a promotion that the gates refuse, and shows why.
func beRefused(ctx context.Context, registry *stagegate.Client, model string, version int) error {
	if _, err := registry.RequestTransitionWithResponse(ctx, model, version, nil, api.RequestTransitionRequest{ToStage: api.StageStaging}); err != nil {
		return err
	}
	_, err := registry.RequestTransitionWithResponse(ctx, model, version, nil, api.RequestTransitionRequest{ToStage: api.StageProduction})
	report, refused := stagegate.GateReport(err)
	if !refused {
		return errors.Join(errors.New("the gates let the version through"), err)
	}
	if err := inWords(ctx, registry, model, version); err != nil {
		return err
	}
	for _, rule := range report.Rules {
		for _, measure := range rule.Measures {
			if measure.Status == api.MeasureStatusFAIL {
				fmt.Printf("version %d is refused: %s\n", version, measure.Message)
			}
		}
	}
	return nil
}

// inWords reads the report as a comment on a pull request shows it.
func inWords(ctx context.Context, registry *stagegate.Client, model string, version int) error {
	comment, err := registry.CheckGatesMarkdown(ctx, model, version, api.CheckGatesRequest{ToStage: api.GatedStageProduction})
	if err != nil {
		return err
	}
	if !strings.Contains(comment, "f1 on sex=Female: 0.604 vs 0.666") {
		return fmt.Errorf("the comment lacks the refusal: %s", comment)
	}
	return nil
}

// measure has the service compute the metrics of a version from its predictions.
func measure(ctx context.Context, registry *stagegate.Client, model string, version int) error {
	request := api.SubmitPredictionsRequest{
		Task:    api.PredictionTaskBinary,
		Dataset: api.EvaluationDataset{Name: "adult-test", Version: "rows"},
		Columns: api.PredictionColumns{RowID: []string{"row_id"}, Label: "label", Prediction: stagegate.Ptr("prediction"), Score: stagegate.Ptr("score")},
		Slices:  []string{"sex"},
	}
	job, err := registry.UploadPredictions(ctx, model, version, request, filepath.Join(files, "predictions", fmt.Sprintf("v%d.parquet", version)))
	if err != nil {
		return err
	}
	if job, err = registry.PredictionJobEnd(ctx, job.ID); err != nil {
		return err
	}
	if job.Status != api.PredictionJobStatusSucceeded {
		return fmt.Errorf("the job ended as %s: %v", job.Status, job.Error)
	}
	evaluation, err := registry.GetEvaluationWithResponse(ctx, *job.EvaluationID)
	if err != nil {
		return err
	}
	for _, metric := range evaluation.JSON200.Metrics {
		if metric.Name == "f1" && metric.Slice["sex"] == "Female" {
			fmt.Printf("measured again from %d predictions: f1 of women is %.3f\n", job.RowsRead, *metric.Value)
		}
	}
	return nil
}

// read reads the body of a request from the repository's example.
func read[T any](path ...string) (T, error) {
	var body T
	bytes, err := os.ReadFile(filepath.Join(append([]string{files}, path...)...))
	if err != nil {
		return body, err
	}
	return body, json.Unmarshal(bytes, &body)
}
