package stagegate_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stagegate-registry/stagegate/clients/go"
	"github.com/stagegate-registry/stagegate/clients/go/api"
)

type seen struct{ method, path, key, body, token string }

// listenAt answers request n with the n-th of answers, the last one for all that follow; the function answers what came.
func listenAt(t *testing.T, answers ...http.HandlerFunc) (string, func() []seen) {
	t.Helper()
	var mutex sync.Mutex
	var came []seen
	note := func(request seen) int {
		mutex.Lock()
		defer mutex.Unlock()
		came = append(came, request)
		return len(came)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		number := note(seen{r.Method, r.URL.RequestURI(), r.Header.Get("Idempotency-Key"), string(body), r.Header.Get("Authorization")})
		answers[min(number, len(answers))-1](w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL, func() []seen {
		mutex.Lock()
		defer mutex.Unlock()
		return slices.Clone(came)
	}
}

// serve is a client of such a service.
func serve(t *testing.T, answers ...http.HandlerFunc) (*stagegate.Client, func() []seen) {
	t.Helper()
	address, requests := listenAt(t, answers...)
	client, err := stagegate.New(address, "secret", stagegate.WithRetries(3, 2*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	return client, requests
}

func respond(status int, mediaType, body string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func problem(status int, code string, headers ...string) http.HandlerFunc {
	body := fmt.Sprintf(`{"type":"/docs/problems/%s","title":"t","status":%d,"detail":"d","instance":"/","code":%q,"requestId":"r-1"}`, code, status, code)
	return respond(status, "application/problem+json", body, headers...)
}

func cutConnection(w http.ResponseWriter, _ *http.Request) {
	connection, _, _ := w.(http.Hijacker).Hijack()
	_ = connection.Close()
}

var (
	created = respond(201, "application/json", `{"name":"m"}`)
	found   = respond(200, "application/json", `{"name":"m"}`)
	removed = respond(204, "", "")
	body    = api.CreateModelRequest{Name: "m"}
)

func TestAProblemIsATypedError(t *testing.T) {
	client, _ := serve(t, problem(404, "MODEL_NOT_FOUND"))
	_, err := client.GetModelWithResponse(context.Background(), "m", nil)
	var p *stagegate.Problem
	if !errors.As(fmt.Errorf("looking: %w", err), &p) {
		t.Fatalf("%v is no problem", err)
	}
	if p.Code != stagegate.CodeModelNotFound || p.Status != 404 || p.RequestID != "r-1" {
		t.Errorf("read %+v", p)
	}
	if _, refused := stagegate.GateReport(err); refused {
		t.Error("an unknown model is no refusal by gates")
	}
}

func TestARefusalCarriesItsReport(t *testing.T) {
	answer := `{"code":"GATES_REFUSED","status":422,"detail":"d","gateReport":{"verdict":"FAIL","rules":[{"id":"floor","measures":[]}]}}`
	client, requests := serve(t, respond(422, "application/problem+json", answer))
	_, err := client.RequestTransitionWithResponse(context.Background(), "m", 3, nil, api.RequestTransitionRequest{ToStage: api.StageProduction})
	report, refused := stagegate.GateReport(err)
	if !refused || report.Verdict != "FAIL" || report.Rules[0].ID != "floor" {
		t.Errorf("read %+v of %v", report, err)
	}
	if len(requests()) != 1 {
		t.Errorf("a refusal was asked for %d times", len(requests()))
	}
}

func TestAnAnswerThatIsNoProblemDocumentIsAnErrorToo(t *testing.T) {
	client, _ := serve(t, respond(500, "text/html", "<h1>proxy</h1>"))
	_, err := client.GetModelWithResponse(context.Background(), "m", nil)
	if !stagegate.HasCode(err, "UNREADABLE") {
		t.Errorf("got %v", err)
	}
}

func TestAPostIsRepeatedWithTheSameKeyAndBody(t *testing.T) {
	client, requests := serve(t, cutConnection, problem(503, "DATABASE_UNAVAILABLE", "Retry-After", "0"),
		problem(409, "IDEMPOTENCY_KEY_IN_FLIGHT", "Retry-After", "0"), created)
	if _, err := client.CreateModelWithResponse(context.Background(), nil, body); err != nil {
		t.Fatal(err)
	}
	first := requests()[0]
	if first.key == "" || first.token != "Bearer secret" || len(requests()) != 4 {
		t.Fatalf("sent %+v", requests())
	}
	for _, request := range requests() {
		if request != first {
			t.Errorf("%+v is not %+v", request, first)
		}
	}
}

func TestTheCallersKeyIsKept(t *testing.T) {
	client, requests := serve(t, created)
	ctx := context.Background()
	_, err := client.CreateModelWithResponse(ctx, nil, body, stagegate.WithIdempotencyKey("build-17"))
	_, err2 := client.CreateModelWithResponse(ctx, &api.CreateModelParams{IdempotencyKey: stagegate.Ptr("build-18")}, body)
	if err != nil || err2 != nil || requests()[0].key != "build-17" || requests()[1].key != "build-18" {
		t.Errorf("sent %+v: %v, %v", requests(), err, err2)
	}
}

func TestWhatIsRepeated(t *testing.T) {
	get := func(c *stagegate.Client) error {
		_, err := c.GetModelWithResponse(context.Background(), "m", nil)
		return err
	}
	remove := func(c *stagegate.Client) error {
		_, err := c.DeleteModelWithResponse(context.Background(), "m", nil)
		return err
	}
	for name, test := range map[string]struct {
		call  func(*stagegate.Client) error
		first http.HandlerFunc
		then  http.HandlerFunc
		asked int
		fails bool
	}{
		"a read whose connection broke":       {get, cutConnection, found, 2, false},
		"a read through a broken proxy":       {get, respond(502, "text/html", ""), found, 2, false},
		"a delete that was told to wait":      {remove, problem(429, "SLOW_DOWN", "Retry-After", "0"), removed, 2, false},
		"no delete that may have happened":    {remove, cutConnection, removed, 1, true},
		"no delete that may have gone wrong":  {remove, problem(503, "DATABASE_UNAVAILABLE"), removed, 1, true},
		"no conflict":                         {get, problem(409, "MODEL_EXISTS"), found, 1, true},
		"not where the wait is longer":        {get, problem(503, "DATABASE_UNAVAILABLE", "Retry-After", "3"), found, 1, true},
		"not where the date is farther ahead": {get, problem(429, "SLOW_DOWN", "Retry-After", "Fri, 01 Jan 2100 00:00:00 GMT"), found, 1, true},
		"not for ever":                        {get, problem(503, "DATABASE_UNAVAILABLE", "Retry-After", "0"), problem(503, "DATABASE_UNAVAILABLE", "Retry-After", "0"), 4, true},
	} {
		t.Run(name, func(t *testing.T) {
			client, requests := serve(t, test.first, test.then)
			if err := test.call(client); (err != nil) != test.fails || len(requests()) != test.asked {
				t.Errorf("asked %d times, %v", len(requests()), err)
			}
		})
	}
}

func TestACancelledContextEndsTheWait(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	refuse := problem(503, "DATABASE_UNAVAILABLE", "Retry-After", "2")
	client, requests := serve(t, func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r)
		time.AfterFunc(100*time.Millisecond, cancel)
	})
	_, err := client.GetModelWithResponse(ctx, "m", nil)
	if !errors.Is(err, context.Canceled) || len(requests()) != 1 {
		t.Errorf("asked %d times, %v", len(requests()), err)
	}
}

func TestAnUploadIsRepeatedAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.csv")
	if err := os.WriteFile(path, []byte("row_id,label\n1,0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	client, requests := serve(t, problem(503, "DATABASE_UNAVAILABLE", "Retry-After", "0"),
		respond(202, "application/json", `{"id":"0192f0c1-2c4e-7000-8000-000000000000","status":"queued"}`))
	job, err := client.UploadPredictions(context.Background(), "m", 1, api.SubmitPredictionsRequest{Task: "binary"}, path)
	if err != nil || job.Status != "queued" {
		t.Fatalf("%+v, %v", job, err)
	}
	if first, second := requests()[0], requests()[1]; first != second {
		t.Errorf("%+v is not %+v", second, first)
	}
	_, rest, _ := strings.Cut(requests()[0].body, "application/json\r\n\r\n")
	if !strings.HasPrefix(rest, `{"columns":`) || !strings.Contains(rest, "filename=\"rows.csv\"\r\nContent-Type: application/octet-stream\r\n\r\nrow_id,label\n1,0\n\r\n--") {
		t.Errorf("sent %s", requests()[0].body)
	}
}

func TestPagesFollowTheCursor(t *testing.T) {
	client, requests := serve(t,
		respond(200, "application/json", `{"items":[{"version":1},{"version":2}],"nextCursor":"c+2"}`),
		respond(200, "application/json", `{"items":[{"version":3}],"nextCursor":null}`))
	asked := &api.ListVersionsParams{Limit: stagegate.Ptr(2)}
	var versions []int
	for version, err := range client.Versions(context.Background(), "m", asked) {
		if err != nil {
			t.Fatal(err)
		}
		versions = append(versions, version.Version)
	}
	if fmt.Sprint(versions) != "[1 2 3]" || asked.Cursor != nil {
		t.Errorf("got %v", versions)
	}
	if path := requests()[1].path; path != "/api/v1/models/m/versions?limit=2&cursor=c%2B2" {
		t.Errorf("asked for %s", path)
	}
}

func TestPagesStopWhenTheLoopOrTheServiceDoes(t *testing.T) {
	page := respond(200, "application/json", `{"items":[{"name":"a"},{"name":"b"}],"nextCursor":"c"}`)
	client, requests := serve(t, page, problem(401, "UNAUTHENTICATED"))
	for range client.Models(context.Background(), nil) {
		break
	}
	if len(requests()) != 1 {
		t.Errorf("asked %d times", len(requests()))
	}
	var last error
	for _, err := range client.Models(context.Background(), nil) {
		last = err
	}
	if !stagegate.HasCode(last, "UNAUTHENTICATED") {
		t.Errorf("ended with %v", last)
	}
}

func TestAddressAndTokenAreLookedAtBeforeTheyAreUsed(t *testing.T) {
	for _, address := range []string{"", "/", "nonsense", "127.0.0.1:3000", "//registry.example", "ftp://registry.example", "http://", "http:///api/v1", "http://a b"} {
		_, err := stagegate.New(address, "secret")
		if err == nil || !strings.Contains(err.Error(), "it begins with http:// or https://") {
			t.Errorf("%q as an address: %v", address, err)
		}
	}
	if _, err := stagegate.New("ftp://ann:hidden@registry.example", "secret"); strings.Contains(err.Error(), "hidden") {
		t.Errorf("the password of a proxy was told: %v", err)
	}
	_, err := stagegate.New("http://127.0.0.1", "first\nsecond")
	if err == nil || strings.Contains(err.Error(), "first") {
		t.Errorf("a token that no header takes: %v", err)
	}
}

func TestAnAddressMayEndWithThePathOfTheAPI(t *testing.T) {
	for _, end := range []string{"", "/", "///", "/api/v1", "/api/v1/", "//api/v1//", "/registry/api/v1"} {
		address, requests := listenAt(t, found)
		client, err := stagegate.New(address+end, "secret")
		if err == nil {
			err = getModel(client)
		}
		prefix := strings.TrimSuffix(strings.Trim(end, "/"), "api/v1")
		if path := requests()[0].path; err != nil || path != "/"+prefix+"api/v1/models/m" {
			t.Errorf("%q: asked for %s, %v", end, path, err)
		}
	}
}

func TestANullIsSentWithABodyOfItsOwn(t *testing.T) {
	client, came := serve(t, respond(200, "application/json", `{"name":"m"}`))
	body := strings.NewReader(`{"owner":null}`)
	if _, err := client.UpdateModelWithBodyWithResponse(context.Background(), "m", nil, "application/json", body); err != nil {
		t.Fatal(err)
	}
	if got := came()[0].body; got != `{"owner":null}` {
		t.Errorf("sent %s", got)
	}
}
