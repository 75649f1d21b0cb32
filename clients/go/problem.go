package stagegate

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/stagegate-registry/stagegate/clients/go/api"
)

// Codes that programs often branch on; /docs/problems of the service lists them all.
const (
	CodeGatesRefused   = "GATES_REFUSED"
	CodeModelExists    = "MODEL_EXISTS"
	CodeModelNotFound  = "MODEL_NOT_FOUND"
	CodeStageEmpty     = "STAGE_EMPTY"
	CodeStaleIncumbent = "STALE_INCUMBENT"
	CodeValidation     = "VALIDATION_FAILED"
)

// Problem is an answer of 400 or above (RFC 9457). Find it with errors.As, and branch on Code.
type Problem struct {
	// Code is stable: GATES_REFUSED, MODEL_NOT_FOUND and so on; UNREADABLE for an answer that is no problem document.
	Code string
	// Status is the HTTP status.
	Status int
	// Title is the same sentence for every problem of the code; Detail says what happened this time.
	Title, Detail string
	// Errors are the faults of the request, each with a JSON Pointer.
	Errors []api.ProblemErrorResponse
	// RequestID names the request in the service's log and audit record.
	RequestID string
	// Transition is the recorded transition, where there is one.
	Transition *api.TransitionResponse
	// GateReport is why the gates refused, under GATES_REFUSED.
	GateReport *api.GateReportResponse
}

func (p *Problem) Error() string {
	text := fmt.Sprintf("%d %s: %s", p.Status, p.Code, p.Detail)
	for _, fault := range p.Errors {
		text += fmt.Sprintf("; %s: %s", fault.Pointer, fault.Detail)
	}
	return text
}

// HasCode says whether err is, or wraps, a problem of this code.
func HasCode(err error, code string) bool {
	var problem *Problem
	return errors.As(err, &problem) && problem.Code == code
}

// GateReport is the report of the gates that refused, if err is or wraps such a refusal.
func GateReport(err error) (*api.GateReportResponse, bool) {
	var problem *Problem
	if !errors.As(err, &problem) || problem.Code != CodeGatesRefused || problem.GateReport == nil {
		return nil, false
	}
	return problem.GateReport, true
}

// answer passes a success on and makes an error of everything else.
func answer(response *http.Response, err error) (*http.Response, error) {
	if err != nil || response.StatusCode < 400 {
		return response, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	var document api.TransitionProblemResponse
	isProblem := strings.HasPrefix(response.Header.Get("Content-Type"), "application/problem+json")
	if !isProblem || json.Unmarshal(body, &document) != nil {
		return nil, &Problem{Code: "UNREADABLE", Status: response.StatusCode, Title: response.Status, Detail: excerpt(body)}
	}
	return nil, &Problem{
		Code:       document.Code,
		Status:     response.StatusCode,
		Title:      document.Title,
		Detail:     document.Detail,
		Errors:     document.Errors,
		RequestID:  document.RequestID,
		Transition: document.Transition,
		GateReport: document.GateReport,
	}
}

func excerpt(body []byte) string {
	return string(body[:min(len(body), 200)])
}
