// Writes a strict JSON schema of each kind that the chart makes, from the Go types that define it, for kubeconform.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sigs.k8s.io/controller-tools/pkg/crd"
	"sigs.k8s.io/controller-tools/pkg/loader"
	"sigs.k8s.io/controller-tools/pkg/markers"

	// Pins the versions of what the schemas are read from.
	_ "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	_ "k8s.io/api/core/v1"
)

const monitoring = "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"

// kinds names, by package of the Go types, the kinds of the chart.
var kinds = map[string][]string{
	"k8s.io/api/apps/v1":        {"Deployment"},
	"k8s.io/api/autoscaling/v2": {"HorizontalPodAutoscaler"},
	"k8s.io/api/batch/v1":       {"Job"},
	"k8s.io/api/core/v1":        {"ConfigMap", "PersistentVolumeClaim", "Service", "ServiceAccount"},
	"k8s.io/api/networking/v1":  {"Ingress", "NetworkPolicy"},
	"k8s.io/api/policy/v1":      {"PodDisruptionBudget"},
	monitoring:                  {"ServiceMonitor"},
}

func main() {
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(folder string) error {
	registry := &markers.Registry{}
	if err := (crd.Generator{}).RegisterMarkers(registry); err != nil {
		return err
	}
	embedded := true
	parser := &crd.Parser{
		Collector:                  &markers.Collector{Registry: registry},
		Checker:                    &loader.TypeChecker{},
		IgnoreUnexportedFields:     true,
		GenerateEmbeddedObjectMeta: embedded,
		AllowDangerousTypes:        true,
	}
	crd.AddKnownTypes(parser)
	for path, names := range kinds {
		packages, err := loader.LoadRoots(path)
		if err != nil {
			return err
		}
		parser.NeedPackage(packages[0])
		for _, name := range names {
			if err := writeKind(parser, packages[0], name, folder); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeKind(parser *crd.Parser, from *loader.Package, name, folder string) error {
	ident := crd.TypeIdent{Package: from, Name: name}
	parser.NeedFlattenedSchemaFor(ident)
	flat := parser.FlattenedSchemata[ident]
	schema := crd.FlattenEmbedded(flat.DeepCopy(), from)
	crd.TruncateDescription(schema, 0)
	text, err := json.Marshal(schema)
	if err != nil {
		return err
	}
	var root map[string]any
	if err := json.Unmarshal(text, &root); err != nil {
		return err
	}
	root["required"] = []string{"apiVersion", "kind", "metadata"}
	delete(root["properties"].(map[string]any), "status")
	strict(root)
	text, err = json.Marshal(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, strings.ToLower(name)+".json"), append(text, '\n'), 0o644)
}

// strict refuses what a type does not name, as a server does that validates fields strictly, and takes away what only a server of
// Kubernetes reads.
func strict(schema map[string]any) {
	for key := range schema {
		if strings.HasPrefix(key, "x-kubernetes-") && key != "x-kubernetes-int-or-string" {
			delete(schema, key)
		}
	}
	if _, named := schema["properties"]; named && schema["additionalProperties"] == nil {
		schema["additionalProperties"] = false
	}
	for _, value := range schema {
		each(value)
	}
}

func each(value any) {
	switch found := value.(type) {
	case map[string]any:
		strict(found)
	case []any:
		for _, item := range found {
			each(item)
		}
	}
}
