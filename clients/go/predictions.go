package stagegate

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"
	"github.com/stagegate-registry/stagegate/clients/go/api"
)

// UploadPredictions sends a file of predictions (Parquet, CSV or NDJSON) to be measured, and answers the job that measures
// it. The file is read as it is sent; only the context bounds the time.
func (c *Client) UploadPredictions(ctx context.Context, model string, version int, request api.SubmitPredictionsRequest, path string) (*api.PredictionJobResponse, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	start, end, contentType, err := around(request, filepath.Base(path))
	if err != nil {
		return nil, err
	}
	body := func() (io.ReadCloser, error) {
		content := io.NewSectionReader(file, 0, info.Size())
		return io.NopCloser(io.MultiReader(bytes.NewReader(start), content, bytes.NewReader(end))), nil
	}
	first, _ := body()
	answer, err := c.SubmitPredictionsWithBodyWithResponse(ctx, model, version, nil, contentType, first,
		func(_ context.Context, request *http.Request) error {
			request.GetBody = body
			request.ContentLength = int64(len(start)) + info.Size() + int64(len(end))
			return nil
		})
	if err != nil {
		return nil, err
	}
	return answer.JSON202, nil
}

// PredictionJobEnd waits until a job has ended, however it ended: its Status tells.
func (c *Client) PredictionJobEnd(ctx context.Context, id uuid.UUID) (*api.PredictionJobResponse, error) {
	for {
		job, err := c.GetPredictionJobWithResponse(ctx, id)
		if err != nil {
			return nil, err
		}
		if status := job.JSON200.Status; status != api.PredictionJobStatusQueued && status != api.PredictionJobStatusRunning {
			return job.JSON200, nil
		}
		if err := pause(ctx, 500*time.Millisecond); err != nil {
			return nil, err
		}
	}
}

// CheckGatesMarkdown judges a version by the gates and answers the report as Markdown, fit for a comment on a pull
// request; it changes nothing.
func (c *Client) CheckGatesMarkdown(ctx context.Context, model string, version int, request api.CheckGatesRequest) (string, error) {
	answer, err := c.CheckGatesWithResponse(ctx, model, version, nil, request, func(_ context.Context, request *http.Request) error {
		request.Header.Set("Accept", "text/markdown")
		return nil
	})
	if err != nil {
		return "", err
	}
	return string(answer.Body), nil
}

// around is what comes before and after the file in the body of an upload.
func around(request api.SubmitPredictionsRequest, filename string) (start, end []byte, contentType string, err error) {
	var buffer bytes.Buffer
	form := multipart.NewWriter(&buffer)
	part, err := form.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {`form-data; name="request"`},
		"Content-Type":        {"application/json"},
	})
	if err != nil {
		return nil, nil, "", err
	}
	if err := json.NewEncoder(part).Encode(request); err != nil {
		return nil, nil, "", err
	}
	if _, err := form.CreateFormFile("file", filename); err != nil {
		return nil, nil, "", err
	}
	length := buffer.Len()
	if err := form.Close(); err != nil {
		return nil, nil, "", err
	}
	return buffer.Bytes()[:length], buffer.Bytes()[length:], form.FormDataContentType(), nil
}
