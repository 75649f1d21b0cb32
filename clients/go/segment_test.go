package stagegate_test

import (
	"context"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stagegate-registry/stagegate/clients/go"
	"github.com/stagegate-registry/stagegate/clients/go/api"
)

type document struct {
	Paths map[string]map[string]struct {
		OperationID string `json:"operationId"`
		Parameters  []struct {
			Name   string
			In     string
			Schema struct{ Type, Format string }
		}
	}
}

func readDocument(t *testing.T) (read document) {
	t.Helper()
	text, err := os.ReadFile("../../openapi/openapi.json")
	if err == nil {
		err = json.Unmarshal(text, &read)
	}
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// methodsOf are those of an operation: with a typed body, with one of bytes, or with none.
func methodsOf(client *stagegate.Client, operation string) []reflect.Value {
	var methods []reflect.Value
	name := strings.ToUpper(operation[:1]) + operation[1:]
	for _, ending := range []string{"WithResponse", "WithBodyWithResponse"} {
		if method := reflect.ValueOf(client).MethodByName(name + ending); method.IsValid() {
			methods = append(methods, method)
		}
	}
	return methods
}

// callWith calls a method with value as its parameter of the path at the place given, and a plain one for the others.
func callWith(method reflect.Value, places int, at int, value string) error {
	arguments := []reflect.Value{reflect.ValueOf(context.Background())}
	for i := 1; i < method.Type().NumIn()-1; i++ {
		argument := reflect.New(method.Type().In(i)).Elem()
		if i <= places && argument.Kind() == reflect.String {
			argument.SetString("a")
		}
		if i-1 == at {
			argument.SetString(value)
		}
		arguments = append(arguments, argument)
	}
	err, _ := method.Call(arguments)[1].Interface().(error)
	return err
}

func TestNoParameterMakesAPathThatOfAnotherResource(t *testing.T) {
	client, requests := serve(t, found)
	tried := 0
	for path, operations := range readDocument(t).Paths {
		if !strings.HasPrefix(path, "/api/v1") {
			continue
		}
		for _, operation := range operations {
			var places []int
			count := 0
			for _, parameter := range operation.Parameters {
				if parameter.In != "path" {
					continue
				}
				// A number and a UUID are types of their own, which hold nothing else.
				if parameter.Schema.Type != "integer" && parameter.Schema.Format != "uuid" {
					places = append(places, count)
				}
				count++
			}
			methods := methodsOf(client, operation.OperationID)
			if len(methods) == 0 {
				t.Errorf("%s has no method", operation.OperationID)
			}
			for _, method := range methods {
				for _, at := range places {
					for _, value := range []string{"", ".", ".."} {
						tried++
						if err := callWith(method, count, at, value); err == nil || !strings.Contains(err.Error(), "change the path") {
							t.Errorf("%s takes %q: %v", operation.OperationID, value, err)
						}
					}
				}
			}
		}
	}
	if tried == 0 || len(requests()) != 0 {
		t.Errorf("tried %d, sent %+v", tried, requests())
	}
}

func TestHelpersAreHeldToTheirPathsToo(t *testing.T) {
	client, requests := serve(t, found)
	ctx := context.Background()
	for _, model := range []string{"", ".", ".."} {
		if _, err := client.UploadPredictions(ctx, model, 1, api.SubmitPredictionsRequest{}, os.Args[0]); err == nil {
			t.Errorf("an upload takes %q", model)
		}
		if _, err := client.CheckGatesMarkdown(ctx, model, 1, api.CheckGatesRequest{}); err == nil {
			t.Errorf("a report takes %q", model)
		}
	}
	if len(requests()) != 0 {
		t.Errorf("sent %+v", requests())
	}
}
