import { InvalidArgumentError } from 'commander';

/*
 * Each script hands the words over as they stand on the line, none of them expanded or evaluated, and offers what comes
 * back quoted for its shell. `complete` answers a candidate a line, its description after a tab, and `:files` where files
 * may stand as well.
 */

const BASH = String.raw`# Completion of stagegate for bash.
__stagegate_complete() {
    local word line value
    word=${'$'}{COMP_WORDS[COMP_CWORD]}
    # Bash takes --option=value for three words.
    [[ $word == = ]] && word=
    COMPREPLY=()
    compopt +o default 2>/dev/null
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o default 2>/dev/null
            continue
        fi
        value=${'$'}{line%%$'\t'*}
        printf -v value '%q' "$value"
        COMPREPLY+=("$value")
    done < <(command stagegate complete -- "${'$'}{COMP_WORDS[@]:1:COMP_CWORD-1}" "$word" 2>/dev/null)
}
complete -o default -F __stagegate_complete stagegate
`;

const ZSH = String.raw`#compdef stagegate
# Completion of stagegate for zsh.
_stagegate() {
    local line value files
    local -a values descriptions
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            files=yes
            continue
        fi
        value=${'$'}{line%%$'\t'*}
        values+=("$value")
        if [[ $line == *$'\t'* ]]; then
            descriptions+=("$value  -- ${'$'}{line#*$'\t'}")
        else
            descriptions+=("$value")
        fi
    done < <(command stagegate complete -- "${'$'}{(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)
    compadd -l -d descriptions -a values || { [[ -n $files ]] && _files }
}
compdef _stagegate stagegate
`;

const FISH = String.raw`# Completion of stagegate for fish.
function __stagegate_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l found (command stagegate complete -- $words[2..-1] "$word" 2>/dev/null)
    for line in $found
        if test "$line" = :files
            __fish_complete_path "$word"
        else
            printf '%s\n' $line
        end
    end
end
complete -c stagegate -e
complete -c stagegate -f -a '(__stagegate_complete)'
`;

const POWERSHELL = String.raw`# Completion of stagegate for PowerShell.
Register-ArgumentCompleter -Native -CommandName stagegate -ScriptBlock {
    param($word, $ast, $position)
    $words = @($ast.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.Extent.Text })
    & stagegate complete '--' @words "=$word" 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
        $value, $description = $_ -split [char]9, 2
        $quoted = if ($value -match '^[\w./:=@-]+$') { $value } else { "'" + $value.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($quoted, $value, 'ParameterValue', ($description, $value -ne $null)[0])
    }
}
`;

const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH, powershell: POWERSHELL };
export const SHELLS = Object.keys(SCRIPTS);

/** The script that teaches a shell to complete; of another shell there is none. */
export function completionScript(shell: string): string {
  if (!Object.hasOwn(SCRIPTS, shell)) throw new InvalidArgumentError(`It is one of ${SHELLS.join(', ')}.`);
  return SCRIPTS[shell]!;
}
