package stagegate_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stagegate-registry/stagegate/clients/go"
	"github.com/stagegate-registry/stagegate/clients/go/api"
)

func getModel(c *stagegate.Client) error {
	_, err := c.GetModelWithResponse(context.Background(), "m", nil)
	return err
}

func createModel(c *stagegate.Client) error {
	_, err := c.CreateModelWithResponse(context.Background(), nil, body)
	return err
}

func deleteModel(c *stagegate.Client) error {
	_, err := c.DeleteModelWithResponse(context.Background(), "m", nil)
	return err
}

func TestAnAnswerThatBreaksOffIsRepeated(t *testing.T) {
	for name, test := range map[string]struct {
		call func(*stagegate.Client) error
		then http.HandlerFunc
	}{"a read": {getModel, found}, "a POST": {createModel, created}} {
		t.Run(name, func(t *testing.T) {
			client, requests := serve(t, brokenAnswer, brokenAnswer, test.then)
			if err := test.call(client); err != nil {
				t.Fatal(err)
			}
			if came := requests(); len(came) != 3 || came[0] != came[1] || came[1] != came[2] {
				t.Errorf("sent %+v", came)
			}
		})
	}
}

func TestAnAnswerThatBreaksOffInTheEndIsABrokenConnection(t *testing.T) {
	client, requests := serve(t, brokenAnswer)
	var broken interface{ Timeout() bool }
	if err := getModel(client); !errors.As(err, &broken) || len(requests()) != 4 {
		t.Errorf("asked %d times, %v", len(requests()), err)
	}
	if err := deleteModel(client); !errors.As(err, &broken) || len(requests()) != 5 {
		t.Errorf("a delete that may have happened: asked %d times, %v", len(requests()), err)
	}
}

func TestASuccessThatIsNoneOfTheServiceIsUnreadable(t *testing.T) {
	ctx := context.Background()
	calls := map[string]func(*stagegate.Client) error{
		"get":    getModel,
		"create": createModel,
		"list": func(c *stagegate.Client) (last error) {
			for _, last = range c.Models(ctx, nil) {
			}
			return last
		},
		"events": func(c *stagegate.Client) (last error) {
			for _, last = range c.Events(ctx, nil) {
			}
			return last
		},
		"job": func(c *stagegate.Client) error {
			_, err := c.PredictionJobEnd(ctx, uuid.New())
			return err
		},
		"export": exportAll,
	}
	for kind, answer := range map[string]http.HandlerFunc{
		"a page":        respond(200, "text/html", "<h1>proxy</h1>"),
		"no JSON":       respond(200, "application/json", "<h1>proxy</h1>"),
		"nothing":       respond(200, "application/json", ""),
		"no content":    respond(204, "", ""),
		"another proxy": respond(203, "application/json", `{"items":[]}`),
	} {
		for name, call := range calls {
			client, requests := serve(t, answer)
			if err := call(client); !stagegate.HasCode(err, stagegate.CodeUnreadable) || len(requests()) != 1 {
				t.Errorf("%s: %s asked %d times, %v", kind, name, len(requests()), err)
			}
		}
	}
}

func TestOnlyReadsFollowARedirect(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		for name, call := range map[string]func(*stagegate.Client) error{"create": createModel, "delete": deleteModel} {
			client, requests := serve(t, respond(status, "text/html", "", "Location", "/elsewhere"), found)
			if err := call(client); !stagegate.HasCode(err, stagegate.CodeUnreadable) || len(requests()) != 1 {
				t.Errorf("%d of a %s: asked %d times, %v", status, name, len(requests()), err)
			}
		}
		client, requests := serve(t, respond(status, "text/html", "", "Location", "/elsewhere"), found)
		if err := getModel(client); err != nil || requests()[1].path != "/elsewhere" {
			t.Errorf("%d of a read: %v", status, err)
		}
	}
	client, _ := serve(t, respond(302, "text/html", "", "Location", "/round"))
	if err := getModel(client); err == nil || !strings.Contains(err.Error(), "10 redirects") {
		t.Errorf("a circle: %v", err)
	}
}

// speak writes the parts with a pause before each, and then is silent until the client leaves.
func speak(pause time.Duration, mediaType string, parts ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		for _, part := range parts {
			time.Sleep(pause)
			_, _ = w.Write([]byte(part))
			w.(http.Flusher).Flush()
		}
		if len(parts) < manyParts {
			<-r.Context().Done()
		}
	}
}

const manyParts = 22

func serveOnce(t *testing.T, silence time.Duration, answer http.HandlerFunc) *stagegate.Client {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	client, err := stagegate.New(server.URL, "secret", stagegate.WithRetries(0, 0), stagegate.WithTimeout(silence))
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestAServiceThatIsSilentIsNotWaitedForWithoutEnd(t *testing.T) {
	silence := 200 * time.Millisecond
	for name, test := range map[string]struct {
		call   func(*stagegate.Client) error
		answer http.HandlerFunc
	}{
		"before an answer":   {getModel, speak(0, "")},
		"within one":         {getModel, speak(0, "application/json", `{"name":`)},
		"within an export":   {exportAll, speak(0, "application/x-ndjson", "{\"sequence\":1}\n")},
		"before an export":   {exportAll, speak(0, "")},
		"within a no of one": {exportAll, speak(0, "application/problem+json", "{")},
	} {
		t.Run(name, func(t *testing.T) {
			err := test.call(serveOnce(t, silence, test.answer))
			if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "silent for 200ms") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAnAnswerMayTakeLongerThanTheLimitOnSilence(t *testing.T) {
	blanks, lines := make([]string, manyParts), make([]string, manyParts)
	for i := range blanks {
		blanks[i], lines[i] = " ", "{\"sequence\":1}\n"
	}
	blanks[manyParts-1] = `{"valid":true}`
	t.Run("verification", func(t *testing.T) {
		t.Parallel()
		client := serveOnce(t, 10*time.Second, speak(500*time.Millisecond, "application/json", blanks...))
		answer, err := client.VerifyAuditEventsWithResponse(context.Background(), nil)
		if err != nil || answer.JSON200 == nil {
			t.Errorf("got %+v, %v", answer, err)
		}
	})
	t.Run("export", func(t *testing.T) {
		t.Parallel()
		if err := exportAll(serveOnce(t, 10*time.Second, speak(500*time.Millisecond, "application/x-ndjson", lines...))); err != nil {
			t.Error(err)
		}
	})
}

func exportAll(c *stagegate.Client) (last error) {
	for _, last = range c.AuditExport(context.Background(), nil) {
	}
	return last
}

func TestAnExportIsReadAsItComes(t *testing.T) {
	first := speak(0, "application/x-ndjson", "{\"sequence\":7}\n{\"seq")
	client := serveOnce(t, 0, first)
	for event, err := range client.AuditExport(context.Background(), &api.ExportAuditEventsParams{After: stagegate.Ptr(int64(6))}) {
		if err != nil || event.Sequence != 7 {
			t.Errorf("got %+v, %v", event, err)
		}
		break
	}
	client, _ = serve(t, respond(200, "application/x-ndjson", "{\"sequence\":7}\n"), problem(403, "FORBIDDEN"))
	if err := exportAll(client); err != nil {
		t.Error(err)
	}
	if err := exportAll(client); !stagegate.HasCode(err, "FORBIDDEN") {
		t.Errorf("got %v", err)
	}
}
