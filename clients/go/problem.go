package stagegate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
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
	CodeUnreadable     = "UNREADABLE"
	CodeValidation     = "VALIDATION_FAILED"
)

// Problem is an answer of 400 or above (RFC 9457), or one that is none of the service. Find it with errors.As, and branch on Code.
type Problem struct {
	// Code is stable: GATES_REFUSED, MODEL_NOT_FOUND and so on; UNREADABLE for an answer that is none of the service,
	// such as the page of a proxy or a redirect of a change.
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
func answer(request *http.Request, response *http.Response, err error) (*http.Response, error) {
	if err != nil || isStream(response) || response.StatusCode == http.StatusNotModified {
		return response, err
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode >= 400 {
		return nil, problemOf(response, body)
	}
	if !isAsAsked(request, response, body) {
		return nil, unreadable(response, body)
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, nil
}

func problemOf(response *http.Response, body []byte) *Problem {
	var document api.TransitionProblemResponse
	if mediaType(response) != "application/problem+json" || json.Unmarshal(body, &document) != nil {
		return unreadable(response, body)
	}
	return &Problem{
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

// isAsAsked says whether a success is one of the service: JSON unless the request asked for something else. A redirect and
// the page of a proxy are none.
func isAsAsked(request *http.Request, response *http.Response, body []byte) bool {
	accept := request.Header.Get("Accept")
	switch response.StatusCode {
	case http.StatusNoContent:
		return request.Method == http.MethodDelete
	case http.StatusOK, http.StatusCreated, http.StatusAccepted:
		isOther := accept != "" && !strings.Contains(accept, "json")
		return isOther || (mediaType(response) == "application/json" && json.Valid(body))
	}
	return false
}

func unreadable(response *http.Response, body []byte) *Problem {
	return &Problem{Code: CodeUnreadable, Status: response.StatusCode, Title: response.Status, Detail: excerpt(body)}
}

func mediaType(response *http.Response) string {
	name, _, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	return name
}

func excerpt(body []byte) string {
	return string(body[:min(len(body), 200)])
}
