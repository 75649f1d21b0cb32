package api

import (
	"fmt"

	"github.com/oapi-codegen/runtime"
)

// pathSegment writes a parameter as one segment of a path. Without these three the path is that of another resource,
// and [net/url] takes the dots away before anything is sent.
func pathSegment(style string, explode bool, name string, value any, options runtime.StyleParamOptions) (string, error) {
	segment, err := runtime.StyleParamWithOptions(style, explode, name, value, options)
	if err != nil {
		return "", err
	}
	if segment == "" || segment == "." || segment == ".." {
		return "", fmt.Errorf("%q is no %s: it would change the path of the request", segment, name)
	}
	return segment, nil
}
