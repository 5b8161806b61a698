# bash completion for havenctl
_havenctl() {
  local line="${COMP_LINE:0:COMP_POINT}" words current cut word files=
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current="${words[-1]}"
  cut="${current%"${current##*[:=]}"}"
  COMPREPLY=()
  while IFS=$'\t' read -r word _; do
    case $word in
      :files) files=-f ;;
      :folders) files=-d ;;
      *) COMPREPLY+=("${word#"$cut"}") ;;
    esac
  done < <("${words[0]}" __complete "${words[@]:1}" 2>/dev/null)
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen $files -- "${current#"$cut"}")
  fi
}
complete -o nosort -F _havenctl havenctl 2>/dev/null || complete -F _havenctl havenctl
