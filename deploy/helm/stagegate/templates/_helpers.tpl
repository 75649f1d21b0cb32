{{- define "stagegate.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "stagegate.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "stagegate.labels" -}}
{{ include "stagegate.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "stagegate.image" -}}
{{- if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}{{ else }}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "stagegate.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}{{ .Values.serviceAccount.name | default (include "stagegate.name" .) }}{{ else }}{{ .Values.serviceAccount.name | default "default" }}{{ end }}
{{- end }}

{{/* What every pod has: the user of the image, whose files nobody may change. */}}
{{- define "stagegate.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "stagegate.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}

{{/* Secrets that the service reads, by the setting that names their file. */}}
{{- define "stagegate.secretFiles" -}}
{{- $files := dict "DATABASE_PASSWORD_FILE" .Values.database.password }}
{{- with .Values.signing }}
{{- if .secret.secret }}{{ $_ := set $files "STAGEGATE_JWT_SECRET_FILE" .secret }}{{ end }}
{{- if .privateKey.secret }}{{ $_ := set $files "STAGEGATE_JWT_PRIVATE_KEY_FILE" .privateKey }}{{ end }}
{{- if .checkpointKey.secret }}{{ $_ := set $files "STAGEGATE_CHECKPOINT_KEY_FILE" .checkpointKey }}{{ end }}
{{- if .previousSecrets.secret }}{{ $_ := set $files "STAGEGATE_JWT_PREVIOUS_SECRETS_FILE" .previousSecrets }}{{ end }}
{{- end }}
{{- range $name, $source := .Values.secretSettings }}
{{- $_ := set $files (printf "%s_FILE" $name) $source }}
{{- end }}
{{- toYaml $files }}
{{- end }}

{{/* Secrets that another setting names by their path, by the name of the file. */}}
{{- define "stagegate.namedFiles" -}}
{{- $files := dict }}
{{- range $index, $source := .Values.signing.previousKeys }}
{{- $_ := set $files (printf "previous-key-%d" $index) $source }}
{{- end }}
{{- range $name, $source := .Values.secretFiles }}
{{- $_ := set $files $name $source }}
{{- end }}
{{- toYaml $files }}
{{- end }}

{{- define "stagegate.previousKeys" -}}
{{- $paths := list }}
{{- range $index, $_ := .Values.signing.previousKeys }}
{{- $paths = append $paths (printf "/etc/stagegate/secrets/previous-key-%d" $index) }}
{{- end }}
{{- join "," $paths }}
{{- end }}

{{/* A volume of the secrets in a map from name to source: each file has its name, which is that of a setting or its own. */}}
{{- define "stagegate.secretVolume" -}}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      {{- range $name, $source := . }}
      - secret:
          name: {{ required (printf "%s needs the name of a secret" $name) $source.secret }}
          items: [{ key: {{ $source.key | quote }}, path: {{ $name }} }]
      {{- end }}
{{- end }}

{{- define "stagegate.secretEnvironment" -}}
{{- range $name, $source := . }}
- { name: {{ $name }}, value: /etc/stagegate/secrets/{{ $name }} }
{{- end }}
{{- end }}

{{- define "stagegate.authorityVolume" -}}
{{- with .Values.database.certificateAuthority }}{{ if .secret }}
- name: database-ca
  secret:
    secretName: {{ .secret }}
    defaultMode: 0440
    items: [{ key: {{ .key | quote }}, path: ca.crt }]
{{- end }}{{ end }}
{{- end }}

{{- define "stagegate.authorityMount" -}}
{{- if .Values.database.certificateAuthority.secret }}
- { name: database-ca, mountPath: /etc/stagegate/database-ca, readOnly: true }
{{- end }}
{{- end }}

{{/* What the service, its jobs and a curve take together, each process of them with 256Mi besides its rows. */}}
{{- define "stagegate.neededMegabytes" -}}
{{- add 512 (mul (add .Values.predictions.concurrency 1) (add .Values.predictions.memoryMegabytes 256)) }}
{{- end }}

{{/* A quantity of Kubernetes in whole Mi, such as 4Gi, 4000M or a number of bytes. */}}
{{- define "stagegate.megabytes" -}}
{{- $bytes := dict "" 1 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 }}
{{- $text := kindIs "float64" . | ternary (printf "%.0f" (float64 .)) (toString .) }}
{{- $unit := regexFind "(k|[KMGT]i?)$" $text }}
{{- if not (regexMatch "^[0-9.]+(k|[MGT]|[KMGT]i)?$" $text) }}
{{- fail (printf "%s is no amount of memory such as 4Gi." $text) }}
{{- end }}
{{- divf (mulf (trimSuffix $unit $text | float64) (get $bytes $unit | float64)) 1048576 | floor | int64 }}
{{- end }}
