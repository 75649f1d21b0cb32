package stagegate_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stagegate-registry/stagegate/clients/go"
	"github.com/stagegate-registry/stagegate/clients/go/api"
)

func events(next string, ids ...string) http.HandlerFunc {
	var items []string
	for _, id := range ids {
		items = append(items, fmt.Sprintf(`{"id":%q}`, id))
	}
	return respond(200, "application/json", fmt.Sprintf(`{"items":[%s],"nextCursor":%q}`, strings.Join(items, ","), next))
}

func brokenAnswer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Length", "100")
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write([]byte(`{"items":[`))
}

func TestEventsGoOnFromTheLastOne(t *testing.T) {
	client, requests := serve(t, events("2", "1", "2"), cutConnection, brokenAnswer, problem(503, "DATABASE_UNAVAILABLE", "Retry-After", "9"),
		respond(502, "text/html", ""), events("2"), events("3", "3"), problem(401, "UNAUTHENTICATED"))
	var ids []string
	var last error
	for event, err := range client.Events(context.Background(), &api.ListEventsParams{Model: stagegate.Ptr("m")}) {
		if last = err; err == nil {
			ids = append(ids, event.ID)
		}
	}
	if fmt.Sprint(ids) != "[1 2 3]" || !stagegate.HasCode(last, "UNAUTHENTICATED") {
		t.Errorf("read %v, then %v", ids, last)
	}
	var paths []string
	for _, request := range requests() {
		paths = append(paths, strings.TrimPrefix(request.path, "/api/v1/events?"))
	}
	waiting := "model=m&cursor=2&waitSeconds=20"
	expected := []string{"model=m", waiting, waiting, waiting, waiting, waiting, waiting, "model=m&cursor=3&waitSeconds=20"}
	if fmt.Sprint(paths) != fmt.Sprint(expected) {
		t.Errorf("asked for %v", paths)
	}
}

func TestEventsEndWithTheContextAndTheLoop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	client, requests := serve(t, events("1", "1"), func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	var last error
	for _, err := range client.Events(ctx, nil) {
		last = err
	}
	if !errors.Is(last, context.Canceled) || len(requests()) != 2 {
		t.Errorf("ended with %v after %d requests", last, len(requests()))
	}
}

func TestAFirstRequestForEventsThatFailsIsAnError(t *testing.T) {
	client, requests := serve(t, problem(503, "DATABASE_UNAVAILABLE", "Retry-After", "9"))
	for _, err := range client.Events(context.Background(), nil) {
		if !stagegate.HasCode(err, "DATABASE_UNAVAILABLE") {
			t.Errorf("got %v", err)
		}
	}
	if len(requests()) != 1 {
		t.Errorf("asked %d times", len(requests()))
	}
}

func TestEventsAreAskedForWithAPauseWhereTheServiceDoesNotWait(t *testing.T) {
	client, requests := serve(t, events("2", "2"), events("2"), events("2"), problem(401, "UNAUTHENTICATED"))
	began := time.Now()
	for range client.Events(context.Background(), nil) {
	}
	if took := time.Since(began); len(requests()) != 4 || took < 2*time.Second {
		t.Errorf("asked %d times in %s", len(requests()), took)
	}
}

func TestAReadOfEventsWaitsNoLongerThanTheClientHasPatience(t *testing.T) {
	for expected, option := range map[string]stagegate.Option{
		"waitSeconds=3":  stagegate.WithTimeout(6 * time.Second),
		"waitSeconds=4":  stagegate.WithHTTPClient(&http.Client{Timeout: 8 * time.Second}),
		"waitSeconds=0":  stagegate.WithTimeout(time.Second),
		"waitSeconds=20": stagegate.WithTimeout(0),
	} {
		address, requests := listenAt(t, events("2"), problem(401, "UNAUTHENTICATED"))
		client, err := stagegate.New(address, "secret", option)
		if err != nil {
			t.Fatal(err)
		}
		for range client.Events(context.Background(), nil) {
		}
		if path := requests()[1].path; !strings.HasSuffix(path, "&"+expected) {
			t.Errorf("asked for %s, not %s", path, expected)
		}
	}
}
