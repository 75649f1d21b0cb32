package stagegate_test

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stagegate-registry/stagegate/clients/go/api"
)

var printed = map[string]any{
	"CreatedWebhookResponse": &api.CreatedWebhookResponse{},
	"ExchangedTokenResponse": &api.ExchangedTokenResponse{},
	"IssuedTokenResponse":    &api.IssuedTokenResponse{},
	"StartSessionRequest":    &api.StartSessionRequest{},
}

// markedSecrets are the fields of each type that the API document marks as secrets.
func markedSecrets(t *testing.T) map[string][]string {
	t.Helper()
	var document struct {
		Components struct {
			Schemas map[string]struct {
				Properties map[string]map[string]any
			}
		}
	}
	text, err := os.ReadFile("../../openapi/openapi.json")
	if err == nil {
		err = json.Unmarshal(text, &document)
	}
	if err != nil {
		t.Fatal(err)
	}
	marked := map[string][]string{}
	for name, schema := range document.Components.Schemas {
		for field, property := range schema.Properties {
			if property["x-secret"] == true {
				marked[name] = append(marked[name], field)
			}
		}
	}
	return marked
}

func TestNoPrintedValueTellsASecret(t *testing.T) {
	marked := markedSecrets(t)
	if len(marked) != len(printed) {
		t.Errorf("%v have secrets", marked)
	}
	for name, fields := range marked {
		secrets := map[string]string{}
		for _, field := range fields {
			secrets[field] = "told-of-" + field
		}
		body, _ := json.Marshal(secrets)
		value := printed[name]
		if err := json.Unmarshal(body, value); err != nil {
			t.Fatal(err)
		}
		plain := reflect.ValueOf(value).Elem().Interface()
		for _, form := range []string{"%v", "%+v", "%#v", "%s"} {
			if text := fmt.Sprintf(form, plain) + fmt.Sprintf(form, value); strings.Contains(text, "told-of") {
				t.Errorf("%s as %s: %s", name, form, text)
			}
		}
		if sent, _ := json.Marshal(value); strings.Count(string(sent), "told-of") != len(fields) {
			t.Errorf("%s is sent as %s", name, sent)
		}
	}
}
